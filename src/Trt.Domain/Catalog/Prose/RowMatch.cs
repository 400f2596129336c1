using System.Collections.Frozen;

namespace Trt.Domain.Catalog.Prose;

/// <summary>
/// Lays the rows of the public price page on the price lines of one card. The page is written by hand and links are often wrong, so a row
/// counts only when its label names this model and no other, and every word of it is understood.
/// </summary>
public static class RowMatch
{
    /// <summary>More than any model has.</summary>
    private const int RowsMax = 200;

    private static readonly FrozenSet<string> Between =
        new[] { ",", "-", "/", "(", ")", ":", "." }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Kinds =
        new[] { "image", "video", "music", "audio" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="title">What the provider's list calls the model.</param>
    /// <param name="rows">The rows that link to it, or begin with its id.</param>
    public static SkuPricing Of(ModelCard card, string? title, IReadOnlyList<PriceRow> rows)
    {
        if (rows.Count is 0 or > RowsMax)
        {
            return new SkuPricing.Unfit(rows.Count == 0 ? "no row links to it" : "it has more rows than any model");
        }

        var (words, tiers) = (ProseWords.Of(card, title), new List<PriceTier>());
        foreach (var row in rows)
        {
            if (Read(card, words, row, tiers) is { } problem)
            {
                return new SkuPricing.Unfit($"\"{row.Label.Trim()}\": {problem}");
            }
        }

        // A row that is missing would otherwise lend its place to another.
        var told = card.Prices.Skus.SelectMany(sku => sku.When).Select(pair => TierTags.Of(pair.Key, pair.Value)?.Axis).ToHashSet();
        return tiers.SelectMany(tier => tier.Tags.Keys).Where(axis => !told.Contains(axis)).Select(axis => axis.ToString()).FirstOrDefault()
            is { } untold
                ? new SkuPricing.Unfit($"its rows tell {untold} apart, the card does not")
                : SkuMatch.Of(card, tiers);
    }

    /// <summary>Adds what the row says; otherwise tells what is wrong with it.</summary>
    private static string? Read(ModelCard card, ProseWords words, PriceRow row, List<PriceTier> tiers)
    {
        if (Number(row.Credits) is not { } credits)
        {
            return $"\"{row.Credits.Trim()}\" is no price";
        }

        if (Number(row.Dollars.Replace(',', '.')) is not { } dollars || !CreditReader.Agree(credits, dollars))
        {
            return $"{Numbers.Text(credits)} credits and \"{row.Dollars.Trim()}\" dollars do not agree";
        }

        if (UnitOf(row.Unit) is not { } unit)
        {
            return $"\"{row.Unit.Trim()}\" is no unit";
        }

        if (Conditions(card, words, row, out var ways) is { } problem)
        {
            return problem;
        }

        tiers.AddRange(ways.Select(way => new PriceTier(credits, unit, way)));
        return null;
    }

    /// <summary>Every way in which the row's conditions can hold; otherwise tells what its label says besides.</summary>
    private static string? Conditions(
        ModelCard card, ProseWords words, PriceRow row, out IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> ways)
    {
        var (cursor, named) = (new ProseCursor(ProseTokens.Of(row.Label)), new HashSet<string>(StringComparer.Ordinal));
        var tags = new TagReader(cursor, words);
        ways = [new Dictionary<TierAxis, string>()];
        while (cursor.Current is { } token)
        {
            if (tags.TakeAll() is { Count: > 0 } more)
            {
                if (ways.Any(way => more.Any(other => way.Keys.Intersect(other.Keys).Any())))
                {
                    return "it has the same condition twice";
                }

                ways = [.. ways.SelectMany(_ => more, (way, other) => way.Concat(other).ToDictionary())];
            }
            else if (words.IsName(token) || (token.Is(row.Kind) && Kinds.Contains(token.Text)))
            {
                named.Add(token.Text);
                cursor.At++;
            }
            else if (!cursor.TakeAny(Between))
            {
                return $"\"{token.Text}\" is not understood";
            }
        }

        return ProseWords.Parts(card.SendAs ?? card.Id.Value).FirstOrDefault(part => !part.Any(named.Contains)) is [var missing, ..]
            ? $"it does not say \"{missing}\""
            : null;
    }

    private static decimal? Number(string text) =>
        ProseTokens.Of(text) is [{ Kind: TokenKind.Number, IsGrouped: false } only] ? only.Number : null;

    private static TierUnit? UnitOf(string text)
    {
        var cursor = new ProseCursor(ProseTokens.Of(text));
        return cursor.IsAtEnd ? TierUnit.Unsaid
            : new CreditReader(cursor, new TagReader(cursor, ProseWords.None)).TryTakeUnit() is { } unit && cursor.IsAtEnd ? unit
            : null;
    }
}
