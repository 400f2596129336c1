using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Catalog.Reports;

public enum DriftKind
{
    /// <summary>Required inputs, types, kinds of output, names, choices that are gone: orders would fail or bring something else.</summary>
    Unsafe,

    /// <summary>What an order costs.</summary>
    Price,

    /// <summary>Limits, defaults, wider choices: the card can follow when there is time.</summary>
    Safe,
}

/// <param name="Fact">A name of <see cref="Provider.ContractFacts"/>.</param>
/// <param name="Card">What the card says; null when it is silent.</param>
/// <param name="Provider">What the provider says.</param>
public sealed record Difference(string Fact, string? Card, string? Provider, DriftKind Kind)
{
    /// <summary>As the report says it, and as a card that wants it writes it down.</summary>
    public string Words => Fact.EndsWith(".choices", StringComparison.Ordinal) && Card is not null && Provider is not null
        ? $"{Fact}: {string.Join(" and ", [.. Side("without", Provider, Card), .. Side("with", Card, Provider)])}"
        : $"{Fact}: {Card ?? "nothing"}, not {Provider ?? "nothing"}";

    internal static string[] Values(string? listed) => listed?.Split(" | ") ?? [];

    private static IEnumerable<string> Side(string word, string those, string without)
    {
        var values = Values(those).Except(Values(without)).ToList();
        return values.Count > 0 ? [$"{word} {string.Join(", ", values)}"] : [];
    }
}

/// <param name="Changes">What somebody has to look at.</param>
/// <param name="Explained">Wanted, with its reason on the card.</param>
/// <param name="Outlived">Explanations on the card for what is no difference any more.</param>
public sealed record ModelDrift(
    string Id, IReadOnlyList<Difference> Changes, IReadOnlyList<Difference> Explained, IReadOnlyList<string> Outlived)
{
    public bool IsSettled => Changes.Count == 0 && Outlived.Count == 0;
}

public sealed record DriftReport(IReadOnlyList<ModelDrift> Models)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public bool NeedsAttention => Models.Any(model => !model.IsSettled);

    /// <summary>Only this model; all of them for null.</summary>
    public DriftReport Of(string? model) => model is null ? this : new([.. Models.Where(drift => drift.Id == model)]);

    public string ToJson()
    {
        var open = Models.Where(model => !model.IsSettled).ToList();
        return JsonSerializer.Serialize(new { Compared = Models.Count, Agree = Models.Count - open.Count, Models = open }, Json);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Line($"# Cards against the provider\n");
        Line($"| models compared | agree | unsafe | price | safe | explained | explained no more |");
        Line($"|---|---|---|---|---|---|---|");
        int[] figures =
        [
            Models.Count, Models.Count(model => model.IsSettled), Count(DriftKind.Unsafe), Count(DriftKind.Price), Count(DriftKind.Safe),
            Models.Sum(model => model.Explained.Count), Models.Sum(model => model.Outlived.Count),
        ];
        Line($"| {string.Join(" | ", figures)} |");
        Section("Unsafe: look before anything changes", OfKind(DriftKind.Unsafe));
        Section("Prices", OfKind(DriftKind.Price));
        Section("Safe: the card can follow", OfKind(DriftKind.Safe));
        Section("Explained on the card and no difference any more", model => model.Outlived);
        if (NeedsAttention)
        {
            Line($"\nChange the card, or write the line with its reason into the card's \"differs\".");
        }

        return text.ToString().TrimEnd();

        int Count(DriftKind kind) => Models.Sum(model => model.Changes.Count(change => change.Kind == kind));

        static Func<ModelDrift, IEnumerable<string>> OfKind(DriftKind kind) =>
            model => model.Changes.Where(change => change.Kind == kind).Select(change => change.Words);

        void Section(string title, Func<ModelDrift, IEnumerable<string>> lines)
        {
            var models = Models.Select(model => (model.Id, Lines: lines(model).ToList())).Where(model => model.Lines.Count > 0).ToList();
            if (models.Count > 0)
            {
                Line($"\n## {title} ({models.Count} models)");
            }

            foreach (var (id, found) in models)
            {
                Line($"\n### {id}\n");
                found.ForEach(line => Line($"- {line}"));
            }
        }

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
