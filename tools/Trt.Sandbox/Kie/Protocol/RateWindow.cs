namespace Trt.Sandbox.Kie.Protocol;

/// <summary>A sliding window: what does not fit is refused, not queued, and does not use up the window.</summary>
internal sealed class RateWindow(int callsMax, TimeSpan length)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _calls = new();

    public long Passed { get; private set; }

    public long Overshoot { get; private set; }

    public bool Enter(DateTimeOffset now)
    {
        lock (_gate)
        {
            // A call "from the future" is left over from a clock that was set back.
            while (_calls.TryPeek(out var oldest) && (oldest <= now - length || oldest > now))
            {
                _calls.Dequeue();
            }

            if (_calls.Count >= callsMax)
            {
                Overshoot++;
                return false;
            }

            _calls.Enqueue(now);
            Passed++;
            return true;
        }
    }
}
