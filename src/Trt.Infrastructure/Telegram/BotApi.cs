using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// The one door to Telegram. The token is in every address, so nothing that knows an address leaves this class: no foreign exception,
/// no HTTP activity (the handler makes none), no log line.
/// </summary>
public sealed class BotApi : IDisposable
{
    /// <summary>Telegram hands out no larger file to a bot.</summary>
    public const long DownloadBytesMax = 20 * 1024 * 1024;

    private const int AnswerBytesMax = 64 * 1024 * 1024;
    private static readonly TimeSpan DownloadWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryAfterUnnamed = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string _root;
    private readonly string _files;

    public BotApi(BotApiOptions options, TimeProvider time)
    {
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        _time = time;
        var api = options.ApiBase.AbsoluteUri.TrimEnd('/');
        _root = $"{api}/bot{options.Token}/";
        _files = $"{api}/file/bot{options.Token}/";
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Also keeps the runtime from making HTTP activities, whose url.full would carry the token.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
    }

    /// <exception cref="BotApiException">Telegram refused, or no answer came; the verdict says what to do.</exception>
    public async Task<TResult> Call<TResult>(BotMethod<TResult> method, CancellationToken token)
    {
        using var activity = TelegramTelemetry.Start(method.Name);
        try
        {
            using var deadline = new Deadline(method.AnswerWithin, _time, token);
            using var request = new HttpRequestMessage(HttpMethod.Post, _root + method.Name) { Content = Body(method) };
            using var response = await Send(request, method.Name, HttpCompletionOption.ResponseContentRead, deadline);
            return await ReadAnswer<TResult>(response, method.Name);
        }
        catch (BotApiException e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message).SetTag("telegram.verdict", e.Verdict.ToString());
            throw;
        }
    }

    /// <param name="filePath">As getFile gave it.</param>
    /// <returns>The bytes as they come; reading ends with an exception past 20 MB or past the deadline.</returns>
    public async Task<Stream> Download(string filePath, CancellationToken token)
    {
        const string Method = "download";
        using var activity = TelegramTelemetry.Start(Method);
        var deadline = new Deadline(DownloadWithin, _time, token);
        HttpResponseMessage? response = null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _files + EscapePath(filePath));
            response = await Send(request, Method, HttpCompletionOption.ResponseHeadersRead, deadline);
            if (response.StatusCode != HttpStatusCode.OK)
                throw RefusedDownload(response);
            if (response.Content.Headers.ContentLength > DownloadBytesMax)
                throw new BotApiException(Method, 400, "file is too big", BotVerdict.TryOtherWay);
            return new DownloadStream(await response.Content.ReadAsStreamAsync(deadline.Token), DownloadBytesMax, response, deadline);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    /// <summary>Writes a call as the body that answers a webhook; Telegram makes the call and tells nobody how it ended.</summary>
    public static void WriteWebhookReply(BotMethod method, IBufferWriter<byte> output)
    {
        if (!method.MayAnswerWebhook)
            throw new ArgumentException($"{method.Name} cannot be the answer to a webhook.", nameof(method));
        using var writer = new Utf8JsonWriter(output, BotJson.WriterOptions);
        JsonSerializer.Serialize(writer, method, BotJson.Of(method.GetType()));
    }

    public void Dispose() => _http.Dispose();

    private static HttpContent Body(BotMethod method)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(method, BotJson.Of(method.GetType()));
        if (method.Uploads.Any())
            return new MultipartBody(json, method.Uploads);
        return new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private async Task<HttpResponseMessage> Send(
        HttpRequestMessage request, string method, HttpCompletionOption completion, Deadline deadline)
    {
        try
        {
            return await _http.SendAsync(request, completion, deadline.Token);
        }
        catch (HttpRequestException e)
        {
            throw NoAnswer(method, TokenRedaction.Redact(e.Message), NothingWasSent(e));
        }
        catch (OperationCanceledException) when (!deadline.CallerGaveUp)
        {
            // The connect timeout cancels as well, but it is not our deadline: then nothing was sent.
            throw deadline.Passed
                ? NoAnswer(method, "no answer in time", nothingWasSent: false)
                : NoAnswer(method, "no connection in time", nothingWasSent: true);
        }
        catch (IOException e)
        {
            throw NoAnswer(method, TokenRedaction.Redact(e.Message), nothingWasSent: false);
        }
    }

    private static BotApiException NoAnswer(string method, string description, bool nothingWasSent) =>
        new(method, errorCode: 0, description, nothingWasSent ? BotVerdict.TryLater : BotVerdict.Unknown);

    private static bool NothingWasSent(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
        HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async Task<TResult> ReadAnswer<TResult>(HttpResponseMessage response, string method)
    {
        BotAnswer<TResult>? answer;
        try
        {
            var body = await response.Content.ReadAsStreamAsync();
            answer = (BotAnswer<TResult>?)await JsonSerializer.DeserializeAsync(body, BotJson.Of(typeof(BotAnswer<TResult>)));
        }
        catch (JsonException)
        {
            answer = null;
        }
        if (answer is { Ok: true, Result: { } result })
            return result;
        throw answer is { Ok: false, ErrorCode: > 0 } ? Refused(answer, response, method) : NotFromTelegram(response, method);
    }

    private static BotApiException Refused<TResult>(BotAnswer<TResult> answer, HttpResponseMessage response, string method)
    {
        var description = TokenRedaction.Redact(answer.Description ?? "");
        var verdict = BotErrors.Sort(answer.ErrorCode, description);
        return new BotApiException(method, answer.ErrorCode, description, verdict)
        {
            RetryAfter = verdict == BotVerdict.RetryAfter
                ? answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : RetryAfter(response)
                : null,
            MigrateToChatId = answer.Parameters?.MigrateToChatId,
        };
    }

    /// <summary>A proxy spoke: its 403 says nothing about a chat, its 200 nothing about the call.</summary>
    private static BotApiException NotFromTelegram(HttpResponseMessage response, string method)
    {
        var code = (int)response.StatusCode;
        var verdict = code switch
        {
            < 300 => BotVerdict.Unknown,
            413 => BotVerdict.TryOtherWay,
            429 => BotVerdict.RetryAfter,
            _ => BotVerdict.TryLater,
        };
        return new BotApiException(method, code, "the answer is not Telegram's", verdict)
        {
            RetryAfter = verdict == BotVerdict.RetryAfter ? RetryAfter(response) : null,
        };
    }

    private static BotApiException RefusedDownload(HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        return code == 404
            ? new BotApiException("download", code, "the link has expired, ask getFile again", BotVerdict.TryLater)
            : new BotApiException("download", code, "the file was not handed out", BotErrors.Sort(code, ""))
            {
                RetryAfter = code == 429 ? RetryAfter(response) : null,
            };
    }

    private static TimeSpan RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta ?? RetryAfterUnnamed;

    private static string EscapePath(string filePath)
    {
        var segments = filePath.Split('/');
        return segments.Any(segment => segment is "" or "." or "..")
            ? throw new ArgumentException("Not a file path that getFile gives.", nameof(filePath))
            : string.Join('/', segments.Select(Uri.EscapeDataString));
    }
}
