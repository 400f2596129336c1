namespace Trt.Sandbox.Control;

/// <summary>The real clock plus what <c>/control/clock</c> has added; shared by both simulators and the shop.</summary>
public sealed class SandboxClock : TimeProvider
{
    private long _aheadTicks;

    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public void Reset() => Interlocked.Exchange(ref _aheadTicks, 0);
}
