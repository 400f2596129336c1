using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>The one way out to the provider: key, time limit, size limit, and every failure turned into a value.</summary>
internal sealed class KieHttp(IHttpClientFactory clients, KieOptions options, TimeProvider time, ILogger<KieHttp> log)
{
    public const string ClientName = "generation-provider";

    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // The edge in front of the provider turns away callers that do not look like a browser, with a bare 403.
    private const string UserAgent = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    private const int AnswerBytesMax = 1024 * 1024;

    private static readonly TimeSpan[] ReadPauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600)];

    /// <summary>Sends exactly once. Whoever repeats it must know that this is safe.</summary>
    public Task<KieAnswer> PostOnce(string path, ReadOnlyMemory<byte> json, CancellationToken token)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Send(HttpMethod.Post, At(options.ApiBase, path), content, options.Timeout, token);
    }

    /// <summary>Sends a file, once.</summary>
    public Task<KieAnswer> Upload(string path, HttpContent content, CancellationToken token) =>
        Send(HttpMethod.Post, At(options.UploadBase, path), content, options.UploadTimeout, token);

    /// <summary>Asks, and asks again when there was no usable answer: reading changes nothing.</summary>
    public async Task<KieAnswer> Get(string path, CancellationToken token)
    {
        var address = At(options.ApiBase, path);
        foreach (var pause in ReadPauses)
        {
            var answer = await Send(HttpMethod.Get, address, null, options.Timeout, token);
            if (!IsWorthAsking(answer) || token.IsCancellationRequested) return answer;
            await Task.Delay(pause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await Send(HttpMethod.Get, address, null, options.Timeout, token);
    }

    private static bool IsWorthAsking(KieAnswer answer) => answer switch
    {
        KieAnswer.NotSent or KieAnswer.Silence => true,
        KieAnswer.Page page => page.HttpStatus >= 500,
        KieAnswer.Reply reply => reply.Code is >= 500 and < 505 && reply.Data.ValueKind != JsonValueKind.Object,
        _ => throw new UnreachableException(),
    };

    private async Task<KieAnswer> Send(HttpMethod method, Uri address, HttpContent? content, TimeSpan limit, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        request.Headers.UserAgent.ParseAdd(UserAgent);
        request.Headers.Accept.ParseAdd("application/json");

        var started = time.GetTimestamp();
        var answer = await Exchange(request, limit, token);
        var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
        var path = address.AbsolutePath;
        var end = Describe(answer);
        log.Called(method.Method, path, end, milliseconds);
        return answer;
    }

    private async Task<KieAnswer> Exchange(HttpRequestMessage request, TimeSpan limit, CancellationToken token)
    {
        if (token.IsCancellationRequested) return new KieAnswer.NotSent("cancelled before it was sent");
        using var clock = new CancellationTokenSource(limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            var body = await ReadCapped(response.Content, end.Token);
            return body is null
                ? new KieAnswer.Silence("the answer is larger than any answer should be")
                : Parse((int)response.StatusCode, body, RetryAfter(response));
        }
        catch (HttpRequestException failure) when (IsBeforeSending(failure.HttpRequestError))
        {
            return new KieAnswer.NotSent(Explain(failure));
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return new KieAnswer.NotSent("no connection in time");
        }
        catch (OperationCanceledException)
        {
            return new KieAnswer.Silence(token.IsCancellationRequested ? "cancelled while waiting for the answer" : "no answer in time");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new KieAnswer.Silence(Explain(failure));
        }
    }

    private static bool IsBeforeSending(HttpRequestError error) => error is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private KieAnswer Parse(int httpStatus, byte[] body, TimeSpan? retryAfter)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, KieJson.Default.KieEnvelope) is { } envelope)
            {
                var code = envelope.Code.Number() is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : httpStatus;
                var message = envelope.Msg.Text() ?? envelope.Message.Text() ?? "";
                return new KieAnswer.Reply(code, OneLine(message), envelope.Data, retryAfter);
            }
        }
        catch (JsonException)
        {
            // Not the provider's envelope: told apart by its HTTP status below.
        }

        return new KieAnswer.Page(httpStatus, retryAfter);
    }

    private static async Task<byte[]?> ReadCapped(HttpContent content, CancellationToken token)
    {
        await using var stream = await content.ReadAsStreamAsync(token);
        using var body = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(block, token)) > 0)
        {
            if (body.Length + read > AnswerBytesMax) return null;
            body.Write(block, 0, read);
        }

        return body.ToArray();
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static string Describe(KieAnswer answer) => answer switch
    {
        KieAnswer.Reply reply => reply.Code.ToString(CultureInfo.InvariantCulture),
        KieAnswer.Page page => string.Create(CultureInfo.InvariantCulture, $"page {page.HttpStatus}"),
        KieAnswer.NotSent => "not sent",
        KieAnswer.Silence => "silence",
        _ => throw new UnreachableException(),
    };

    private string Explain(Exception failure) => OneLine($"{failure.GetType().Name}: {failure.Message}");

    /// <summary>Foreign text for the operator's eyes: one line, short, without our key.</summary>
    private string OneLine(string text)
    {
        const int lengthMax = 300;
        var clean = new string([.. options.Redact(text).Take(lengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return clean.Trim();
    }

    private static Uri At(Uri root, string path) => new(root.AbsoluteUri.TrimEnd('/') + path);
}
