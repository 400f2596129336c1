using System.Text;
using MediatR;
using Trt.Api.Options;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Callbacks;

namespace Trt.Api.Endpoints;

/// <summary>
/// Where the provider says "look". Answered with 200 once it is kept, or when it can never be of use; what could not be kept is answered
/// with 503, so that it comes again. Nothing is believed anyway.
/// </summary>
internal sealed partial class KieCallback(
    IServiceScopeFactory scopes, TrtOptions options, KieSignature signature, ILogger<KieCallback> logger)
{
    private const int BodyBytesMax = 256 * 1024;

    /// <summary>Enough to see what shape the provider has taken to.</summary>
    private const int ExcerptMax = 200;

    private static readonly byte[] ComeAgain = """{"ok":false}"""u8.ToArray();
    private static readonly byte[] Received = """{"ok":true}"""u8.ToArray();

    public async Task Receive(HttpContext http, string? generation = null, string? token = null)
    {
        var outcome = CallbackOutcome.NotKept;
        try
        {
            outcome = await Accept(http, generation, token);
            Accepted(outcome);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            NotKept(exception);
        }

        Telemetry.ProviderCallbacks.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        http.Response.ContentType = "application/json";
        if (outcome == CallbackOutcome.NotKept)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.Body.WriteAsync(ComeAgain, http.RequestAborted);
        }
        else
        {
            await http.Response.Body.WriteAsync(Received, http.RequestAborted);
        }
    }

    private async Task<CallbackOutcome> Accept(HttpContext http, string? generation, string? token)
    {
        if (await http.Request.ReadCapped(BodyBytesMax, http.RequestAborted) is not { } body)
        {
            return CallbackOutcome.Unusable;
        }

        var query = http.Request.Headers.Concat(http.Request.Query)
            .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var ids = CallbackTaskId.Find(body, query);
        var taskId = ids.TaskId ?? ids.RecordId;
        if (options.CallbackKeys.Count > 0 && Signature(http.Request, taskId) != SignatureVerdict.Valid)
        {
            return CallbackOutcome.Forged;
        }

        GenerationId? id = null;
        if (generation is not null)
        {
            if (!Guid.TryParseExact(generation, "N", out var parsed))
            {
                return CallbackOutcome.Forged;
            }

            id = new GenerationId(parsed);
        }

        await using var scope = scopes.CreateAsyncScope();
        var text = Encoding.UTF8.GetString(body.Span).Replace("\0", "", StringComparison.Ordinal);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new AcceptProviderCallback(id, token, taskId, text, ids.RecordId), CancellationToken.None);
        if (outcome == CallbackOutcome.Unusable)
        {
            var excerpt = PlainText.Of(text, ExcerptMax, '·');
            NothingInIt(body.Length, excerpt);
        }

        return outcome;
    }

    private SignatureVerdict Signature(HttpRequest request, string? taskId) =>
        signature.Verify(taskId, request.Headers[KieSignature.TimestampHeader], request.Headers[KieSignature.SignatureHeader]);

    [LoggerMessage(EventId = 30, EventName = "KIE_CALLBACK_IN", Level = LogLevel.Information, Message = "KIE_CALLBACK_IN {Outcome}")]
    private partial void Accepted(CallbackOutcome outcome);

    [LoggerMessage(EventId = 32, EventName = "KIE_CALLBACK_UNUSABLE", Level = LogLevel.Warning,
        Message = "A callback of {Bytes} bytes names no task: {Excerpt}")]
    private partial void NothingInIt(int bytes, string excerpt);

    [LoggerMessage(EventId = 31, EventName = "KIE_CALLBACK_LOST", Level = LogLevel.Warning,
        Message = "A callback could not be kept; the provider is asked to send it again")]
    private partial void NotKept(Exception exception);
}
