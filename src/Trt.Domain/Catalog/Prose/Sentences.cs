using System.Collections.Frozen;
using System.Globalization;

namespace Trt.Domain.Catalog.Prose;

/// <summary>Sentences that are no prices: what may be passed over, and what limits the prices around it.</summary>
internal sealed class Sentences(ProseCursor cursor, TagReader tags, ProseWords words)
{
    /// <summary>The only words such a sentence is made of; it repeats the tiers with the dollars of whoever pays in much at once.</summary>
    private static readonly FrozenSet<string> BonusWords = new[]
    {
        "(", ")", "+", "%", "bonus", "bring", "brings", "effective", "pricing", "price", "cost", "down", "to", "~", "$", "us", "usd",
        "/", "s", "sec", "per", "second", "image", "output", "request", "upscale", "video", "task", "generation", "megapixel",
        "characters", "at", "and",
        ",", "p", "k", "off", "the", "above", "rates", "reduce", "reduces", "of", "listed", "approximately", "for", "or", "with", "no",
        "without", "input", "audio", "-", "seconds", "resolution", "x",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrase Bonus = "high-tier top-ups";

    /// <summary>Says nothing about any number.</summary>
    private static readonly Phrase[] Praise =
    [
        "simple, all-inclusive pricing", "all-inclusive pricing", "pricing is 50% of the official price", "prices above already reflect the discount",
    ];

    private static readonly Phrase[] Offers = ["offer", "promotion", "discount", "promo"];

    private static readonly Phrase[] Reflected =
    [
        "(prices above already reflect the discount)", "(price above already reflects the discount)", "(prices already include the discount)",
    ];

    private static readonly string[] Moments =
    [
        "MMM d, yyyy HH:mm", "MMMM d, yyyy HH:mm", "MMM d, yyyy", "MMMM d, yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    ];

    public bool TryPass() => Praise.Any(phrase => phrase.TryTake(cursor)) || TryPassBonus();

    /// <summary>"Limited-Time 1080P Offer: 28% OFF until …": whose prices end, and when. All of them where it names none.</summary>
    public (IReadOnlyList<IReadOnlyDictionary<TierAxis, string>> Whose, DateTimeOffset Until)? TryTakeOffer(string text)
    {
        var mark = cursor.At;
        if (((Phrase)"limited-time").TryTake(cursor))
        {
            var whose = tags.TakeAll();
            if (cursor.Take(Offers) && cursor.Take(":") && cursor.TakeNumber() is not null && ((Phrase)"% off until").TryTake(cursor)
                && TryTakeMoment(text) is { } until && cursor.Take(Reflected))
            {
                return (whose, until);
            }
        }

        cursor.At = mark;
        return null;
    }

    private bool TryPassBonus()
    {
        var mark = cursor.At;
        if (!Bonus.TryTake(cursor))
        {
            return false;
        }

        while (cursor.Current is { } token && !IsEnd(token))
        {
            if (token.Kind is not (TokenKind.Number or TokenKind.LineEnd) && !BonusWords.Contains(token.Text) && !words.IsMode(token))
            {
                cursor.At = mark;
                return false;
            }

            cursor.At++;
        }

        return true;
    }

    /// <summary>A line that was broken in the middle of the sentence goes on with a word of it.</summary>
    private bool IsEnd(ProseToken token) => token.Is(".")
        || token.Kind == TokenKind.LineEnd && !(cursor.Ahead(1) is { Kind: TokenKind.Word } next && BonusWords.Contains(next.Text));

    private DateTimeOffset? TryTakeMoment(string text)
    {
        // Its words are read by the calendar, not by us: from here up to "UTC" or the bracket.
        var (from, start) = (cursor.At, cursor.Current?.Start ?? 0);
        while (cursor.Current is { Kind: TokenKind.Word or TokenKind.Number or TokenKind.Sign } token && token.Text is not ("utc" or "("))
        {
            cursor.At++;
        }

        var end = cursor.At > from ? cursor.Ahead(-1)!.Value.End : start;
        var isUtc = cursor.Take("utc");
        return DateTimeOffset.TryParseExact(
            text[start..end], Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (isUtc || moment.TimeOfDay == TimeSpan.Zero)
                ? moment
                : null;
    }
}
