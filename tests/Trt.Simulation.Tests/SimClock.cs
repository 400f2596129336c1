namespace Trt.Simulation.Tests;

/// <summary>
/// The time of everybody in the simulation. It moves only when the simulation moves it, and whoever waits for it in the middle of some
/// work waits there as for a neighbour.
/// </summary>
internal sealed class SimClock : TimeProvider
{
    private DateTimeOffset _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Set(DateTimeOffset now) => _now = now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var flow = Flow.Current ?? throw new InvalidOperationException("Nobody waits for the time outside the simulation");
        return new SimTimer(flow.WaitFor(_now + dueTime), () => callback(state));
    }

    private sealed class SimTimer : ITimer
    {
        public SimTimer(Task wake, Action ring) =>
            // The work ends itself when its process is dead: it finds no database any more.
            wake.ContinueWith(_ => ring(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("A wait is not changed");

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
