namespace Trt.Api.Observability;

/// <summary>
/// The page that Prometheus reads. The exporter's own way to map it builds all meters at once, which is before the port opens; here the
/// first reader does it, unless <see cref="TelemetryStarter"/> was sooner.
/// </summary>
internal sealed class MetricsPage(IServiceProvider services)
{
    public const string Path = "/metrics";

    private readonly Lazy<RequestDelegate> _page = new(() =>
        new ApplicationBuilder(services).UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build());

    public Task Write(HttpContext http) => _page.Value(http);
}
