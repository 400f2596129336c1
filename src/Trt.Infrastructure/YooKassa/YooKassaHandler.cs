using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The one way out to the payment provider: account, time limit, size limit, and every failure turned into a value.</summary>
internal sealed partial class YooKassaHandler(YooKassaOptions options, TimeProvider time, ILogger<YooKassaHandler> logger)
    : DoorHandler(options.Redact, options.Timeout, AnswerBytesMax, time)
{
    public const string KeyHeader = "Idempotence-Key";

    private const int AnswerBytesMax = 256 * 1024;

    private readonly TimeProvider _time = time;

    private readonly AuthenticationHeaderValue _account = new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ShopId}:{options.SecretKey}")));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        request.Headers.Authorization = _account;
        request.Headers.Accept.ParseAdd(MediaTypeNames.Application.Json);
        var started = _time.GetTimestamp();
        var answer = Judge(await Once(request, token));
        var milliseconds = (long)_time.GetElapsedTime(started).TotalMilliseconds;
        var path = request.RequestUri?.AbsolutePath;
        var end = Describe(answer);
        Called(request.Method.Method, path, end, milliseconds);
        return new DoorAnswer<YooKassaAnswer>(answer);
    }

    private YooKassaAnswer Judge(Exchange exchange) => exchange switch
    {
        Exchange.Answered answered => Judge(answered),
        Exchange.NotSent notSent => new YooKassaAnswer.Silence(notSent.Detail),
        Exchange.Silence silence => new YooKassaAnswer.Silence(silence.Detail),
        _ => throw new UnreachableException(),
    };

    private YooKassaAnswer Judge(Exchange.Answered answered) => answered.Status switch
    {
        HttpStatusCode.OK => Parse(answered.Body.Span) is { ValueKind: JsonValueKind.Object } found
            ? new YooKassaAnswer.Reply(found)
            : new YooKassaAnswer.Silence("an answer that is no object of the provider"),
        HttpStatusCode.TooManyRequests => new YooKassaAnswer.TooFast(answered.RetryAfter),
        // Only its own JSON is the provider's no; a page with the same status may be anybody's on the way.
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            when Parse(answered.Body.Span) is { ValueKind: JsonValueKind.Object } error =>
            new YooKassaAnswer.Refusal((int)answered.Status, Explain(error)),
        var other => new YooKassaAnswer.Silence($"status {(int)other}"),
    };

    private static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body, YooKassaJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>"invalid_request amount.value: the text for developers".</summary>
    private string Explain(JsonElement error) =>
        Clean($"{error.Text("code")} {error.Text("parameter")}: {error.Text("description")}");

    private static string Describe(YooKassaAnswer answer) => answer switch
    {
        YooKassaAnswer.Reply => "200",
        YooKassaAnswer.Refusal refusal => $"{refusal.Status} {refusal.Detail}",
        YooKassaAnswer.TooFast => "429",
        YooKassaAnswer.Silence silence => $"silence ({silence.Detail})",
        _ => throw new UnreachableException(),
    };

    [LoggerMessage(
        EventId = 4201, EventName = "CARD_CALL", Level = LogLevel.Debug,
        Message = "{Method} {Path} ended with {End} after {Milliseconds} ms")]
    private partial void Called(string method, string? path, string end, long milliseconds);
}
