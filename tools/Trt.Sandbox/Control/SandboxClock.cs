namespace Trt.Sandbox.Control;

/// <summary>
/// The real clock plus what <c>/control/clock</c> has added; shared by both simulators and the shop. Timers made by it move along:
/// whoever waits ten minutes is woken at once when the clock is put ten minutes ahead.
/// </summary>
public sealed class SandboxClock : TimeProvider, ISandboxState
{
    private readonly Lock _gate = new();
    private readonly HashSet<ShiftedTimer> _timers = [];
    private long _aheadTicks;

    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * System.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
        foreach (var timer in Timers())
        {
            timer.Rearm();
        }
    }

    /// <summary>Back to the real time. Who waits keeps the wait that was left.</summary>
    public void Reset()
    {
        var back = TimeSpan.FromTicks(Interlocked.Exchange(ref _aheadTicks, 0));
        foreach (var timer in Timers())
        {
            timer.Postpone(-back);
        }
    }

    private ShiftedTimer[] Timers()
    {
        lock (_gate)
        {
            return [.. _timers];
        }
    }

    private sealed class ShiftedTimer : ITimer
    {
        private readonly SandboxClock _clock;
        private readonly Timer _timer;
        private readonly Lock _gate = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public ShiftedTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _timer = new Timer(_ => Fire(callback, state), null, Timeout.Infinite, Timeout.Infinite);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            }

            Register(active: dueTime != Timeout.InfiniteTimeSpan);
            if (_timer.Change(dueTime, _period))
            {
                return true;
            }

            Register(active: false);
            return false;
        }

        public void Rearm()
        {
            lock (_gate)
            {
                if (_due is not { } due)
                {
                    return;
                }

                var wait = due - _clock.GetUtcNow();
                _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _period);
            }
        }

        public void Postpone(TimeSpan by)
        {
            lock (_gate)
            {
                _due += by;
            }
        }

        public void Dispose()
        {
            Register(active: false);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Register(active: false);
            return _timer.DisposeAsync();
        }

        private void Fire(TimerCallback callback, object? state)
        {
            bool again;
            lock (_gate)
            {
                again = _period != Timeout.InfiniteTimeSpan;
                _due = again ? _clock.GetUtcNow() + _period : null;
            }

            if (!again)
            {
                Register(active: false);
            }

            callback(state);
        }

        private void Register(bool active)
        {
            lock (_clock._gate)
            {
                if (active)
                {
                    _clock._timers.Add(this);
                }
                else
                {
                    _clock._timers.Remove(this);
                }
            }
        }
    }
}
