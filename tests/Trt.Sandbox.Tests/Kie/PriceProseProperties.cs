using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Domain.Catalog.Prose;
using Trt.Sandbox.Kie.Catalogue;

namespace Trt.Sandbox.Tests.Kie;

/// <summary>
/// The shop's reader of price texts against the hands that write them: what is written in any dialect is read back as it was meant, and a
/// text whose meaning was changed is never taken for another price.
/// </summary>
internal sealed partial class PriceProseProperties
{
    private const int Count = 12_000;

    private const string Title = "Aurora 2.1 Pro";

    private static readonly ProseWords Words = ProseWords.Of(["aurora/2-1-pro", Title], ["std", "turbo", "quality"]);

    private static readonly string[] Lines = ["480p", "580p", "720p", "768p", "1080p", "1k", "2k", "4k"];
    private static readonly string[] Seconds = ["4", "5", "6", "8", "10", "15"];
    private static readonly decimal[] Odd = [0.5m, 0.8m, 1, 1.75m, 2.4m, 11.4m, 22.5m, 68.5m, 209.5m, 1248];

    [Test]
    public void What_is_written_in_any_dialect_is_read_back()
    {
        var random = new Random(42);
        for (var round = 0; round < Count; round++)
        {
            var page = Page.Any(random);
            var reading = PriceProse.Read(page.Text, Words);
            var read = reading.ShouldBeOfType<ProseReading.Understood>($"{page.Text}\n{(reading as ProseReading.NotUnderstood)?.Why}");
            read.Tiers.Count.ShouldBe(page.Tiers.Count, page.Text);
            foreach (var meant in page.Tiers)
            {
                var tier = read.Tiers.Single(tier => tier.Tags.Count == meant.Tags.Count && tier.Tags.All(tag => meant.Tags.GetValueOrDefault(tag.Key) == tag.Value));
                (tier.Credits, tier.Unit, tier.Until).ShouldBe((meant.Credits, meant.Unit, meant.Until), page.Text);
            }
        }
    }

    [Test]
    public void A_text_whose_meaning_was_changed_is_never_understood()
    {
        var random = new Random(43);
        var (changed, tries) = (0, 0);
        while (changed < Count)
        {
            tries.ShouldBeLessThan(20 * Count, "the mutations do not find anything to change");
            tries++;
            var page = Page.Any(random);
            var mutation = Mutations[random.Next(Mutations.Length)];
            if (mutation(page, random) is not { } text || text == page.Text)
            {
                continue;
            }

            changed++;
            PriceProse.Read(text, Words).ShouldBeOfType<ProseReading.NotUnderstood>($"{page.Text}\n→ {text}");
        }
    }

    [Test]
    public void A_text_that_was_cut_off_gives_no_price_that_was_not_there()
    {
        var random = new Random(44);
        for (var round = 0; round < Count; round++)
        {
            var page = Page.Any(random);
            var cut = page.Text[..random.Next(page.Text.Length)];
            if (PriceProse.Read(cut, Words) is ProseReading.Understood read)
            {
                foreach (var tier in read.Tiers)
                {
                    page.Tiers.ShouldContain(meant => meant.Credits == tier.Credits, $"{page.Text}\n→ {cut}");
                }
            }
        }
    }

    private static readonly Func<Page, Random, string?>[] Mutations =
    [
        (page, random) => page.Text + Pick(random, " New policy.", " Extra image surcharge $1.", "\nMinimum charge 3 credits.", " Prices exclude VAT.", " Input video is billed too."),
        (page, _) => Replaced(page.Text, UnitWord(), _ => " per frame"),
        (page, random) => Replaced(page.Text, CreditNumber(), number => Text(decimal.Parse(number, CultureInfo.InvariantCulture) * 1.02m + 0.1m)) is { } text
            && Body(text) is var body && (body.Contains('$', StringComparison.Ordinal) || body.Contains("USD", StringComparison.Ordinal)) ? text : null,
        (page, random) => Replaced(page.Text, CreditNumber(), number => $"{Pick(random, "at least", "from", "up to", "starting at", "nearly")} {number}"),
        (page, _) => Replaced(page.Text, CreditFraction(), number => number.Replace('.', ',')),
        (page, _) => Replaced(page.Text, Dollars(), dollars => $"{dollars} / €0.05"),
        (page, _) => Replaced(page.Text, CreditNumber(), number => $"-{number}"),
        (page, _) => Replaced(page.Text, CreditNumber(), _ => "1000000000"),
        (page, _) => Replaced(page.Text, CreditNumber(), number => $"{number}-{number}9"),
        (page, _) => Replaced(page.Text, CreditNumber(), number => $"{number} + 2"),
        (page, _) => Replaced(page.Text, CreditWord(), _ => "points"),
        (page, _) => Replaced(page.Text, CreditNumber(), _ => "some"),
        (page, _) => page.Tiers.Count > 1 ? Page.Written(page.Source with { Tiers = [.. page.Source.Tiers.Skip(1), page.Source.Tiers[1] with { Credits = page.Source.Tiers[1].Credits + 7 }] }) : null,
        (page, _) => page.Tiers.Count > 1 && page.Source.Dialect.Style is PriceStyle.Bare or PriceStyle.Sentence && page.Tiers[0].Tags.Count > 0
            ? Replaced(page.Text, TagBehind(), _ => "") : null,
        (page, _) => page.Source.Dialect.Mix % 7 is 3 or 5 ? null : Replaced(page.Text, Dollars(), dollars => $"${Text(decimal.Parse(dollars[1..], CultureInfo.InvariantCulture) * 1.03m)}"),
    ];

