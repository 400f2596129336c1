namespace Trt.Api.Instance;

internal static class Lifetime
{
    private const int Broken = 70;

    /// <summary>Completes when the program has started as a whole: the port is open.</summary>
    public static Task Started(this IHostApplicationLifetime lifetime)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    /// <summary>Runs until it is told to stop, or a part breaks: then a supervisor must see that it did not end well.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunToTheEnd(this WebApplication app, CancellationToken token)
    {
        // The container is gone once the program has run.
        var parts = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.RunAsync(token);
        return parts.Exists(part => part.ExecuteTask is { IsFaulted: true }) ? Broken : Environment.ExitCode;
    }
}
