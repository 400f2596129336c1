using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Trt.Infrastructure.Catalog;

namespace Trt.Sandbox.Certification;

/// <summary>
/// Holds our two sides of the provider against recordings of the real one: the client has to read every answer without loss, and the
/// emulator has to answer in the same shape, or the difference is listed with its reason.
/// </summary>
internal sealed class Certifier(Explanations explanations)
{
    public async Task<CertificationReport> Run(IReadOnlyList<Recording> recordings, CancellationToken token)
    {
        await using var player = await RecordPlayer.Start(token);
        await using var emulator = await EmulatorReplay.Start(token);
        var client = ClientReader.ClientOf(player.Address, out var services);
        await using var owned = services;
        var reader = new ClientReader(player, client, Cards());
        var findings = new List<Finding>();
        foreach (var recording in recordings)
        {
            foreach (var scenario in recording.Scenarios)
            {
                emulator.Begin();
                foreach (var exchange in scenario.Exchanges)
                {
                    var lost = await reader.Lost(recording.Model, exchange, token);
                    var differences = Compare(exchange, await emulator.Answer(scenario, exchange, token));
                    findings.Add(new Finding($"{recording.Name}: {scenario.Name}", exchange.Door, lost, [.. differences]));
                }
            }
        }

        return new CertificationReport(findings);
    }

    private IEnumerable<(ShapeDifference Difference, string? Why)> Compare(RecordedExchange exchange, JsonNode? answer)
    {
        var (recorded, emulated) = (Shape.Of(exchange.Response), Shape.Of(answer));
        recorded["code"] = $"{exchange.Code}";
        emulated["code"] = answer is not JsonObject envelope ? "no answer" : $"{envelope["code"]}";
        // Where the codes differ the rest of the two answers speaks of different things.
        IEnumerable<ShapeDifference> differences = recorded["code"] == emulated["code"]
            ? ShapeDifference.Between(recorded, emulated)
            : [new ShapeDifference("code", recorded["code"], $"{emulated["code"]} {answer?["msg"]}".Trim())];
        return differences.Select(difference => (difference, explanations.WhyOf(exchange.Door, difference)));
    }

    private static Trt.Domain.Catalog.ModelCatalog Cards() => new CatalogLoader().Load(CatalogLoader.DefaultFolder) switch
    {
        CatalogReading.Loaded(var catalog) => catalog,
        var broken => throw new InvalidDataException(broken.ToString()),
    };
}

/// <param name="Lost">What our client did not read of the answer.</param>
/// <param name="Differences">Where the emulator's answer has another shape; without a reason it is an open one.</param>
internal sealed record Finding(
    string Where, string Door, IReadOnlyList<string> Lost, IReadOnlyList<(ShapeDifference Difference, string? Why)> Differences)
{
    public IEnumerable<string> Open =>
        Differences.Where(pair => pair.Why is null).Select(pair => $"{pair.Difference.At} is {pair.Difference.Is}");
}

internal sealed record CertificationReport(IReadOnlyList<Finding> Findings)
{
    public bool IsPassed => Findings.All(finding => finding.Lost.Count == 0 && !finding.Open.Any());

    public override string ToString()
    {
        var text = new StringBuilder();
        var doors = Findings.GroupBy(finding => finding.Door).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var width = doors.Select(door => door.Key.Length).Append("all".Length).Max();
        Line("door", "exchanges", "read", "same shape", "explained", "different");
        doors.ForEach(door => Row(door.Key, [.. door]));
        Row("all", Findings);
        foreach (var finding in Findings)
        {
            foreach (var loss in finding.Lost)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nread: {finding.Where}, {finding.Door}: {loss}");
            }
        }

        var open = Findings.SelectMany(finding => finding.Open.Select(what => (finding.Door, What: what, finding.Where)));
        foreach (var same in open.GroupBy(difference => (difference.Door, difference.What)))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nshape: {same.Key.Door}: {same.Key.What} ({same.Count()} times, {same.First().Where})");
        }

        return text.ToString();

        void Row(string door, IReadOnlyList<Finding> findings) => Line(
            door,
            Words(findings.Count),
            Words(findings.Count(finding => finding.Lost.Count == 0)),
            Words(findings.Count(finding => finding.Differences.Count == 0)),
            Words(findings.Count(finding => finding.Differences.Count > 0 && !finding.Open.Any())),
            Words(findings.Count(finding => finding.Open.Any())));

        static string Words(int count) => count.ToString(CultureInfo.InvariantCulture);

        void Line(string door, params string[] cells) =>
            text.Append(door.PadRight(width)).AppendJoin("", cells.Select(cell => cell.PadLeft(12))).Append('\n');
    }
}
