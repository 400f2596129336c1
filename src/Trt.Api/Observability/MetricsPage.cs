namespace Trt.Api.Observability;

/// <summary>
/// The page that Prometheus reads. The exporter's own way to map it builds all meters at once, which is before the port opens;
/// here its first
/// reader does it, unless <see cref="TelemetryStarter"/> was sooner.
/// </summary>
internal sealed class MetricsPage(Observatory observatory, IServiceProvider services)
{
    public const string Path = "/metrics";

    private readonly Lazy<RequestDelegate> _page = new(() => Build(observatory, services));

    public Task Write(HttpContext http) => _page.Value(http);

    private static RequestDelegate Build(Observatory observatory, IServiceProvider services) => new ApplicationBuilder(services)
        .UseOpenTelemetryPrometheusScrapingEndpoint(
            observatory.Meters, predicate: _ => true, path: null, configureBranchedPipeline: null, optionsName: null)
        .Build();
}
