using Microsoft.AspNetCore.Http;

namespace Trt.Benchmarks.Neighbours;

/// <summary>One that says nothing: whoever asks waits for it.</summary>
internal class Provider
{
    protected const string Results = "/results/";

    public static bool IsAt(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/client/", StringComparison.Ordinal)
        || path.StartsWith(Results, StringComparison.Ordinal);

    /// <param name="address">Where it is, as the shop knows it.</param>
    public virtual async Task Answer(HttpContext http, string path, string address) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
