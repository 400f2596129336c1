using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trt.Api.Tests.Stories;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>The alarms and the dashboard in ops/ speak of what is on the page, and the alarms do as their own tests say.</summary>
public sealed partial class MonitoringTests
{
    private const string Rules = "ops/prometheus/trt.rules.yaml";

    /// <summary>Prometheus adds these itself.</summary>
    private static readonly string[] OfPrometheus = ["le", "instance", "job"];

    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [TestCase("check", "rules", Rules)]
    [TestCase("test", "rules", "ops/prometheus/trt.rules.test.yaml")]
    public async Task Promtool_agrees(params string[] command)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PROMTOOL_PATH") ?? "promtool", command)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var promtool = Process.Start(start)!;
        var (output, errors) = (promtool.StandardOutput.ReadToEndAsync(), promtool.StandardError.ReadToEndAsync());
        await promtool.WaitForExitAsync();
        promtool.ExitCode.ShouldBe(0, $"{await output}{await errors}");
    }

    [Test]
    public void Every_alarm_has_a_test_of_its_own()
    {
        var alarms = Alarms().Select(alarm => alarm.Name).ToList();
        alarms.Count.ShouldBeGreaterThan(15);
        var tested = Regex.Matches(Repository.Read("ops/prometheus/trt.rules.test.yaml"), @"alertname: (\w+)").Select(name => name.Groups[1].Value).ToHashSet();
        tested.ShouldBe(alarms, ignoreOrder: true);
    }

    [Test]
    public void Every_alarm_says_what_happened_what_it_means_and_where_the_rest_is()
    {
        var runbook = Repository.Read("docs/operations.md");
        foreach (var (name, text) in Alarms())
        {
            foreach (var part in new[] { "severity:", "summary:", "customers:", "todo:" })
            {
                text.ShouldContain(part, customMessage: name);
            }

            text.ShouldContain($"runbook: docs/operations.md#{name.ToLowerInvariant()}\n", customMessage: name);
            runbook.ShouldContain($"\n### {name}\n", customMessage: name);
        }
    }

    [Test]
    public async Task Alarms_and_dashboard_speak_of_metrics_and_labels_that_exist()
    {
        var known = await Known();
        var asked = Expressions().SelectMany(Mentioned).ToList();
        asked.Count.ShouldBeGreaterThan(60);
        foreach (var (name, labels) in asked)
        {
            known.ShouldContainKey(name);
            labels.ShouldBeSubsetOf([.. known[name], .. OfPrometheus], name);
        }
    }

    [Test]
    public void What_is_not_on_the_page_is_found()
    {
        Mentioned("sum by (lane, le) (rate(trt_a_bucket{kind=\"x\",outcome=~\"a|b\"}[5m])) / up").ShouldBe(
            [("trt_a_bucket", ["kind", "outcome", "lane", "le"])], new ByName());
        Mentioned("histogram_quantile(0.99, sum by (le) (rate(http_server_b_bucket[5m])))").Single().Name.ShouldBe("http_server_b_bucket");
    }

    /// <summary>Ours as they are documented, which another test holds to the page; those of others as they are there.</summary>
    private async Task<Dictionary<string, HashSet<string>>> Known()
    {
        var known = new Dictionary<string, HashSet<string>>();
        foreach (var (name, type, labels) in MetricsPageTests.Documented())
        {
            foreach (var ending in type == "histogram" ? new[] { "_bucket", "_sum", "_count" } : [""])
            {
                known.Add($"{name}{ending}", [.. labels]);
            }
        }

        await _shop.Arrives();
        await Eventually.Holds("what the shop does is measured", async () =>
            await _shop.Http.GetStringAsync("/metrics") is var page
            && page.Contains("db_client_operation_duration_seconds_bucket{", StringComparison.Ordinal)
            && page.Contains("http_client_request_duration_seconds_bucket{", StringComparison.Ordinal));
        foreach (Match series in Series().Matches(await _shop.Http.GetStringAsync("/metrics")))
        {
            var name = series.Groups["name"].Value;
            if (!name.StartsWith("trt_", StringComparison.Ordinal))
            {
                known.TryAdd(name, []);
                known[name].UnionWith(Label().Matches(series.Groups["labels"].Value).Select(label => label.Groups[1].Value));
            }
        }

        return known;
    }

    /// <summary>Each metric of an expression, with the labels that stand at it or by which it is summed.</summary>
    private static IEnumerable<(string Name, string[] Labels)> Mentioned(string expression)
    {
        var sums = By().Matches(expression).SelectMany(by => by.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        return Metric().Matches(By().Replace(expression, "")).Select(metric => (
            metric.Groups["name"].Value,
            (string[])[.. Label().Matches(metric.Groups["labels"].Value).Select(label => label.Groups[1].Value), .. sums]));
    }

    private static IEnumerable<string> Expressions() => Alarms().Select(alarm => alarm.Text[..alarm.Text.IndexOf("labels:", StringComparison.Ordinal)])
        .Concat(Panels(JsonDocument.Parse(Repository.Read("ops/grafana/trt.json")).RootElement));

    private static IEnumerable<string> Panels(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(member =>
            member.Name == "expr" ? [member.Value.GetString()!] : Panels(member.Value)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Panels),
        _ => [],
    };

    private static IEnumerable<(string Name, string Text)> Alarms() => Repository.Read(Rules).Split("      - alert: ").Skip(1)
        .Select(alarm => (alarm[..alarm.IndexOf('\n', StringComparison.Ordinal)].Trim(), alarm));

    [GeneratedRegex(@"\b(?<name>(?:trt|http|db|dotnet|kestrel|process)_\w+)(?:\{(?<labels>[^}]*)\})?")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\b(?:by|on)\s*\(([^)]*)\)")]
    private static partial Regex By();

    [GeneratedRegex("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<name>\w+)\{(?<labels>.*)\} \S+$", RegexOptions.Multiline)]
    private static partial Regex Series();

    private sealed class ByName : IEqualityComparer<(string Name, string[] Labels)>
    {
        public bool Equals((string Name, string[] Labels) x, (string Name, string[] Labels) y) => x.Name == y.Name && x.Labels.SequenceEqual(y.Labels);

        public int GetHashCode((string Name, string[] Labels) obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
    }
}
