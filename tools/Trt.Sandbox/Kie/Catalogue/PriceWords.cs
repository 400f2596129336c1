using System.Globalization;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>What a price in the provider's texts depends on, in the order it is said.</summary>
internal enum WordAxis
{
    Resolution,
    Seconds,
    Video,
    Audio,
    Mode,
}

internal enum WordUnit
{
    None,
    Image,
    Video,
    Request,
    Second,
    Minute,
    ThousandChars,
}

/// <param name="Tags">"720p", "5", "with" or "no", a word of the model's own.</param>
internal sealed record WordTier(decimal Credits, IReadOnlyDictionary<WordAxis, string> Tags);

/// <param name="Mix">Varies what means the same: large and small letters, blanks, signs.</param>
/// <param name="Bonus">Whether a sentence about large top-ups follows.</param>
/// <param name="OfferUntil">The prices are those of an offer that ends then.</param>
internal sealed record Dialect(PriceStyle Style, int Mix = 0, bool Bonus = false, DateTimeOffset? OfferUntil = null);

internal enum PriceStyle
{
    /// <summary>"8 credits ($0.04) for 1 K, and 12 credits ($0.06) for 2 K"</summary>
    Bare,

    /// <summary>"X costs 4 credits per image (~$0.02)."</summary>
    Sentence,

    /// <summary>"• 480p Output: 2.4 credits / sec • …"</summary>
    Bullets,

    /// <summary>"480P — 11.5 credits/s ($0.0575/s, with video input) / 19 credits/s ($0.095/s, no video input); …"</summary>
    Table,

    /// <summary>"For X, generating 1 second of video costs about 2 credits ($0.01) at 480p, …"</summary>
    OneSecond,

    /// <summary>"A 5-second video costs 160 credits ($0.80), and a 10-second video costs …"</summary>
    WholeVideo,
}

/// <summary>Writes prices as the provider does: every page has another hand.</summary>
internal static class PriceWords
{
    private static readonly WordAxis[] Conditions = [WordAxis.Video, WordAxis.Audio];

    /// <summary>The style itself where it can say these prices, otherwise the plainest that can.</summary>
    public static PriceStyle Fitting(PriceStyle wanted, WordUnit unit, IReadOnlyList<WordTier> tiers)
    {
        var axes = tiers[0].Tags.Keys.ToHashSet();
        return wanted switch
        {
            PriceStyle.OneSecond when unit == WordUnit.Second && axes.Count > 0 => wanted,
            PriceStyle.WholeVideo when unit is WordUnit.None or WordUnit.Video && axes.SetEquals([WordAxis.Seconds]) => wanted,
            PriceStyle.Bullets when axes.Count > 0 => wanted,
            PriceStyle.Table when axes.Count > 0 && !axes.SetEquals(Conditions) && axes.Except(Conditions).Any() => wanted,
            PriceStyle.Sentence => wanted,
            _ => PriceStyle.Bare,
        };
    }

