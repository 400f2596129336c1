using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Mime;
using System.Runtime.InteropServices;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// The one door to Telegram, before the package's client. The token is in every address, so nothing that knows an address leaves this
/// class: no foreign exception, no HTTP activity (the handler makes none), no log line.
/// </summary>
public sealed class BotApi : IDisposable
{
    /// <summary>Telegram hands out no larger file to a bot.</summary>
    public const long DownloadBytesMax = 20 * 1024 * 1024;

    private const int AnswerBytesMax = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithMedia = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceBeyondPoll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DownloadWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryAfterUnnamed = TimeSpan.FromSeconds(5);
    private static readonly JsonWriterOptions ReplyWriting = new() { Encoder = BotWire.Options.Encoder, SkipValidation = true };

    private readonly HttpClient _http;
    private readonly TelegramBotClient _bot;
    private readonly TimeProvider _time;
    private readonly string _files;

    public BotApi(BotApiOptions options, TimeProvider time)
    {
        if (options.Problems().FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        // The package takes its JSON options as they are when it first reads or writes.
        BotWire.Options.MakeReadOnly();
        _time = time;
        var host = options.ApiBase.GetLeftPart(UriPartial.Authority);
        _files = $"{host}/file/bot{options.Token}/";
        _http = new HttpClient(new BasePath(options.ApiBase, new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Also keeps the runtime from making HTTP activities, whose url.full would carry the token.
            ActivityHeadersPropagator = null,
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
        // Without this the client would wait inside a call for as long as Telegram asks; who waits, and with what, is decided by our pace.
        _bot = new TelegramBotClient(new TelegramBotClientOptions(options.Token, host) { RetryThreshold = 0 }, _http);
        _bot.OnApiResponseReceived += LookForProxy;
    }

    /// <exception cref="BotApiException">Telegram refused, or no answer came; the verdict says what to do.</exception>
    public async Task<TResult> Call<TResult>(IRequest<TResult> request, CancellationToken token)
    {
        using var activity = TelegramTelemetry.Start(request.MethodName);
        using var deadline = new Deadline(AnswerWithin(request), _time, token);
        try
        {
            return await _bot.SendRequest(request, deadline.Token);
        }
        catch (Exception exception) when (Understand(exception, request.MethodName, deadline) is { } failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.Message).SetTag("telegram.verdict", failure.Verdict.ToString());
            throw failure;
        }
    }

    /// <summary>What has come for the bot; each update is read for itself.</summary>
    /// <param name="offset">Acknowledges everything before it.</param>
    /// <param name="waitSeconds">How long Telegram waits for an update, up to 50.</param>
    public async Task<IReadOnlyList<ReceivedUpdate>> Receive(
        long offset, int waitSeconds, IReadOnlyList<UpdateType> kinds, CancellationToken token)
    {
        var updates = await Call(new UpdatesRequest { Offset = offset, Timeout = waitSeconds, AllowedUpdates = kinds }, token);
        return [.. updates.Select(update => ReceivedUpdate.Read(JsonMarshal.GetRawUtf8Value(update).ToArray()))];
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
            response = await _http.GetAsync(_files + EscapePath(filePath), HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw RefusedDownload(response);
            }

            if (response.Content.Headers.ContentLength > DownloadBytesMax)
            {
                throw new BotApiException(Method, 400, "file is too big", BotVerdict.TryOtherWay);
            }

            return new DownloadStream(await response.Content.ReadAsStreamAsync(deadline.Token), DownloadBytesMax, response, deadline);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            var failure = Understand(exception, Method, deadline);
            deadline.Dispose();
            if (failure is null)
            {
                throw;
            }

            throw failure;
        }
    }

    /// <summary>Writes a call as the body that answers a webhook; Telegram makes the call and tells nobody how it ended.</summary>
    public static void WriteWebhookReply(IRequest request, IBufferWriter<byte> output)
    {
        if (!MayAnswerWebhook(request))
        {
            throw new ArgumentException($"{request.MethodName} cannot be the answer to a webhook.", nameof(request));
        }

        request.IsWebhookResponse = true;
        using var writer = new Utf8JsonWriter(output, ReplyWriting);
        JsonSerializer.Serialize(writer, request, request.GetType(), BotWire.Options);
    }

    /// <summary>
    /// Writes a call and reads what Telegram would answer, without sending anything: the package learns each type at its first use.
    /// </summary>
    public static void Rehearse<TResult>(IRequest<TResult> request, ReadOnlySpan<byte> result)
    {
        using var body = new MemoryStream();
        request.ToHttpContent()?.CopyTo(body, null, CancellationToken.None);
        byte[] answer = [.. "{\"ok\":true,\"result\":"u8, .. result, .. "}"u8];
        JsonSerializer.Deserialize<ApiResponse<TResult>>(answer, BotWire.Options);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>How long an answer may take. Media take longer: we send them, or Telegram fetches them.</summary>
    internal static TimeSpan AnswerWithin(IRequest request) => request switch
    {
        UpdatesRequest poll => TimeSpan.FromSeconds(poll.Timeout) + PatienceBeyondPoll,
        SendPhotoRequest or SendVideoRequest or SendAudioRequest or SendDocumentRequest or SendMediaGroupRequest => PatienceWithMedia,
        _ => Patience,
    };

    /// <summary>Telegram takes no questions, no webhook changes and no files as an answer to a webhook.</summary>
    private static bool MayAnswerWebhook(IRequest request) =>
        !request.MethodName.StartsWith("get", StringComparison.Ordinal)
        && !request.MethodName.EndsWith("Webhook", StringComparison.Ordinal)
        && request.GetType().BaseType?.GetGenericTypeDefinition() != typeof(FileRequestBase<>);

    /// <summary>A proxy that asks to wait says in a header for how long; only here the header is seen.</summary>
    private static ValueTask LookForProxy(ITelegramBotClient bot, ApiResponseEventArgs answer, CancellationToken token)
    {
        var response = answer.ResponseMessage;
        return response.StatusCode == HttpStatusCode.TooManyRequests
            && response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json
                ? throw NotFromTelegram(answer.ApiRequestEventArgs.Request.MethodName, 429, RetryAfter(response))
                : ValueTask.CompletedTask;
    }

    /// <summary>Null for what is none of our failures: the caller gave up, or made a mistake.</summary>
    private static BotApiException? Understand(Exception exception, string method, Deadline deadline) => exception switch
    {
        BotApiException known => known,
        ApiRequestException refusal => Refused(refusal, method),
        RequestException { HttpStatusCode: { } status } => NotFromTelegram(method, (int)status, RetryAfterUnnamed),
        RequestException { InnerException: { } inner } => Understand(inner, method, deadline),
        HttpRequestException fault => NoAnswer(method, TokenRedaction.Redact(fault.Message), NothingWasSent(fault)),
        IOException fault => NoAnswer(method, TokenRedaction.Redact(fault.Message), nothingWasSent: false),
        OperationCanceledException when deadline.CallerGaveUp => null,
        // The connect timeout cancels as well, but it is not our deadline: then nothing was sent.
        OperationCanceledException when !deadline.Passed => NoAnswer(method, "no connection in time", nothingWasSent: true),
        OperationCanceledException => NoAnswer(method, "no answer in time", nothingWasSent: false),
        _ => null,
    };

    private static BotApiException NoAnswer(string method, string description, bool nothingWasSent) =>
        new(method, errorCode: 0, description, nothingWasSent ? BotVerdict.TryLater : BotVerdict.Unknown);

    private static bool NothingWasSent(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or
        HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static BotApiException Refused(ApiRequestException refusal, string method)
    {
        var description = TokenRedaction.Redact(refusal.Message);
        var verdict = Counted(BotErrors.Sort(refusal.ErrorCode, description));
        return new BotApiException(method, refusal.ErrorCode, description, verdict)
        {
            RetryAfter = verdict == BotVerdict.RetryAfter
                ? refusal.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : RetryAfterUnnamed
                : null,
            MigrateToChatId = refusal.Parameters?.MigrateToChatId,
        };
    }

    /// <summary>A proxy spoke: its 403 says nothing about a chat, its 200 nothing about the call.</summary>
    private static BotApiException NotFromTelegram(string method, int code, TimeSpan retryAfter)
    {
        var verdict = code switch
        {
            < 300 => BotVerdict.Unknown,
            413 => BotVerdict.TryOtherWay,
            429 => BotVerdict.RetryAfter,
            _ => BotVerdict.TryLater,
        };
        return new BotApiException(method, code, "the answer is not Telegram's", Counted(verdict))
        {
            RetryAfter = verdict == BotVerdict.RetryAfter ? retryAfter : null,
        };
    }

    private static BotVerdict Counted(BotVerdict verdict)
    {
        if (verdict == BotVerdict.RetryAfter)
        {
            Telemetry.Telegram429.Add(1);
        }

        return verdict;
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
