using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Trt.Application.Ports;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>The page that Prometheus reads, against what docs/telemetry.md promises of it.</summary>
public sealed partial class MetricsPageTests
{
    private static readonly IReadOnlyList<Instrument> Ours =
        [.. typeof(Telemetry).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Instrument>()];

    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task The_documented_metrics_are_those_on_the_page()
    {
        foreach (var instrument in Ours)
        {
            Touch(instrument);
        }

        var documented = Documented().ToDictionary(metric => metric.Name, metric => metric.Type);
        documented.ShouldNotBeEmpty();
        await Eventually.Holds($"each of {string.Join(", ", documented.Keys)} is on the page", async () =>
            documented.Keys.ToHashSet().IsSubsetOf(Types(await Page()).Keys));
        Types(await Page()).Where(metric => metric.Key.StartsWith("trt_", StringComparison.Ordinal)).ToDictionary().ShouldBe(documented, ignoreOrder: true);
    }

    [Test]
    public async Task The_labels_on_the_page_are_documented()
    {
        await Look();
        (await _shop.Http.PostAsync("/callbacks/kie", new StringContent("{}"))).EnsureSuccessStatusCode();
        await Eventually.Holds("both are on the page", async () =>
            await Page() is var page
            && page.Contains("trt_provider_callbacks_total{outcome=\"", StringComparison.Ordinal)
            && page.Contains("trt_request_duration_seconds_bucket{", StringComparison.Ordinal));
        var page = await Page();
        foreach (var (name, _, labels) in Documented())
        {
            var shown = Series().Matches(page)
                .Where(series => Regex.IsMatch(series.Groups["name"].Value, $"^{name}(_bucket|_sum|_count)?$"))
                .SelectMany(series => Label().Matches(series.Groups["labels"].Value).Select(label => label.Groups[1].Value))
                .Where(label => label != "le")
                .Distinct();
            shown.ShouldBeSubsetOf(labels, name);
        }
    }

    [Test]
    public void Every_instrument_of_ours_is_in_the_one_list_with_its_unit_and_what_it_means()
    {
        var published = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Telemetry.Name)
                {
                    published.Add(instrument);
                }
            },
        };
        listener.Start();
        published.ShouldBe(Ours, ignoreOrder: true);
        Ours.ShouldAllBe(instrument => !string.IsNullOrEmpty(instrument.Unit) && !string.IsNullOrEmpty(instrument.Description));
    }

    [Test]
    public async Task A_press_is_measured_in_half_milliseconds_and_work_in_minutes()
    {
        await Look();
        await Eventually.Holds("a press and its work are measured", async () =>
            await Page() is var page
            && page.Contains("""trt_update_duration_seconds_bucket{kind="Press",outcome="Answered",le="0.0005"}""", StringComparison.Ordinal)
            && page.Contains("""trt_update_duration_seconds_bucket{kind="Command",outcome="Answered",le="+Inf"}""", StringComparison.Ordinal)
            && page.Contains("""trt_request_duration_seconds_bucket{outcome="Done",request="EnterChat",le="300"}""", StringComparison.Ordinal)
            && Regex.IsMatch(page, """http_server_request_duration_seconds_bucket\{[^}]*http_route="/telegram/webhook"[^}]*le="0.0005"\}"""));
    }

    [Test]
    public async Task The_database_is_measured_under_a_name_and_not_an_address()
    {
        await Look();
        // Without a name of its own the pool would be called by its connection string.
        await Eventually.Holds("the database is measured", async () =>
            Regex.IsMatch(await Page(), "db_client_operation_duration_seconds_bucket\\{[^}]*db_client_connection_pool_name=\"trt\"[^}]*le=\"0.0005\""));
    }

    /// <summary>What a scrape costs is bounded: no name of a meter on each line, and no label with more values than we know.</summary>
    [Test]
    public async Task Every_family_says_what_it_is_once()
    {
        await Look();
        var page = await Page();
        page.ShouldNotContain("otel_scope");
        var families = Types(page);
        Regex.Matches(page, "^# HELP (\\S+) \\S", RegexOptions.Multiline).Select(help => help.Groups[1].Value).ShouldBe([.. families.Keys, "target_info"], ignoreOrder: true);
        families.Values.ShouldBeSubsetOf(["counter", "gauge", "histogram"]);
        families.Keys.Where(name => name.StartsWith("http_client_", StringComparison.Ordinal)).ShouldBeSubsetOf(["http_client_request_duration_seconds"]);
    }

    [Test]
    public async Task Readers_that_never_read_stop_neither_the_shop_nor_the_page()
    {
        var request = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", 200)));
        var idle = new List<TcpClient>();
        try
        {
            for (var reader = 0; reader < 4; reader++)
            {
                var client = new TcpClient { ReceiveBufferSize = 1024 };
                idle.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, _shop.Http.BaseAddress!.Port);
                await client.GetStream().WriteAsync(request);
            }

            await Look();
            (await Page()).ShouldContain("trt_update_duration_seconds");
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    [Test]
    public async Task A_shop_that_ends_beside_it_takes_no_figure_away()
    {
        await (await RunningShop.Open()).DisposeAsync();
        var before = Updates(await Page());
        await Look();
        await Eventually.Holds("updates are counted on", async () => Updates(await Page()) > before);
    }

    private static double Updates(string page) => Webhook().Matches(page).Sum(line => double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture));

    private Task<string> Page() => _shop.Http.GetStringAsync("/metrics");

    private async Task Look()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Press("Моё");
        await anna.Press("Баланс");
        await anna.Reads("Баланс:");
    }

    internal static IEnumerable<(string Name, string Type, string[] Labels)> Documented() =>
        Row().Matches(Repository.Read("docs/telemetry.md")).Select(row => (
            row.Groups["name"].Value,
            row.Groups["type"].Value,
            Regex.Matches(row.Groups["labels"].Value, "`(\\w+)`").Select(label => label.Groups[1].Value).ToArray()));

    private static Dictionary<string, string> Types(string page) =>
        Type().Matches(page).Where(type => type.Groups["name"].Value != "target_info").ToDictionary(type => type.Groups["name"].Value, type => type.Groups["type"].Value);

    /// <summary>Brings an instrument onto the page without telling anything.</summary>
    private static void Touch(Instrument instrument)
    {
        switch (instrument)
        {
            case Counter<long> counter:
                counter.Add(0);
                break;
            case Gauge<long> gauge:
                gauge.Record(0);
                break;
            case Gauge<double> gauge:
                gauge.Record(0);
                break;
            case Histogram<double> histogram:
                histogram.Record(0);
                break;
            default:
                Assert.Fail($"{instrument.Name} is of a kind that this test does not know");
                break;
        }
    }

    [GeneratedRegex(@"^\| `(?<name>trt_\w+)` \| (?<type>\w+) \|(?<labels>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^# TYPE (?<name>\S+) (?<type>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?<name>\w+)\{(?<labels>.*)\} \S+$", RegexOptions.Multiline)]
    private static partial Regex Series();

    [GeneratedRegex("""^http_server_request_duration_seconds_count\{[^}]*http_route="/telegram/webhook"[^}]*\} (\S+)$""", RegexOptions.Multiline)]
    private static partial Regex Webhook();

    [GeneratedRegex("(\\w+)=\"")]
    private static partial Regex Label();
}
