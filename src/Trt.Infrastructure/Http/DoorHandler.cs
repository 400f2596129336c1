using System.Net;

namespace Trt.Infrastructure.Http;

/// <summary>
/// Stands between a neighbour's door and the wire. Whatever happens there becomes a value here, before Refit could make an exception
/// of it that no longer says whether anything was sent.
/// </summary>
/// <param name="redact">Takes our secrets out of a text that came from elsewhere.</param>
/// <param name="limit">How long one call may take, the answer included.</param>
internal abstract class DoorHandler(Func<string, string> redact, TimeSpan limit, int answerBytesMax, TimeProvider time) : DelegatingHandler
{
    /// <summary>Goes out exactly once. Whoever repeats it must know that this is safe.</summary>
    protected async Task<Exchange> Once(HttpRequestMessage request, CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            return new Exchange.NotSent("cancelled before it was sent");
        }

        using var clock = new CancellationTokenSource(limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            using var response = await base.SendAsync(request, end.Token);
            return await response.Content.ReadCapped(answerBytesMax, end.Token) is { } body
                ? new Exchange.Answered(response.StatusCode, body, response.RetryAfter(time))
                : new Exchange.Silence("the answer is larger than any answer should be");
        }
        catch (HttpRequestException failure) when (IsBeforeSending(failure.HttpRequestError))
        {
            return new Exchange.NotSent(Explain(failure));
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return new Exchange.NotSent("no connection in time");
        }
        catch (OperationCanceledException)
        {
            return new Exchange.Silence(token.IsCancellationRequested ? "cancelled while waiting for the answer" : "no answer in time");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new Exchange.Silence(Explain(failure));
        }
    }

    /// <summary>Foreign text for the operator's eyes: one line, short, without our secrets.</summary>
    protected string Clean(string text) => OneLine.Of(redact(text));

    private static bool IsBeforeSending(HttpRequestError error) => error is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private string Explain(Exception failure) => Clean($"{failure.GetType().Name}: {failure.Message}");
}

/// <summary>How one call went. Which end it was decides whether it may be made again, so the ends are kept apart.</summary>
internal abstract record Exchange
{
    /// <summary>A whole answer, whatever it says.</summary>
    public sealed record Answered(HttpStatusCode Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : Exchange;

    /// <summary>Proven: the request never left.</summary>
    public sealed record NotSent(string Detail) : Exchange;

    /// <summary>The request left, or may have left, and no whole answer came.</summary>
    public sealed record Silence(string Detail) : Exchange;
}
