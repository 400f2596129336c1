using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Trt.Api.Tests.Stories;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>What an owner's alarms stand on: orders, money and work as the page tells of them. The page belongs to the whole process.</summary>
public sealed partial class OrderFiguresTests
{
    private const string Model = "nano-banana-pro";

    private RunningShop _shop = null!;
    private Page _before = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _before = await Page.Of(_shop);
    }

    [Test]
    public async Task A_delivered_order_is_counted_with_its_money_and_how_long_it_took()
    {
        await Delivers(await _shop.Arrives());
        await Grows($$"""trt_orders_confirmed_total{model="{{Model}}",way="paid"}""", 1);
        await Grows($$"""trt_orders_ended_total{end="Succeeded",model="{{Model}}"}""", 1);
        await Grows("""trt_orders_delivered_total{how="whole"}""", 1);
        await Grows("trt_money_revenue_kopecks_total", 1414);
        await Grows("trt_order_confirm_to_submitted_seconds_count", 1);
        await Grows("""trt_order_paid_to_delivered_seconds_count{output="Image"}""", 1);
        var now = await Page.Of(_shop);
        now["trt_money_provider_cost_kopecks_total"].ShouldBeGreaterThan(_before["trt_money_provider_cost_kopecks_total"]);
        now["""trt_order_paid_to_delivered_seconds_bucket{output="Image",le="3600"}"""]
            .ShouldBe(now["""trt_order_paid_to_delivered_seconds_count{output="Image"}"""]);
        now["trt_menu_answer_seconds_count"].ShouldBeGreaterThan(_before["trt_menu_answer_seconds_count"]);
    }

    [Test]
    public async Task An_order_that_fails_is_counted_with_its_reason_and_the_money_that_went_back()
    {
        var anna = await _shop.Arrives();
        await _shop.Provider(new { duration_ms = 20, task = new { failCode = "500", failMsg = "Internal server error", times = 1 } });
        await anna.OrdersPicture();
        await Grows("""trt_refunds_total{reason="ProviderError"}""", 1);
        await Grows("""trt_orders_failed_total{reason="ProviderError"}""", 1);
        await Grows($$"""trt_orders_ended_total{end="Failed",model="{{Model}}"}""", 1);
    }

    [Test]
    public async Task Work_that_waits_and_credits_that_are_left_are_shown_for_every_lane()
    {
        await Eventually.Holds("the gauges are there", async () => (await Page.Of(_shop)).Has("trt_provider_credits"));
        var page = await Page.Of(_shop);
        foreach (var lane in new[] { "Submit", "Check", "Payment", "Chat", "Operators", "News" })
        {
            page[$$"""trt_outbox_due{lane="{{lane}}"}"""].ShouldBeGreaterThanOrEqualTo(0);
            page[$$"""trt_outbox_oldest_seconds{lane="{{lane}}"}"""].ShouldBeGreaterThanOrEqualTo(0);
        }

        page.Has("""trt_parked{what="work"}""").ShouldBeTrue();
        page.Has("""trt_parked{what="update"}""").ShouldBeTrue();
        page["trt_provider_credits"].ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task A_callback_that_is_turned_away_is_counted_and_what_is_answered_is_measured()
    {
        _before.Has("trt_callback_4xx_total").ShouldBeTrue("an alarm sees only what grows from nothing");
        (await _shop.Http.GetAsync("/callbacks/kie")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await _shop.Http.PostAsync("/callbacks/kie", new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Grows("trt_callback_4xx_total", 1);
        await Grows("""trt_callback_answer_seconds_count{status="4xx"}""", 1);
        await Grows("""trt_callback_answer_seconds_count{status="2xx"}""", 1);
    }

    private static async Task Delivers(Customer customer)
    {
        await customer.OrdersPicture();
        await customer.Receives("photo");
    }

    /// <summary>By no less: other shops of this process count on the same page.</summary>
    private Task Grows(string series, double by) => Eventually.Holds(
        $"{series} has grown by {by}", async () => (await Page.Of(_shop))[series] - _before[series] >= by);

    private sealed partial class Page(Dictionary<string, double> series)
    {
        /// <summary>0 for what is not there.</summary>
        public double this[string name] => series.GetValueOrDefault(name);

        public bool Has(string name) => series.ContainsKey(name);

        public static async Task<Page> Of(RunningShop shop) => new(Line().Matches(await shop.Http.GetStringAsync("/metrics")).ToDictionary(
            line => line.Groups["series"].Value.Replace("{}", ""), line => double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture)));

        [GeneratedRegex(@"^(?<series>trt_\w+(?:\{.*\})?) (?<value>\S+)$", RegexOptions.Multiline)]
        private static partial Regex Line();
    }
}
