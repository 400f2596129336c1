using Trt.Application.Ports;

namespace Trt.Application.Generations;

/// <summary>Whether starts at the provider are paused, as known here a second ago at most: nobody is asked for it at the counter.</summary>
public sealed class Standstill(TimeProvider time)
{
    private DateTimeOffset _until;

    public bool IsNow => time.GetUtcNow() < _until;

    public async Task Refresh(IPace pace, CancellationToken token) => _until = await pace.PausedUntil(Pauses.Provider, token) ?? default;
}
