using System.Collections.Frozen;

namespace Trt.Domain.Catalog.Prose;

/// <summary>What stands around one number of credits: its unit, the dollars beside it, conditions in its brackets.</summary>
/// <param name="Problem">Why it cannot be believed.</param>
internal sealed record WrittenPrice(
    decimal Credits, TierUnit Unit, decimal? Dollars, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Tags, string? Problem);

/// <summary>Prices: "12 credits per second (~$0.06)". Credits count; dollars only have to agree with them.</summary>
internal sealed class CreditReader(ProseCursor cursor, TagReader tags)
{
    public const decimal UsdPerCredit = 0.005m;

    private const decimal CreditsMax = 100_000;
    private const decimal Tolerance = 0.01m;

    private static readonly FrozenSet<string> CreditWords = new[] { "credit", "credits" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> About = new[] { "about", "~", "approximately", "approx" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Made = new[] { "output", "generated" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (Phrase Written, TierUnit Unit)[] Units =
    [
        ("1000 characters", TierUnit.ThousandChars), ("1,000 characters", TierUnit.ThousandChars),
        ("1k characters", TierUnit.ThousandChars), ("thousand characters", TierUnit.ThousandChars),
        ("1m tokens", TierUnit.MillionTokens), ("1m audio tokens", TierUnit.MillionTokens), ("million tokens", TierUnit.MillionTokens),
        ("milion tokens", TierUnit.MillionTokens),
        ("seconds", TierUnit.Second), ("second", TierUnit.Second), ("sec", TierUnit.Second), ("s", TierUnit.Second),
        ("minute", TierUnit.Minute), ("min", TierUnit.Minute),
        ("megapixel", TierUnit.Megapixel),
        ("image", TierUnit.Image), ("picture", TierUnit.Image),
        ("video", TierUnit.Video), ("vedio", TierUnit.Video),
        ("request", TierUnit.Order), ("task", TierUnit.Order), ("generation", TierUnit.Order), ("upscale", TierUnit.Order),
    ];

    public WrittenPrice? TryTake()
    {
        var mark = cursor.At;
        cursor.TakeAny(About);
        if (cursor.Current is not { Kind: TokenKind.Number } number)
        {
            cursor.At = mark;
            return null;
        }

        cursor.At++;
        cursor.Take("kie");
        if (!cursor.TakeAny(CreditWords))
        {
            cursor.At = mark;
            return null;
        }

        return TakeRest(number);
    }

    public TierUnit? TryTakeUnit()
    {
        var mark = cursor.At;
        if (!cursor.Take("/") && !cursor.Take("per") && !cursor.Take("each"))
        {
            return null;
        }

        cursor.TakeAny(Made);
        foreach (var (written, unit) in Units)
        {
            if (written.TryTake(cursor))
            {
                return unit;
            }
        }

        cursor.At = mark;
        return null;
    }

    private WrittenPrice TakeRest(ProseToken number)
    {
        var price = new WrittenPrice(
            number.Number, TierUnit.Unsaid, null, [], number.Number > CreditsMax ? $"{number.Text} credits are beyond any price" : null);
        while (TryTakeBeside(price) is { } more)
        {
            price = more;
        }

        return price with { Problem = price.Problem ?? (number.IsGrouped && price.Dollars is null ? $"{number.Text} can be read in two ways" : null) };
    }

    /// <summary>The same price with the unit or the brackets that stand here; null when there are none.</summary>
    public WrittenPrice? TryTakeBeside(WrittenPrice price)
    {
        if (TryTakeUnit() is { } named)
        {
            return With(price, named, null, []);
        }

        return TryTakeBrackets() is { } beside ? With(price, beside.Unit, beside.Dollars, beside.Tags) : null;
    }

    private static WrittenPrice With(
        WrittenPrice price, TierUnit? unit, decimal? dollars, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> tags)
    {
        var credits = Numbers.Text(price.Credits);
        var problem = unit is { } named && price.Unit != TierUnit.Unsaid && named != price.Unit
            ? $"{credits} credits are per {price.Unit} and per {named}"
            : dollars is not null && price.Dollars is not null ? $"{credits} credits have two prices in dollars"
            : tags.Count > 0 && price.Tags.Count > 0 ? $"{credits} credits have conditions in two brackets"
            : dollars is { } usd && !Agree(price.Credits, usd) ? $"{credits} credits and ${Numbers.Text(usd)} do not agree"
            : null;
        return new WrittenPrice(
            price.Credits, unit ?? price.Unit, dollars ?? price.Dollars, [.. price.Tags, .. tags], price.Problem ?? problem);
    }

    public static bool Agree(decimal credits, decimal usd) => Math.Abs(credits * UsdPerCredit - usd) <= usd * Tolerance;

    /// <summary>"($0.0575/s, with video input)"; null when the brackets hold anything else.</summary>
    private (decimal? Dollars, TierUnit? Unit, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Tags)? TryTakeBrackets()
    {
        var mark = cursor.At;
        if (!cursor.Take("("))
        {
            return null;
        }

        decimal? dollars = null;
        TierUnit? unit = null;
        IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> own = [];
        while (!cursor.Take(")"))
        {
            if (dollars is null && TryTakeDollars() is { } usd)
            {
                (dollars, unit) = (usd, TryTakeUnit());
            }
            else if (own.Count == 0 && tags.TakeAll() is { Count: > 0 } found)
            {
                own = found;
            }
            else if (!cursor.Take(","))
            {
                cursor.At = mark;
                return null;
            }
        }

        return dollars is null && own.Count == 0 ? Back(mark) : (dollars, unit, own);
    }

    private (decimal?, TierUnit?, IReadOnlyList<IReadOnlyDictionary<TierAxis, string>>)? Back(int mark)
    {
        cursor.At = mark;
        return null;
    }

    private decimal? TryTakeDollars()
    {
        var mark = cursor.At;
        cursor.TakeAny(About);
        var isBefore = cursor.Take("us") ? cursor.Take("$") : cursor.Take("$");
        if (cursor.TakeNumber() is { } number && (isBefore || cursor.Take("usd")))
        {
            if (isBefore)
            {
                cursor.Take("usd");
            }

            return number;
        }

        cursor.At = mark;
        return null;
    }
}
