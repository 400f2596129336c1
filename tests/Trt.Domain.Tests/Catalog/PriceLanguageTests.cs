using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Catalog;

/// <summary>What a price can say beside one figure for a unit.</summary>
public sealed class PriceLanguageTests
{
    private static readonly IReadOnlyDictionary<string, string> Always = new Dictionary<string, string>();
    private static readonly DateTimeOffset End = new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);

    [TestCase(0, 5, 0)]
    [TestCase(1, 10, 5, Description = "4.2 seconds of a film that is sent: a second begun counts")]
    [TestCase(2, 14, 9)]
    public void Seconds_that_are_sent_are_priced_like_those_that_come(int films, int quantity, int sent)
    {
        var prices = new PriceList(
            PriceUnit.Second, new SumOf([new ValueOf("duration"), new DurationOf("films")]), [new Sku("default", Always, 17)]);
        var values = new Dictionary<string, InputValue> { ["duration"] = new NumberValue(5) };
        if (films > 0)
        {
            values["films"] = Films([.. Enumerable.Repeat<decimal?>(4.2m, films)]);
        }

        var quote = prices.Quote(values, PriceTerms.Default)!;

        (quote.Quantity, quote.Sent, quote.Cost).ShouldBe((quantity, sent, quantity * 17m));
        quote.Price.ShouldBe(PriceTerms.Default.Price(quantity * 17m));
        prices.DependsOn("films").ShouldBeTrue();
    }

    [Test]
    public void A_film_of_unknown_length_has_no_price()
    {
        var prices = new PriceList(
            PriceUnit.Second, new SumOf([new ValueOf("duration"), new DurationOf("films")]), [new Sku("default", Always, 17)]);
        var values = new Dictionary<string, InputValue> { ["duration"] = new NumberValue(5), ["films"] = Films(4.2m, null) };

        prices.Quote(values, PriceTerms.Default).ShouldBeNull();
    }

    [TestCase(1, "7")]
    [TestCase(2, "7.5")]
    [TestCase(10, "11.5")]
    public void Files_beyond_the_free_ones_add_their_surcharge(int photos, string credits)
    {
        var quote = WithExtras(1, 0.5m, Always).Quote(Photos(photos), PriceTerms.Default)!;

        quote.Cost.ShouldBe(decimal.Parse(credits, System.Globalization.CultureInfo.InvariantCulture));
        quote.Price.ShouldBe(PriceTerms.Default.Price(quote.Cost));
    }

    [Test]
    public void A_surcharge_may_have_conditions_of_its_own()
    {
        var prices = WithExtras(0, 2, new Dictionary<string, string> { ["quality"] = "high" });

        prices.Quote(Photos(3), PriceTerms.Default)!.Surcharge.ShouldBe(0);
        prices.Quote(new Dictionary<string, InputValue>(Photos(3)) { ["quality"] = new TextValue("high") }, PriceTerms.Default)!.Surcharge.ShouldBe(6);
        (prices.DependsOn("quality"), prices.DependsOn("photos"), prices.DependsOn("prompt")).ShouldBe((true, true, false));
    }

    [Test]
    public void An_own_price_of_the_operator_is_for_the_units_and_the_files_come_on_top()
    {
        var prices = WithExtras(1, 4, Always);
        prices = prices with { Skus = [prices.Skus[0] with { OwnPrice = Money.Rubles(10) }] };

        prices.Quote(Photos(2), PriceTerms.Default)!.Price.ShouldBe(Money.Rubles(10) + PriceTerms.Default.Price(4));
    }

    [TestCase("480p", "14.4", false)]
    [TestCase("720p", "27", false)]
    [TestCase("8K", "27", true, Description = "nobody has said what that costs")]
    [TestCase(null, "27", true, Description = "an order from before this was remembered")]
    public void What_was_ordered_with_the_earlier_result_chooses_the_line(string? resolution, string credits, bool isAtMost)
    {
        var prices = new PriceList(PriceUnit.Generation, null,
        [
            new Sku("a", new Dictionary<string, string> { ["clip.resolution"] = "480p" }, 14.4m),
            new Sku("b", new Dictionary<string, string> { ["clip.resolution"] = "720p" }, 27),
            new Sku("c", Always, 27) { IsAtMost = true },
        ]);
        var clip = new EarlierValue(default, new ModelId("m"), "task", null, "A lighthouse", default);
        if (resolution is not null)
        {
            clip = clip with { Ordered = new Dictionary<string, string> { ["resolution"] = resolution } };
        }

        var quote = prices.Quote(new Dictionary<string, InputValue> { ["clip"] = clip }, PriceTerms.Default)!;

        (quote.Cost, quote.IsAtMost).ShouldBe((decimal.Parse(credits, System.Globalization.CultureInfo.InvariantCulture), isAtMost));
        prices.DependsOn("clip").ShouldBeTrue();
    }

    [Test]
    public void What_was_ordered_then_survives_the_database()
    {
        var clip = new EarlierValue(default, new ModelId("m"), "task", null, "A lighthouse", default)
        {
            Ordered = new Dictionary<string, string> { ["resolution"] = "480p" },
        };

        var json = InputValues.ToJson(new Dictionary<string, InputValue> { ["clip"] = clip });

        InputValues.FromJson(json)["clip"].ShouldBe(clip);
    }

    [Test]
    public void A_promotion_ends_at_its_moment()
    {
        var prices = Promoted(afterwards: 158);

        prices.At(End.AddTicks(-1)).ShouldBeSameAs(prices);
        prices.At(End).Quote(new Dictionary<string, InputValue>(), PriceTerms.Default)!.Credits.ShouldBe(158);
        prices.At(End).At(End.AddYears(1)).Skus.ShouldBe(prices.At(End).Skus);
    }

    [Test]
    public void Without_a_regular_price_it_has_none_and_what_was_shown_before_still_can_be_told()
    {
        var prices = Promoted(afterwards: null).At(End);

        prices.Quote(new Dictionary<string, InputValue>(), PriceTerms.Default).ShouldBeNull();
        prices.QuoteAsShown(new Dictionary<string, InputValue>(), PriceTerms.Default)!.Credits.ShouldBe(114);
        prices.From(PriceTerms.Default).ShouldBeNull();
    }

    [Test]
    public void A_line_that_is_over_hides_behind_no_other()
    {
        var prices = Promoted(afterwards: null);
        prices = prices with { Skus = [.. prices.Skus.Select(sku => sku with { When = new Dictionary<string, string> { ["size"] = "4K" } }), new Sku("all", Always, 1)] };

        prices.At(End).Quote(new Dictionary<string, InputValue> { ["size"] = new TextValue("4K") }, PriceTerms.Default).ShouldBeNull();
        prices.At(End).Quote(new Dictionary<string, InputValue>(), PriceTerms.Default)!.Credits.ShouldBe(1);
    }

    private static PriceList Promoted(decimal? afterwards) =>
        new(PriceUnit.Generation, null, [new Sku("default", Always, 114) { Until = End, Afterwards = afterwards }]);

    private static PriceList WithExtras(int free, decimal credits, IReadOnlyDictionary<string, string> when) =>
        new(PriceUnit.Generation, null, [new Sku("default", Always, 7)]) { Surcharges = [new Surcharge("photos", free, credits, when)] };

    private static Dictionary<string, InputValue> Photos(int count) => new()
    {
        ["photos"] = new MediaValue([.. Enumerable.Range(1, count).Select(n => Item(MediaKind.Image, $"{n}"))]),
    };

    private static MediaValue Films(params decimal?[] seconds) =>
        new([.. seconds.Select((length, n) => Item(MediaKind.Video, $"{n}") with { DurationSeconds = length })]);

    private static MediaItem Item(MediaKind kind, string name) => new() { FileId = name, FileUniqueId = name, Kind = kind, MimeType = "image/png" };
}
