using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Trt.Application.Ports;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Observability;

/// <summary>Spans and metrics leave by OTLP when an address is configured; without one nothing is made.</summary>
internal static class Exporting
{
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, Uri? endpoint)
    {
        if (endpoint is null)
        {
            return services;
        }

        var resource = ResourceBuilder.CreateDefault().AddService(Telemetry.Name);
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Telemetry.Name, TelegramTelemetry.SourceName)
            .AddOtlpExporter(exporter => Point(exporter, new Uri(endpoint, "v1/traces")))
            .Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter((exporter, _) => Point(exporter, new Uri(endpoint, "v1/metrics")))
            .Build());
        return services.AddHostedService<ExportStarter>();
    }

    private static void Point(OtlpExporterOptions exporter, Uri endpoint)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = endpoint;
    }

    /// <summary>The providers begin to listen when they are made, and flush when they are disposed with the program.</summary>
    private sealed class ExportStarter(TracerProvider tracer, MeterProvider meter) : IHostedService
    {
        public Task StartAsync(CancellationToken token) => Task.CompletedTask;

        public Task StopAsync(CancellationToken token)
        {
            tracer.ForceFlush(2000);
            meter.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
