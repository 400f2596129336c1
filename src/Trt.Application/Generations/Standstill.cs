using Trt.Application.Ports;

namespace Trt.Application.Generations;

/// <summary>Whether starts at the provider are paused, as known here a second ago at most: nobody is asked for it at the counter.</summary>
public sealed class Standstill(TimeProvider time)
{
    /// <summary>As ticks: read by many while one writes, and a moment with its offset is not written at once.</summary>
    private long _until;

    public bool IsNow => time.GetUtcNow().UtcTicks < Volatile.Read(ref _until);

    public async Task Refresh(IPace pace, CancellationToken token) =>
        Volatile.Write(ref _until, (await pace.PausedUntil(Pauses.Provider, token))?.UtcTicks ?? 0);
}
