namespace Trt.Domain.Catalog.Prose;

/// <summary>
/// Lays the provider's tiers on the price lines of one card. Every line finds exactly one price, or the card is not priced; what only the
/// provider tells apart and the card does not is no match either.
/// </summary>
public static class SkuMatch
{
    public static SkuPricing Of(ModelCard card, IReadOnlyList<PriceTier> tiers)
    {
        if (card.Prices.Skus.Count == 0)
        {
            return new SkuPricing.Unfit("the card has no price lines");
        }

        var prices = new List<SkuCredits>();
        foreach (var sku in card.Prices.Skus)
        {
            if (TagsOf(sku) is not { } tags)
            {
                return new SkuPricing.Unfit($"no text tells what {sku.Key} means");
            }

            var fitting = tiers.Where(tier => Fits(tier, tags)).ToList();
            var found = fitting.Select(tier => PerUnit(tier, card, tags)).Distinct().ToList();
            switch (found)
            {
                case []:
                    return new SkuPricing.Unfit($"no price for {sku.Key}");
                case [null]:
                    return new SkuPricing.Unfit(
                        $"the text prices per {fitting[0].Unit}, the card per {card.Prices.Unit}{(sku.Key == DefaultKey ? "" : $" ({sku.Key})")}");
                case [{ } credits]:
                    prices.Add(new SkuCredits(sku.Key, credits, fitting.Min(tier => tier.Until)));
                    break;
                default:
                    return new SkuPricing.Unfit($"several prices for {sku.Key}: {string.Join("; ", fitting.Take(3))}");
            }
        }

        return Untold(card, tiers) is { } axis
            ? new SkuPricing.Unfit($"the card offers {axis}, which the text does not price")
            : new SkuPricing.Priced(prices);
    }

    private const string DefaultKey = "default";

    /// <summary>Null when one of its conditions means nothing that a text could speak of.</summary>
    private static Dictionary<TierAxis, string>? TagsOf(Sku sku)
    {
        var tags = new Dictionary<TierAxis, string>();
        foreach (var (field, expected) in sku.When)
        {
            if (TierTags.Of(field, expected) is not { } tag || !tags.TryAdd(tag.Axis, tag.Value))
            {
                return null;
            }
        }

        return tags;
    }

    /// <summary>Where only the text tells something apart, every one of its prices fits; they then have to be the same.</summary>
    private static bool Fits(PriceTier tier, Dictionary<TierAxis, string> tags) =>
        tier.Tags.All(tag => !tags.TryGetValue(tag.Key, out var own) || own == tag.Value);

    /// <summary>The tier in the unit of the card; null when one cannot be turned into the other.</summary>
    private static decimal? PerUnit(
        PriceTier tier, ModelCard card, Dictionary<TierAxis, string> tags) => (tier.Unit, card.Prices.Unit) switch
    {
        (TierUnit.Second, PriceUnit.Second) or (TierUnit.Minute, PriceUnit.Minute) or (TierUnit.ThousandChars, PriceUnit.ThousandChars)
            or (TierUnit.Megapixel, PriceUnit.Megapixel) or (TierUnit.Image, PriceUnit.Image) => tier.Credits,
        (TierUnit.Order, PriceUnit.Generation) or (TierUnit.Unsaid, PriceUnit.Generation) => tier.Credits,
        (TierUnit.Image, PriceUnit.Generation) when card.Output == OutputKind.Image => tier.Credits,
        (TierUnit.Video, PriceUnit.Generation) when card.Output == OutputKind.Video => tier.Credits,
        (TierUnit.Second, PriceUnit.Generation) when SecondsOf(tags) is { } seconds => tier.Credits * seconds,
        (TierUnit.Video or TierUnit.Unsaid, PriceUnit.Second) when SecondsOf(tier.Tags) is { } seconds => tier.Credits / seconds,
        _ => null,
    };

    private static decimal? SecondsOf(IReadOnlyDictionary<TierAxis, string> tags) =>
        tags.GetValueOrDefault(TierAxis.Seconds) is { } text && Numbers.Parse(text[..^1]) is { } seconds and > 0 ? seconds : null;

    /// <summary>A choice of the card that changes what the text tells apart, and that no line of the card knows.</summary>
    private static string? Untold(ModelCard card, IReadOnlyList<PriceTier> tiers)
    {
        var priced = card.Prices.Skus.SelectMany(sku => sku.When.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var field in card.Inputs.Fields.OfType<ChoiceField>().Where(field => !priced.Contains(field.Name)))
        {
            foreach (var choice in field.Choices)
            {
                if (TierTags.Of(field.Name, choice.Value) is { } tag && tag.Axis is TierAxis.Resolution or TierAxis.Mode or TierAxis.Factor
                    && tiers.Any(tier => tier.Tags.ContainsKey(tag.Axis))
                    && !tiers.Any(tier => tier.Tags.GetValueOrDefault(tag.Axis) == tag.Value))
                {
                    return $"{field.Name}={choice.Value}";
                }
            }
        }

        return null;
    }
}

/// <param name="Sku">The key of the price line.</param>
/// <param name="Until">After this moment the price is unknown.</param>
public sealed record SkuCredits(string Sku, decimal Credits, DateTimeOffset? Until);

public abstract record SkuPricing
{
    public sealed record Priced(IReadOnlyList<SkuCredits> Lines) : SkuPricing;

    public sealed record Unfit(string Why) : SkuPricing;
}
