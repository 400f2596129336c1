using Trt.Application.Later;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// Wakes the workers of this instance when it has saved new work. Other instances find it with their short poll:
/// a NOTIFY inside the money transaction would cost three times its speed.
/// </summary>
internal sealed class OutboxBell
{
    private readonly Dictionary<Lane, SemaphoreSlim> _lanes =
        Enum.GetValues<Lane>().ToDictionary(lane => lane, _ => new SemaphoreSlim(0));

    /// <summary>Once for all who wait; asked under a lock, because catching "it rings already" costs more than the ring.</summary>
    public void Ring(Lane lane)
    {
        var bell = _lanes[lane];
        lock (bell)
        {
            if (bell.CurrentCount == 0)
            {
                bell.Release();
            }
        }
    }

    public Task<bool> Wait(Lane lane, TimeSpan timeout, CancellationToken token) => _lanes[lane].WaitAsync(timeout, token);
}
