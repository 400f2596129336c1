using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The one way out to the payment provider: account, time limit, size limit, and every failure turned into a value.</summary>
internal sealed partial class YooKassaHttp(IHttpClientFactory clients, YooKassaOptions options, TimeProvider time, ILogger<YooKassaHttp> logger)
{
    public const string ClientName = "card-payments";

    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private const int AnswerBytesMax = 256 * 1024;
    private const int DetailLengthMax = 300;

    private readonly AuthenticationHeaderValue _account = new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ShopId}:{options.SecretKey}")));

    /// <param name="key">The provider remembers its answer under this for a day: the same key again gives the same object.</param>
    public Task<YooKassaAnswer> Post(string path, Guid key, object body, CancellationToken token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, At(path))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, YooKassaJson.Options)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Add("Idempotence-Key", key.ToString());
        return Send(request, path, token);
    }

    public Task<YooKassaAnswer> Get(string path, CancellationToken token) => Send(new HttpRequestMessage(HttpMethod.Get, At(path)), path, token);

    private async Task<YooKassaAnswer> Send(HttpRequestMessage request, string path, CancellationToken token)
    {
        using (request)
        {
            request.Headers.Authorization = _account;
            request.Headers.Accept.ParseAdd(MediaTypeNames.Application.Json);
            var started = time.GetTimestamp();
            var answer = await Exchange(request, token);
            var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
            var end = Describe(answer);
            Called(request.Method.Method, path, end, milliseconds);
            return answer;
        }
    }

    private async Task<YooKassaAnswer> Exchange(HttpRequestMessage request, CancellationToken token)
    {
        using var clock = new CancellationTokenSource(options.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            var body = await ReadCapped(response.Content, end.Token);
            return Judge(response, body);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new YooKassaAnswer.Silence("no answer in time");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new YooKassaAnswer.Silence(OneLine($"{failure.GetType().Name}: {failure.Message}"));
        }
    }

    private YooKassaAnswer Judge(HttpResponseMessage response, byte[]? body) => response.StatusCode switch
    {
        HttpStatusCode.OK => Parse(body) is { ValueKind: JsonValueKind.Object } found
            ? new YooKassaAnswer.Reply(found)
            : new YooKassaAnswer.Silence("an answer that is no object of the provider"),
        HttpStatusCode.TooManyRequests => new YooKassaAnswer.TooFast(RetryAfter(response)),
        // Only its own JSON is the provider's no; a page with the same status may be anybody's on the way.
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError when Parse(body) is { ValueKind: JsonValueKind.Object } error =>
            new YooKassaAnswer.Refusal((int)response.StatusCode, Explain(error)),
        var other => new YooKassaAnswer.Silence($"status {(int)other}"),
    };

    private static JsonElement? Parse(byte[]? body)
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize<JsonElement>(body, YooKassaJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>"invalid_request amount.value: the text for developers".</summary>
    private string Explain(JsonElement error) =>
        OneLine($"{error.Text("code")} {error.Text("parameter")}: {error.Text("description")}");

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static async Task<byte[]?> ReadCapped(HttpContent content, CancellationToken token)
    {
        await using var stream = await content.ReadAsStreamAsync(token);
        using var body = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(block, token)) > 0)
        {
            if (body.Length + read > AnswerBytesMax)
            {
                return null;
            }

            body.Write(block, 0, read);
        }

        return body.ToArray();
    }

    private static string Describe(YooKassaAnswer answer) => answer switch
    {
        YooKassaAnswer.Reply => "200",
        YooKassaAnswer.Refusal refusal => $"{refusal.Status} {refusal.Detail}",
        YooKassaAnswer.TooFast => "429",
        YooKassaAnswer.Silence silence => $"silence ({silence.Detail})",
        _ => throw new UnreachableException(),
    };

    /// <summary>Foreign text for the operator's eyes: one line, short, without our key.</summary>
    private string OneLine(string text) =>
        new string([.. options.Redact(text).Take(DetailLengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();

    private Uri At(string path) => new($"{options.ApiBase.AbsoluteUri.TrimEnd('/')}/{path}");

    [LoggerMessage(EventId = 4201, EventName = "CARD_CALL", Level = LogLevel.Debug, Message = "{Method} {Path} ended with {End} after {Milliseconds} ms")]
    private partial void Called(string method, string path, string end, long milliseconds);
}