    public static string Write(string title, WordUnit unit, IReadOnlyList<WordTier> tiers, Dialect dialect)
    {
        var hand = new Hand(unit, dialect.Mix);
        var text = Fitting(dialect.Style, unit, tiers) switch
        {
            PriceStyle.Sentence => $"{title} costs {Hand.List(tiers, tier => $"{hand.Behind(tier)}")}.",
            PriceStyle.Bullets => string.Join("        ", tiers.Select(tier => $"• {hand.Tags(tier)} Output: {hand.Credits(tier)}{hand.PerUnit}")),
            PriceStyle.Table => Table(tiers, hand),
            PriceStyle.OneSecond =>
                $"For {title}, generating 1 second of video costs about {Hand.List(tiers, tier => $"{hand.Credits(tier)} ({hand.Dollars(tier)}) at {hand.Tags(tier)}")}.",
            PriceStyle.WholeVideo => $"A {Hand.List(
                tiers, tier => $"{tier.Tags[WordAxis.Seconds]}-second video costs {hand.Credits(tier)} ({hand.Dollars(tier)})", ", and a ")}.",
            _ => Hand.List(tiers, hand.Behind, dialect.Mix % 2 == 0 ? " or " : ", and "),
        };
        var offer = dialect.OfferUntil is { } until
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\n\n💰 Limited-Time Offer: 28% OFF until {until.UtcDateTime:MMM d, yyyy HH:mm} UTC (prices above already reflect the discount)")
            : "";
        var bonus = $"\nHigh-tier top-ups (+10% bonus) bring effective pricing down to {Hand.List(tiers, hand.WithBonus)}.";
        return $"{text}{offer}{(dialect.Bonus ? bonus : "")}";
    }

    /// <summary>One row for what stands in front, the with and without of it side by side.</summary>
    private static string Table(IReadOnlyList<WordTier> tiers, Hand hand) => string.Join(
        hand.Mix % 2 == 0 ? "; " : "\n",
        tiers.GroupBy(tier => hand.Tags(tier, Conditions)).Select(row =>
            $"{row.Key}{(hand.Mix % 3 == 0 ? ":" : " —")} {string.Join(
                hand.Mix % 2 == 0 ? " / " : " | ",
                row.Select(tier => $"{hand.Credits(tier)}{hand.PerUnit} ({hand.Dollars(tier)}{hand.Conditions(tier)})"))}"));

    private sealed class Hand(WordUnit unit, int mix)
    {
        public int Mix => mix;

        public string PerUnit => unit switch
        {
            WordUnit.None => "",
            WordUnit.Image => (mix % 3) switch { 0 => " per image", 1 => " per output image", _ => "/image" },
            WordUnit.Video => " per video",
            WordUnit.Request => (mix % 3) switch { 0 => " per request", 1 => " per task", _ => " per generation" },
            WordUnit.Second => (mix % 3) switch { 0 => "/s", 1 => " per second", _ => " / sec" },
            WordUnit.Minute => " per minute",
            WordUnit.ThousandChars => mix % 2 == 0 ? " per 1000 characters" : " per 1,000 characters",
            _ => throw new InvalidOperationException($"No words for {unit}"),
        };

        public string Credits(WordTier tier) => $"{Number(tier.Credits)} {(mix % 5 == 0 ? "Kie " : "")}{(tier.Credits == 1 ? "credit" : "credits")}";

        public string Dollars(WordTier tier) => Dollars(tier.Credits);

        public string WithBonus(WordTier tier) => $"{(mix % 4 == 1 ? "≈ " : "~")}{Dollars(tier.Credits * 0.9m)}{(tier.Tags.Count == 0 ? "" : $" at {Tags(tier)}")}";

        /// <summary>"12 credits per second ($0.06) for 720p"</summary>
        public string Behind(WordTier tier)
        {
            var dollars = $"({((mix % 4) switch { 1 => "~", 2 => "≈ ", _ => "" })}{Dollars(tier)})";
            var tags = tier.Tags.Count == 0 ? "" : $" for {Tags(tier)}";
            return (mix % 3) switch
            {
                0 => $"{Credits(tier)} {dollars}{PerUnit}{tags}",
                1 => $"{Credits(tier)}{PerUnit}{tags} {dollars}",
                _ => $"{Credits(tier)}{PerUnit} {dollars}{tags}",
            };
        }

        public string Tags(WordTier tier, params WordAxis[] without)
        {
            var said = tier.Tags.Where(tag => !without.Contains(tag.Key)).OrderBy(tag => tag.Key);
            return string.Join(' ', said.Select(tag => Tag(tag.Key, tag.Value)));
        }

        public string Conditions(WordTier tier) =>
            string.Concat(PriceWords.Conditions.Where(tier.Tags.ContainsKey).Select(axis => $", {Tag(axis, tier.Tags[axis])}"));

        public static string List(IReadOnlyList<WordTier> tiers, Func<WordTier, string> say, string last = ", and ") =>
            tiers.Count == 1 ? say(tiers[0]) : string.Join(", ", tiers.SkipLast(1).Select(say)) + last + say(tiers[^1]);

        private string Dollars(decimal credits) => (mix % 7) switch
        {
            3 => $"US ${Number(credits * 0.005m)}",
            5 => $"{Number(credits * 0.005m)} USD",
            _ => $"${Number(credits * 0.005m)}",
        };

        private string Tag(WordAxis axis, string value) => axis switch
        {
            WordAxis.Resolution => (mix % 3) switch { 0 => $"{value[..^1]} {value[^1]}", 1 => value.ToUpperInvariant(), _ => value },
            WordAxis.Seconds => mix % 2 == 0 ? $"{value}s" : $"{value}-second",
            WordAxis.Video => $"{value} video{(mix % 2 == 0 ? " input" : "")}",
            WordAxis.Audio => $"{(value == "no" && mix % 2 == 0 ? "without" : value)} audio",
            _ => value,
        };

        private static string Number(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
