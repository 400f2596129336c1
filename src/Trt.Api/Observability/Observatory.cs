using System.Diagnostics.Metrics;
using Npgsql;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Observability;

/// <summary>
/// What is measured and where it can be read. Metrics always: they are the page of this instance. Spans only when they leave,
/// because making them for nobody costs every press. All of it is built at its first use, in a container of its own: the port
/// need not wait for it.
/// </summary>
internal sealed class Observatory(TrtOptions options, IMeterFactory ours) : IDisposable
{
    /// <summary>Whom we call is named by others at times (a result's address): beyond so many, they are one.</summary>
    private const int HostsMax = 200;

    private readonly Lazy<ServiceProvider> _built = new(() => Build(options, ours));

    public MeterProvider Meters => _built.Value.GetRequiredService<MeterProvider>();

    /// <summary>Null when they would leave for nowhere.</summary>
    public TracerProvider? Spans => _built.Value.GetService<TracerProvider>();

    public void Open()
    {
        _ = (Meters, Spans);
        Telemetry.BeginAtNothing();
    }

    /// <summary>What was measured last leaves now.</summary>
    public void Dispose()
    {
        if (_built.IsValueCreated)
        {
            _built.Value.Dispose();
        }
    }

    private static ServiceProvider Build(TrtOptions options, IMeterFactory ours)
    {
        var services = new ServiceCollection();
        // OpenTelemetry looks for its settings here.
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(options.Telemetry).Build());
        var isExported = options.Telemetry.Count > 0;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name))
            .WithMetrics(metrics => Measure(metrics, ours, isExported));
        if (isExported)
        {
            telemetry.WithTracing(Trace);
        }

        return services.BuildServiceProvider();
    }

    private static void Measure(MeterProviderBuilder metrics, IMeterFactory ours, bool isExported)
    {
        metrics
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http")
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddView(instrument => Kept(instrument, ours))
            // One meter is ours, and its names say so; the others' names are known to all the world.
            .AddPrometheusExporter(page => page.ScopeInfoEnabled = false);
        if (isExported)
        {
            metrics.AddOtlpExporter();
        }
    }

    /// <summary>
    /// Meters are heard by their names in the whole process, and a shop that ends takes its own with it: those of another shop are not
    /// for this page. Of all that is known about our calls only how long they take: the rest has a label for each address on the net.
    /// </summary>
    private static MetricStreamConfiguration? Kept(Instrument instrument, IMeterFactory ours) => instrument switch
    {
        { Meter.Scope: IMeterFactory others } when others != ours => MetricStreamConfiguration.Drop,
        { Name: "http.server.request.duration" or "db.client.operation.duration" } =>
            new ExplicitBucketHistogramConfiguration { Boundaries = Telemetry.Presses.ToArray() },
        { Name: "http.client.request.duration" } =>
            new ExplicitBucketHistogramConfiguration { Boundaries = Telemetry.Work.ToArray(), CardinalityLimit = HostsMax },
        { Meter.Name: "System.Net.Http" } => MetricStreamConfiguration.Drop,
        _ => null,
    };

    /// <summary>No spans of HTTP calls: their addresses carry the bot's token. Ours say what was called.</summary>
    private static void Trace(TracerProviderBuilder spans) => spans
        .AddSource(Telemetry.Name, TelegramTelemetry.SourceName)
        .AddAspNetCoreInstrumentation(Describe)
        .AddNpgsql()
        .AddOtlpExporter();

    private static void Describe(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter =
            http => !http.Request.Path.StartsWithSegments(MetricsPage.Path) && !http.Request.Path.StartsWithSegments("/health");
        requests.EnrichWithHttpRequest = (span, _) =>
        {
            // An address as it was sent may carry a secret, as the provider's callback does; the route says where it led.
            span.SetTag("url.path", null);
            span.SetTag("url.query", null);
        };
    }
}
