using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Trt.Api.Startup;

namespace Trt.Api.Observability;

/// <summary>Begins to measure when the port is open, so that the port need not wait. What was measured last leaves when the program ends.</summary>
internal sealed class TelemetryStarter(IServiceProvider services, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await lifetime.Started().WaitAsync(stopping);
        services.GetRequiredService<MeterProvider>();
        services.GetService<TracerProvider>();
    }
}
