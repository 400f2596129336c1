using Trt.Api.Instance;

namespace Trt.Api.Observability;

/// <summary>Begins to measure as soon as the port is open.</summary>
internal sealed class TelemetryStarter(Observatory observatory, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await lifetime.Started().WaitAsync(stopping);
        observatory.Open();
    }
}
