namespace Trt.Infrastructure.Http;

internal static class Waiting
{
    /// <summary>How long the other side asks us to wait, whichever way it says so; null when it does not.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };
}
