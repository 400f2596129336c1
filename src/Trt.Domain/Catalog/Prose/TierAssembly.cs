namespace Trt.Domain.Catalog.Prose;

/// <summary>A price or a condition, in the order of the text.</summary>
internal abstract record ProseItem
{
    public sealed record Price(WrittenPrice Written) : ProseItem;

    public sealed record Tags(IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Ways) : ProseItem;
}

/// <summary>Tells which condition belongs to which price, and refuses every text in which that could be read in two ways.</summary>
internal static class TierAssembly
{
    private const int TiersMax = 200;

    public static ProseReading Of(
        IReadOnlyList<ProseItem> items,
        TierUnit? head,
        IReadOnlyList<(IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Whose, DateTimeOffset Until)> offers)
    {
        var prices = items.OfType<ProseItem.Price>().Select(item => item.Written).ToList();
        if (prices.Select(price => price.Problem).FirstOrDefault(problem => problem is not null) is { } doubt)
        {
            return new ProseReading.NotUnderstood(doubt);
        }

        if (prices.Count == 0)
        {
            return new ProseReading.NotUnderstood("there is no price in it");
        }

        if (head is { } unit && prices.Find(price => price.Unit != TierUnit.Unsaid && price.Unit != unit) is { } strange)
        {
            return new ProseReading.NotUnderstood($"a price is per {unit} and another per {strange.Unit}");
        }

        var isInFront = items[0] is ProseItem.Tags;
        if (Pairs(items, isInFront) is not { } pairs)
        {
            return new ProseReading.NotUnderstood("it cannot be told which condition belongs to which price");
        }

        return Tiers(pairs, head) switch
        {
            { Count: > TiersMax } => new ProseReading.NotUnderstood("it has more prices than any model"),
            { } tiers => Sound(tiers) ?? Ending(tiers, offers),
            null => new ProseReading.NotUnderstood("a price has the same condition twice"),
        };
    }

    /// <summary>
    /// Conditions in front hold for every price up to the next ones; conditions behind belong to the one price before them.
    /// </summary>
    private static List<(WrittenPrice Price, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Ways)>? Pairs(
        IReadOnlyList<ProseItem> items, bool isInFront)
    {
        IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> none = [new Dictionary<TierAxis, string>()];
        var pairs = new List<(WrittenPrice, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>>)>();
        var current = none;
        for (var index = 0; index < items.Count; index++)
        {
            var next = index + 1 < items.Count ? items[index + 1] : null;
            switch (items[index])
            {
                case ProseItem.Tags tags when isInFront && next is ProseItem.Price:
                    current = tags.Ways;
                    break;
                case ProseItem.Price price when isInFront:
                    pairs.Add((price.Written, current));
                    break;
                case ProseItem.Price price when next is ProseItem.Tags behind:
                    pairs.Add((price.Written, behind.Ways));
                    index++;
                    break;
                case ProseItem.Price price:
                    pairs.Add((price.Written, none));
                    break;
                default:
                    return null;
            }
        }

        return pairs;
    }

    private static List<PriceTier>? Tiers(
        List<(WrittenPrice Price, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Ways)> pairs, TierUnit? head)
    {
        var tiers = new List<PriceTier>();
        foreach (var (price, ways) in pairs)
        {
            IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> own = price.Tags.Count > 0
                ? price.Tags
                : [new Dictionary<TierAxis, string>()];
            foreach (var (way, mine) in ways.SelectMany(way => own.Select(mine => (way, mine))))
            {
                if (way.Keys.Intersect(mine.Keys).Any() || tiers.Count > TiersMax)
                {
                    return null;
                }

                var unit = price.Unit == TierUnit.Unsaid ? head ?? TierUnit.Unsaid : price.Unit;
                tiers.Add(new PriceTier(price.Credits, unit, way.Concat(mine).ToDictionary()));
            }
        }

        return tiers;
    }

    /// <summary>Null when the tiers do not contradict each other.</summary>
    private static ProseReading.NotUnderstood? Sound(List<PriceTier> tiers)
    {
        var first = tiers[0];
        if (tiers.Find(tier => tier.Unit != first.Unit) is { } other)
        {
            return new ProseReading.NotUnderstood($"a price is per {first.Unit} and another per {other.Unit}");
        }

        if (tiers.Find(tier => !tier.Tags.Keys.ToHashSet().SetEquals(first.Tags.Keys)) is { } odd)
        {
            return new ProseReading.NotUnderstood($"the prices depend on different things: {first} and {odd}");
        }

        return tiers.GroupBy(Name).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? new ProseReading.NotUnderstood($"two prices for the same: {string.Join(" and ", twice.Take(2))}")
            : null;
    }

    private static ProseReading Ending(
        List<PriceTier> tiers,
        IReadOnlyList<(IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Whose, DateTimeOffset Until)> offers)
    {
        foreach (var (whose, until) in offers)
        {
            var concerned = tiers.FindAll(tier =>
                whose.Count == 0 || whose.Any(way => way.All(tag => tier.Tags.GetValueOrDefault(tag.Key) == tag.Value)));
            if (concerned.Count == 0)
            {
                return new ProseReading.NotUnderstood("an offer names prices that are not there");
            }

            tiers = [.. tiers.Select(tier => concerned.Contains(tier) ? tier with { Until = Earlier(tier.Until, until) } : tier)];
        }

        return new ProseReading.Understood(tiers);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset other) => known < other ? known.Value : other;

    private static string Name(PriceTier tier) =>
        string.Join('|', tier.Tags.OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}"));
}
