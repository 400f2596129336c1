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
/// Where the provider says "look". Always answered with 200, whatever comes in: an error would only start a storm of repeats,
/// and nothing is believed anyway.
/// </summary>
internal sealed partial class KieCallback(
    IServiceScopeFactory scopes, TrtOptions options, KieSignature signature, ILogger<KieCallback> logger)
{
    private const int BodyBytesMax = 256 * 1024;
    private static readonly byte[] Received = """{"ok":true}"""u8.ToArray();

    public async Task Receive(HttpContext http, string? generation = null, string? token = null)
    {
        try
        {
            var outcome = await Accept(http, generation, token);
            Telemetry.ProviderCallbacks.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
            Accepted(outcome);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The record at the provider is read on our own schedule too, so a callback that could not be kept costs only seconds.
            Telemetry.ProviderCallbacks.Add(1, new KeyValuePair<string, object?>("outcome", "Lost"));
            NotKept(exception);
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Received, http.RequestAborted);
    }

    private async Task<CallbackOutcome> Accept(HttpContext http, string? generation, string? token)
    {
        if (await http.Request.ReadCapped(BodyBytesMax, http.RequestAborted) is not { } body)
        {
            return CallbackOutcome.Unusable;
        }

        var query = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
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
        return await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new AcceptProviderCallback(id, token, taskId, text), CancellationToken.None);
    }

    private SignatureVerdict Signature(HttpRequest request, string? taskId) =>
        signature.Verify(taskId, request.Headers[KieSignature.TimestampHeader], request.Headers[KieSignature.SignatureHeader]);

    [LoggerMessage(EventId = 30, EventName = "KIE_CALLBACK", Level = LogLevel.Information, Message = "KIE_CALLBACK {Outcome}")]
    private partial void Accepted(CallbackOutcome outcome);

    [LoggerMessage(EventId = 31, EventName = "KIE_CALLBACK_LOST", Level = LogLevel.Warning,
        Message = "A callback could not be kept; the record is read on schedule")]
    private partial void NotKept(Exception exception);
}
