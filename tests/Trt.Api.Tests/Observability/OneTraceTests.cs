using Microsoft.AspNetCore.Server.Kestrel.Core;
using Trt.Api.Tests.Stories;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>From the press to the result in the chat: one trace, as a collector sees it.</summary>
public sealed class OneTraceTests
{
    private static readonly string[] Steps =
        ["update", "ConfirmGeneration", "generation.submit.v1", "provider callback", "generation.check.v1", "generation.deliver.v1", "telegram sendPhoto"];

    [TestCase("http/protobuf", HttpProtocols.Http1)]
    [TestCase("grpc", HttpProtocols.Http2)]
    public async Task An_order_is_one_trace_from_the_press_to_the_delivery(string protocol, HttpProtocols http)
    {
        await using var collector = await Collector.Start(http);
        await using var shop = await RunningShop.Open(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"));
        var anna = await shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");

        var trace = (await Eventually.Get("the whole order has arrived", () => collector.Spans.GroupBy(span => span.Trace)
            .FirstOrDefault(trace => Steps.All(step => trace.Any(span => span.Name == step))))).ToList();
        var cid = trace.First(span => span.Name == "update").Attributes["trt.cid"];
        trace[0].Trace.ShouldStartWith(cid);
        trace.Where(span => span.Attributes.ContainsKey("trt.cid")).ShouldAllBe(span => span.Attributes["trt.cid"] == cid);
        trace.Count(span => span.Name == "update").ShouldBe(1);
        trace.Select(span => span.Id).ShouldBeUnique();

        // Whoever opens the trace sees whole steps: what is below something is below a part of this trace.
        var ids = trace.Select(span => span.Id).ToHashSet();
        trace.Where(span => span.Parent.Length > 0 && !ids.Contains(span.Parent) && !IsOfANeighbour(span)).Select(span => span.Name).ShouldBeEmpty();
        // The request that brought the update has its own trace, which ASP.NET Core makes; the update leads to it.
        var request = trace.Single(span => span.Name == "update").Links.ShouldHaveSingleItem();
        collector.Spans.ShouldContain(span => span.Trace == request && span.Name == "POST /telegram/webhook");

        var waited = await Eventually.Get("how long it took has arrived", () => collector.Histograms.LastOrDefault(
            histogram => histogram.Name == "trt.order.paid_to_delivered" && histogram.Attributes["output"] == "Image"));
        (waited.Unit, waited.Count).ShouldBe(("s", 1UL));
        waited.Buckets.Count.ShouldBe(waited.Bounds.Count + 1);
    }

    /// <summary>The simulators answer in this process, and a collector of theirs would show what they do in the trace that called them.</summary>
    private static bool IsOfANeighbour(OtlpSpan span) => span.Name.Contains(" /kie/", StringComparison.Ordinal);

    [TestCase("87aed2e36a", "87aed2e36a87aed2e36a87aed2e36a87")]
    [TestCase("0000000001", "00000000010000000001000000000100")]
    public void A_traces_id_is_the_cid_over_and_over(string cid, string trace) =>
        Tracing.TraceOf(new Cid(cid)).ToHexString().ShouldBe(trace);

    /// <summary>No trace may be called nothing but zeros, and a cid may be of another time.</summary>
    [TestCase("0000000000")]
    [TestCase("")]
    [TestCase("from-2019")]
    public void Any_cid_has_a_trace(string cid)
    {
        var trace = Tracing.TraceOf(new Cid(cid)).ToHexString();
        trace.ShouldMatch("^[0-9a-f]{32}$");
        trace.ShouldNotBe(new string('0', 32));
        Tracing.TraceOf(new Cid(cid)).ToHexString().ShouldBe(trace);
    }
}
