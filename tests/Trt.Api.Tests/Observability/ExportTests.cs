using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Observability;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>Spans and metrics leave by OTLP, the way the settings say.</summary>
public sealed class ExportTests
{
    [TestCase("http/protobuf", "", "/v1/traces", "/v1/metrics")]
    [TestCase("http/protobuf", "behind/a/path", "/behind/a/path/v1/traces", "/behind/a/path/v1/metrics")]
    [TestCase(null, "", "/v1/traces", "/v1/metrics")]
    [TestCase(
        "grpc", "",
        "/opentelemetry.proto.collector.trace.v1.TraceService/Export", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    public async Task They_arrive_in_the_protocol_that_was_asked_for(string? protocol, string path, string spans, string metrics)
    {
        await using var collector = await Collector.Start(protocol == "grpc" ? HttpProtocols.Http2 : HttpProtocols.Http1);
        List<(string, string)> settings =
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", new Uri(collector.Address, path).AbsoluteUri),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-key=ours"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ];
        if (protocol is not null)
        {
            settings.Add(("OTEL_EXPORTER_OTLP_PROTOCOL", protocol));
        }

        await using var shop = await RunningShop.Open([.. settings]);
        await shop.NewCustomer().Say("/start");
        await Eventually.Holds("the update's spans have arrived", () =>
            collector.All("trace") is var all
            && all.Contains("trt.cid", StringComparison.Ordinal)
            && all.Contains("telegram sendMessage", StringComparison.Ordinal)
            && all.Contains("POST /telegram/webhook", StringComparison.Ordinal)
            && all.Contains("db.query.text", StringComparison.Ordinal));
        await Eventually.Holds("the update's duration has arrived", () =>
            collector.All("metrics").Contains("trt.update.duration", StringComparison.Ordinal));
        collector.Exports.Select(export => export.Path).Distinct().ShouldBe([spans, metrics], ignoreOrder: true);
        collector.Exports.ShouldAllBe(export => export.Key == "ours");
    }

    [Test]
    public async Task What_was_measured_last_leaves_when_the_shop_closes()
    {
        await using var collector = await Collector.Start(HttpProtocols.Http1);
        await using (var shop = await RunningShop.Open(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri), ("OTEL_METRIC_EXPORT_INTERVAL", "3600000"), ("OTEL_BSP_SCHEDULE_DELAY", "3600000")))
        {
            var anna = shop.NewCustomer();
            await anna.Say("/start");
            await anna.Reads("добро пожаловать");
        }

        collector.All("trace").ShouldContain("trt.cid");
        collector.All("metrics").ShouldContain("trt.update.duration");
    }

    [Test]
    public async Task Without_an_address_no_span_is_made()
    {
        var shop = await Shop.Running;
        shop.Sandbox.Shop.GetRequiredService<Observatory>().Spans.ShouldBeNull();
    }
}
