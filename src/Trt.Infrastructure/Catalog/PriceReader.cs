using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>"price": the unit, where its quantity is measured, and the lines.</summary>
internal static class PriceReader
{
    /// <summary>Five thousand dollars for one unit can only be a slip of the keyboard.</summary>
    private const int CreditsMax = 1_000_000;

    public static PriceList Read(CardSection card, ConditionReader conditions, IReadOnlyList<FieldRule> rules)
    {
        if (card.Node("price") is NullNode)
        {
            return PriceList.None;
        }

        if (card.Section("price") is not { } section)
        {
            if (!card.Has("price"))
            {
                card.Errors.Add(card.Line, "\"price\" is missing", "give a price, or null when none is known");
            }

            return PriceList.None;
        }

        var unit = section.Word("unit", CardWords.Units);
        if (unit is null && !section.Has("unit"))
        {
            section.Errors.Add(section.Line, "the price has no \"unit\"", $"use one of {string.Join(", ", CardWords.Units.Keys)}");
        }

        var quantity = QuantityReader.Read(section, conditions);
        var skus = ReadSkus(section, conditions);
        var source = section.Text("source");
        if (source is null)
        {
            section.Errors.Add(section.Line, "the price has no \"source\"", "say where the figure comes from, with its date");
        }

        section.Finish();

        var prices = new PriceList(unit ?? PriceUnit.Generation, quantity, skus) { Source = source };
        ReportUnit(section, prices);
        PriceCoverage.Report(section, prices, conditions, rules);
        return prices with { QuantityMin = quantity is null ? 1 : Math.Max(1, prices.Units(QuantityReader.Least(quantity, conditions))) };
    }

    private static List<Sku> ReadSkus(CardSection section, ConditionReader conditions)
    {
        if (section.Number("credits") is { } flat)
        {
            return [new Sku("default", new Dictionary<string, string>(), Sound(section, flat))];
        }

        var skus = new List<Sku>();
        foreach (var line in section.Sections("skus"))
        {
            var credits = Sound(line, line.Number("credits") ?? 0);
            var limit = line.TimeLimit();
            skus.AddRange(conditions.Read(line, "when").Select(when => new Sku(KeyOf(when), when, credits) { TimeLimit = limit }));
            line.Finish();
        }

        if (skus.Count == 0)
        {
            section.Errors.Add(
                section.Line,
                "the price has neither \"credits\" nor \"skus\"",
                "give one of them, or write \"price\": null");
        }

        foreach (var twins in skus.GroupBy(sku => sku.Key).Where(group => group.Count() > 1))
        {
            section.Errors.Add(section.LineOf("skus"), $"two lines have the same conditions {twins.Key}", "keep one");
        }

        return skus;
    }

    private static decimal Sound(CardSection section, decimal credits)
    {
        if (credits is <= 0 or > CreditsMax)
        {
            section.Errors.Add(
                section.LineOf("credits"),
                $"\"credits\" is missing or not between 0 and {CreditsMax}",
                "give what the provider takes per unit");
        }

        return credits;
    }

    private static string KeyOf(IReadOnlyDictionary<string, string> when) =>
        when.Count == 0 ? "default" : string.Join(
            '|',
            when.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static void ReportUnit(CardSection section, PriceList prices)
    {
        if (prices.Unit == PriceUnit.Generation && prices.Quantity is not null)
        {
            section.Errors.Add(
                section.LineOf("quantity"),
                "a price per generation has no quantity",
                "remove \"quantity\" or change the unit");
        }

        if (prices.Unit != PriceUnit.Generation && prices.Quantity is null)
        {
            section.Errors.Add(
                section.LineOf("unit"),
                "this unit needs a \"quantity\"",
                "say where it is measured, for example { \"valueOf\": \"duration\" }");
        }
    }
}
