using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

/// <summary>The one way out to the provider: key, time limit, size limit, and every failure turned into a value.</summary>
/// <param name="asksAgain">Whether reading is repeated when there was no usable answer; not where every call is counted.</param>
internal sealed class KieHandler(
    KieOptions options, TimeSpan limit, int answerBytesMax, bool asksAgain, TimeProvider time, ILogger<KieHandler> log)
    : DoorHandler(options.Redact, limit, answerBytesMax, time)
{
    public const int AnswerBytesMax = 1024 * 1024;

    /// <summary>A thousand models with their texts.</summary>
    public const int CatalogBytesMax = 8 * 1024 * 1024;

    // The edge in front of the provider turns away callers that do not look like a browser, with a bare 403.
    private const string UserAgent =
        "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

    private static readonly TimeSpan[] ReadPauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600)];

    private readonly TimeProvider _time = time;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        request.Headers.UserAgent.ParseAdd(UserAgent);
        request.Headers.Accept.ParseAdd(MediaTypeNames.Application.Json);
        var isRepeated = asksAgain && request.Method == HttpMethod.Get;
        return new DoorAnswer<KieAnswer>(isRepeated ? await Ask(request, token) : await Call(request, token));
    }

    /// <summary>Asks, and asks again when there was no usable answer: reading changes nothing.</summary>
    private async Task<KieAnswer> Ask(HttpRequestMessage request, CancellationToken token)
    {
        foreach (var pause in ReadPauses)
        {
            var answer = await Call(request, token);
            if (!IsWorthAsking(answer) || token.IsCancellationRequested)
            {
                return answer;
            }

            await Task.Delay(pause, _time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await Call(request, token);
    }

    private async Task<KieAnswer> Call(HttpRequestMessage request, CancellationToken token)
    {
        var started = _time.GetTimestamp();
        var answer = Judge(await Once(request, token));
        var milliseconds = (long)_time.GetElapsedTime(started).TotalMilliseconds;
        var path = request.RequestUri?.AbsolutePath;
        var end = Describe(answer);
        log.Called(request.Method.Method, path, end, milliseconds);
        return answer;
    }

    private static bool IsWorthAsking(KieAnswer answer) => answer switch
    {
        KieAnswer.NotSent or KieAnswer.Silence => true,
        KieAnswer.Page page => page.HttpStatus >= 500,
        KieAnswer.Reply reply => reply.Code is >= 500 and < 505 && reply.Data.ValueKind != JsonValueKind.Object,
        _ => throw new UnreachableException(),
    };

    private KieAnswer Judge(Exchange exchange) => exchange switch
    {
        Exchange.Answered answered => Parse(answered),
        Exchange.NotSent notSent => new KieAnswer.NotSent(notSent.Detail),
        Exchange.Silence silence => new KieAnswer.Silence(silence.Detail),
        _ => throw new UnreachableException(),
    };

    private KieAnswer Parse(Exchange.Answered answered)
    {
        var status = (int)answered.Status;
        try
        {
            if (JsonSerializer.Deserialize(answered.Body.Span, KieJson.Default.KieEnvelope) is { } envelope)
            {
                var message = envelope.Msg.Text() ?? envelope.Message.Text() ?? "";
                return new KieAnswer.Reply(CodeOf(envelope) ?? status, Clean(message), envelope.Data, answered.RetryAfter);
            }
        }
        catch (JsonException)
        {
            // Not the provider's envelope: told apart by its HTTP status below.
        }

        return new KieAnswer.Page(status, answered.RetryAfter);
    }

    private static int? CodeOf(KieEnvelope envelope) =>
        envelope.Code.Number() is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    private static string Describe(KieAnswer answer) => answer switch
    {
        KieAnswer.Reply reply => reply.Code.ToString(CultureInfo.InvariantCulture),
        KieAnswer.Page page => string.Create(CultureInfo.InvariantCulture, $"page {page.HttpStatus}"),
        KieAnswer.NotSent => "not sent",
        KieAnswer.Silence => "silence",
        _ => throw new UnreachableException(),
    };
}
