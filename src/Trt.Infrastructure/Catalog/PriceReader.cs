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
        var surcharges = section.Sections("extras").SelectMany(extra => ReadSurcharges(extra, conditions)).ToArray();
        var source = section.Text("source");
        if (source is null)
        {
            section.Errors.Add(section.Line, "the price has no \"source\"", "say where the figure comes from, with its date");
        }

        section.Finish();

        var prices = new PriceList(unit ?? PriceUnit.Generation, quantity, skus)
        {
            Surcharges = surcharges,
            SurchargeMin = surcharges.Sum(surcharge => Least(surcharge, conditions)),
            Source = source,
        };
        ReportUnit(section, prices);
        PriceCoverage.Report(section, prices, conditions, rules);
        return prices with { QuantityMin = quantity is null ? 1 : Math.Max(1, prices.Units(QuantityReader.Least(quantity, conditions))) };
    }

    private static List<Sku> ReadSkus(CardSection section, ConditionReader conditions)
    {
        if (section.Number("credits") is { } flat)
        {
            return [ReadPromises(section, new Sku("default", new Dictionary<string, string>(), Sound(section, flat)))];
        }

        var skus = new List<Sku>();
        foreach (var line in section.Sections("skus"))
        {
            var credits = Sound(line, line.Number("credits") ?? 0);
            var limit = line.TimeLimit();
            var one = ReadPromises(line, new Sku("", new Dictionary<string, string>(), credits) { TimeLimit = limit });
            skus.AddRange(conditions.Read(line, "when").Select(when => one with { Key = KeyOf(when), When = when }));
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

    /// <summary>"atMost", and "until" with the price "afterwards".</summary>
    private static Sku ReadPromises(CardSection section, Sku sku)
    {
        var (until, afterwards) = (section.Moment("until"), section.Number("afterwards"));
        if (afterwards is not null && !section.Has("until"))
        {
            section.Errors.Add(section.LineOf("afterwards"), "a price \"afterwards\" has no \"until\"", "say when the promotion ends");
        }

        if (afterwards is <= 0 or > CreditsMax)
        {
            section.Errors.Add(
                section.LineOf("afterwards"),
                $"\"afterwards\" is not between 0 and {CreditsMax}",
                "give what the provider takes per unit after the promotion, or leave it out where nobody knows");
        }

        return sku with { IsAtMost = section.Flag("atMost"), Until = until, Afterwards = afterwards };
    }

    private static IEnumerable<Surcharge> ReadSurcharges(CardSection section, ConditionReader conditions)
    {
        var (per, free, credits) = (section.Text("per"), section.Whole("free") ?? 0, Sound(section, section.Number("credits") ?? 0));
        var when = section.Has("when") ? conditions.Read(section, "when") : [new Dictionary<string, string>()];
        section.Finish();
        if (per is null || conditions.Find(per) is not (MediaField { IsList: true } or TextListField or DialogueField))
        {
            section.Errors.Add(
                section.LineOf("per"),
                $"a surcharge cannot be counted on \"{per}\"",
                "name a field of this card that takes several files, texts or lines");
            return [];
        }

        return when.Select(condition => new Surcharge(per, free, credits, condition));
    }

    private static decimal Least(Surcharge surcharge, ConditionReader conditions) => surcharge.When.Count == 0
        ? Math.Max(0, ItemsOf(conditions.Find(surcharge.Field)) - surcharge.Free) * surcharge.Credits
        : 0;

    private static int ItemsOf(Field? field) => field switch
    {
        MediaField { IsRequired: true } media => media.ItemsMin,
        TextListField { IsRequired: true } texts => texts.ItemsMin,
        DialogueField { IsRequired: true } dialogue => dialogue.ItemsMin,
        _ => 0,
    };

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

    public static string KeyOf(IReadOnlyDictionary<string, string> when) =>
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
