using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Trt.Infrastructure.Tests.Http;

/// <summary>What stands at the far end of a door: notes what was sent, and answers as it is told.</summary>
internal sealed class Wire(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public ConcurrentQueue<Sent> Requests { get; } = new();

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Wire Saying(string json) => new(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    }));

    public static Wire Failing(Exception failure) => new(_ => throw failure);

    /// <summary>Never answers, and lets go when it is told to.</summary>
    public static Wire Silent() => new(async token =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        throw new InvalidOperationException("unreachable");
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(' ', header.Value));
        Requests.Enqueue(new Sent(
            request.Method.Method, request.RequestUri!.AbsoluteUri, request.Content?.Headers.ContentType?.ToString(), headers, body));
        Reached.TrySetResult();
        return await answer(cancellationToken);
    }

    internal sealed record Sent(string Method, string Address, string? ContentType, IReadOnlyDictionary<string, string> Headers, string Body);
}
