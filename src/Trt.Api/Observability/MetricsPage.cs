using Microsoft.AspNetCore.Http.Features;

namespace Trt.Api.Observability;

/// <summary>
/// The page that Prometheus reads. The exporter's own way to map it builds all meters at once, which is before the port opens; here its
/// first reader does it, unless <see cref="TelemetryStarter"/> was sooner.
/// </summary>
internal sealed class MetricsPage(Observatory observatory, IServiceProvider services)
{
    public const string Path = "/metrics";

    private readonly Lazy<RequestDelegate> _page = new(() => Build(observatory, services));

    /// <summary>The exporter lets one reader wait for the other; so it writes into memory, and who reads slowly waits alone.</summary>
    public async Task Write(HttpContext http)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var page = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(page));
        try
        {
            await _page.Value(http);
        }
        finally
        {
            http.Features.Set(wire);
        }

        http.Response.ContentLength = page.Length;
        await wire.Stream.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), http.RequestAborted);
    }

    private static RequestDelegate Build(Observatory observatory, IServiceProvider services) => new ApplicationBuilder(services)
        .UseOpenTelemetryPrometheusScrapingEndpoint(
            observatory.Meters, predicate: _ => true, path: null, configureBranchedPipeline: null, optionsName: null)
        .Build();
}
