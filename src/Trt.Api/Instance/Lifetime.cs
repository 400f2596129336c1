namespace Trt.Api.Instance;

internal static class Lifetime
{
    /// <summary>Completes when the program has started as a whole: the port is open.</summary>
    public static Task Started(this IHostApplicationLifetime lifetime)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }
}