    private static string Pick(Random random, params string[] options) => options[random.Next(options.Length)];

    private static string Body(string text) => text.Split("\nHigh-tier")[0];

    /// <summary>Only the first, and only before a sentence that is passed over anyway.</summary>
    private static string? Replaced(string text, Regex what, Func<string, string> by)
    {
        var end = Body(text).Length;
        return what.IsMatch(text[..end]) ? what.Replace(text[..end], match => by(match.Value), 1) + text[end..] : null;
    }

    private static string Text(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(/s| per second| / sec| per image| per output image|/image| per video| per request| per task| per generation| per minute)(?![a-z])")]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"\d+(\.\d+)?(?= (Kie )?credits?)")]
    private static partial Regex CreditNumber();

    [GeneratedRegex(@"\d+\.\d+(?= (Kie )?credits?)")]
    private static partial Regex CreditFraction();

    [GeneratedRegex(@"\$\d+(\.\d+)?")]
    private static partial Regex Dollars();

    [GeneratedRegex("credits?")]
    private static partial Regex CreditWord();

    [GeneratedRegex(" for [^,.]+?(?=,| or |\\.| \\()")]
    private static partial Regex TagBehind();

    private sealed record Meant(decimal Credits, TierUnit Unit, IReadOnlyDictionary<TierAxis, string> Tags, DateTimeOffset? Until);

    private sealed record Source(WordUnit Unit, IReadOnlyList<WordTier> Tiers, Dialect Dialect);

    private sealed record Page(Source Source, string Text, IReadOnlyList<Meant> Tiers)
    {
        public static string Written(Source other) => PriceWords.Write(Title, other.Unit, other.Tiers, other.Dialect);

        public static Page Any(Random random)
        {
            var unit = (WordUnit)random.Next(7);
            var ways = Ways(random, unit);
            var tiers = ways.Select(tags => new WordTier(Credits(random), tags)).ToList();
            DateTimeOffset? until = random.Next(8) == 0
                ? new DateTimeOffset(2026, 12, 1 + random.Next(28), random.Next(24), 0, 0, TimeSpan.Zero)
                : null;
            var dialect = new Dialect((PriceStyle)random.Next(6), random.Next(10_000), random.Next(3) == 0, until);
            dialect = dialect with { Style = PriceWords.Fitting(dialect.Style, unit, tiers) };
            var source = new Source(unit, tiers, dialect);
            return new Page(
                source,
                PriceWords.Write(Title, unit, tiers, dialect),
                [.. tiers.Select(tier => new Meant(tier.Credits, UnitOf(source), tier.Tags.ToDictionary(tag => AxisOf(tag.Key), tag => ValueOf(tag.Key, tag.Value)), until))]);
        }

        private static decimal Credits(Random random) =>
            random.Next(3) == 0 ? Odd[random.Next(Odd.Length)] : random.Next(1, 800) / (random.Next(2) == 0 ? 1m : 2m);

        private static List<Dictionary<WordAxis, string>> Ways(Random random, WordUnit unit)
        {
            List<Dictionary<WordAxis, string>> ways = [[]];
            foreach (var axis in Enum.GetValues<WordAxis>().Where(axis => random.Next(3) == 0 && !(axis == WordAxis.Seconds && unit == WordUnit.Second)))
            {
                var values = axis switch
                {
                    WordAxis.Resolution => Some(random, Lines),
                    WordAxis.Seconds => Some(random, Seconds),
                    WordAxis.Mode => Some(random, ["std", "turbo", "quality"]),
                    _ => ["with", "no"],
                };
                ways = [.. ways.SelectMany(way => values.Select(value => new Dictionary<WordAxis, string>(way) { [axis] = value }))];
            }

            return ways;
        }

        private static string[] Some(Random random, string[] values) => [.. values.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];

        /// <summary>The styles that speak of seconds or of whole films say so.</summary>
        private static TierUnit UnitOf(Source source) => source.Dialect.Style == PriceStyle.WholeVideo ? TierUnit.Unsaid : source.Unit switch
        {
            WordUnit.None => TierUnit.Unsaid,
            WordUnit.Image => TierUnit.Image,
            WordUnit.Video => TierUnit.Video,
            WordUnit.Request => TierUnit.Order,
            WordUnit.Second => TierUnit.Second,
            WordUnit.Minute => TierUnit.Minute,
            WordUnit.ThousandChars => TierUnit.ThousandChars,
            var other => throw new InvalidOperationException($"No unit for {other}"),
        };

        private static TierAxis AxisOf(WordAxis axis) => axis switch
        {
            WordAxis.Resolution => TierAxis.Resolution,
            WordAxis.Seconds => TierAxis.Seconds,
            WordAxis.Video => TierAxis.VideoInput,
            WordAxis.Audio => TierAxis.Audio,
            WordAxis.Mode => TierAxis.Mode,
            var other => throw new InvalidOperationException($"No axis for {other}"),
        };

        private static string ValueOf(WordAxis axis, string value) => axis switch
        {
            WordAxis.Seconds => $"{value}s",
            WordAxis.Video or WordAxis.Audio => value == "with" ? "with" : "without",
            _ => value,
        };
    }
}
