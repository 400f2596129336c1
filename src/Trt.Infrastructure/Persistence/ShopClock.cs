namespace Trt.Infrastructure.Persistence;

/// <summary>
/// The one clock of the shop: the database's, carried on by this program's own steady count in between. Instances whose machines
/// disagree, and a machine whose clock is set, do not change when money moves.
/// </summary>
public sealed class ShopClock(TimeProvider machine) : TimeProvider
{
    private Reading _last = new(machine.GetUtcNow(), machine.GetTimestamp());

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        var last = _last;
        return last.At + machine.GetElapsedTime(last.Timestamp);
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <returns>How far it was off.</returns>
    public TimeSpan Set(DateTimeOffset now)
    {
        var difference = now - GetUtcNow();
        _last = new Reading(now, machine.GetTimestamp());
        return difference;
    }

    private sealed record Reading(DateTimeOffset At, long Timestamp);
}
