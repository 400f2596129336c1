using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Catalog;

public sealed class PriceListTests
{
    private static readonly Dictionary<string, string> Always = [];

    private static PriceList Flat(PriceUnit unit, QuantitySource? quantity, decimal credits) =>
        new(unit, quantity, [new Sku("default", Always, credits)]);

    [TestCase(18, 1414)]
    [TestCase(24, 1886)]
    [TestCase(0.8, 63)]
    [Property("Case", 13)]
    public void Credits_become_kopecks_by_the_one_formula(decimal credits, long kopecks) =>
        Flat(PriceUnit.Generation, null, credits).Quote(Given(), PriceTerms.Default)!.Price.ShouldBe(new Money(kopecks));

    [Test]
    public void The_first_line_whose_conditions_hold_is_the_price()
    {
        var prices = new PriceList(PriceUnit.Generation, null,
        [
            new Sku("resolution=4K", new Dictionary<string, string> { ["resolution"] = "4K" }, 24),
            new Sku("sound=true", new Dictionary<string, string> { ["sound"] = "true" }, 20),
            new Sku("n=2", new Dictionary<string, string> { ["n"] = "2" }, 19),
            new Sku("photos=present", new Dictionary<string, string> { ["photos"] = "present" }, 18),
            new Sku("photos=absent", new Dictionary<string, string> { ["photos"] = "absent", ["resolution"] = "1K" }, 10),
        ]);

        Line(("resolution", Text("4K")), ("sound", new FlagValue(true))).ShouldBe("resolution=4K");
        Line(("resolution", Text("1K")), ("sound", new FlagValue(true))).ShouldBe("sound=true");
        Line(("n", new NumberValue(2.0m))).ShouldBe("n=2");
        Line(("photos", Media(Photo()))).ShouldBe("photos=present");
        Line(("resolution", Text("1K")), ("photos", Media())).ShouldBe("photos=absent");
        Line(("resolution", Text("2K"))).ShouldBeNull();

        string? Line(params (string, InputValue)[] values) => prices.Quote(Given(values), PriceTerms.Default)?.Sku;
    }

    [TestCase(1, 1)]
    [TestCase(1000, 1)]
    [TestCase(1001, 2)]
    public void Every_started_thousand_characters_counts(int length, int thousands) =>
        Flat(PriceUnit.ThousandChars, new CharactersOf("text"), 6)
            .Quote(Given(("text", Text(new string('я', length)))), PriceTerms.Default)!.Quantity.ShouldBe(thousands);

    [TestCase(4.0, 4)]
    [TestCase(4.2, 5)]
    public void Every_started_second_of_a_recording_counts(decimal seconds, int expected) =>
        Flat(PriceUnit.Second, new DurationOf("voice"), 8)
            .Quote(Given(("voice", Media(Voice(seconds)))), PriceTerms.Default)!.Quantity.ShouldBe(expected);

    [TestCase(59, 1)]
    [TestCase(61, 2)]
    public void Every_started_minute_counts(decimal seconds, int expected) =>
        Flat(PriceUnit.Minute, new DurationOf("voice"), 3.5m)
            .Quote(Given(("voice", Media(Voice(seconds)))), PriceTerms.Default)!.Quantity.ShouldBe(expected);

    [TestCase(1024, 1024, 1)]
    [TestCase(1025, 1024, 2)]
    public void A_megapixel_is_a_square_of_1024(int width, int height, int expected)
    {
        var photo = Photo() with { Width = width, Height = height };

        Flat(PriceUnit.Megapixel, new PixelsOf("photo"), 4)
            .Quote(Given(("photo", Media(photo))), PriceTerms.Default)!.Quantity.ShouldBe(expected);
    }

    [Test]
    public void A_chosen_number_is_a_quantity_whether_typed_or_picked()
    {
        var prices = Flat(PriceUnit.Second, new ValueOf("duration"), 2);

        prices.Quote(Given(("duration", Text("10"))), PriceTerms.Default)!.Quantity.ShouldBe(10);
        prices.Quote(Given(("duration", new NumberValue(0.5m))), PriceTerms.Default)!.Quantity.ShouldBe(1);
        Flat(PriceUnit.Second, new QuotientOf("frames", "rate"), 2)
            .Quote(Given(("frames", new NumberValue(81)), ("rate", new NumberValue(16))), PriceTerms.Default)!.Quantity.ShouldBe(6);
    }

    [Test]
    public void An_unknown_quantity_gives_no_quote_instead_of_a_guess()
    {
        var prices = Flat(PriceUnit.Second, new DurationOf("voice"), 8);

        prices.Quote(Given(), PriceTerms.Default).ShouldBeNull();
        prices.Quote(Given(("voice", Media(Voice(5), Voice(seconds: null)))), PriceTerms.Default).ShouldBeNull();
        Flat(PriceUnit.Second, new ValueOf("duration"), 8).Quote(Given(("duration", Text("0"))), PriceTerms.Default).ShouldBeNull();
    }

    [Test]
    public void The_first_known_of_several_sources_counts()
    {
        var prices = Flat(PriceUnit.Second, new FirstKnown([new ValueOf("duration"), new DurationOf("voice")]), 8);

        prices.Quote(Given(("duration", new NumberValue(3)), ("voice", Media(Voice(9)))), PriceTerms.Default)!.Quantity.ShouldBe(3);
        prices.Quote(Given(("voice", Media(Voice(9)))), PriceTerms.Default)!.Quantity.ShouldBe(9);
        prices.Quote(Given(), PriceTerms.Default).ShouldBeNull();
    }

    [Test]
    public void From_is_the_cheapest_order_that_can_be_made()
    {
        var prices = Flat(PriceUnit.Second, new ValueOf("duration"), 14) with { QuantityMin = 3 };
        prices = prices with { Skus = [new Sku("4K", Always, 67), .. prices.Skus] };

        prices.From(PriceTerms.Default).ShouldBe(PriceTerms.Default.Price(42));
        PriceList.None.From(PriceTerms.Default).ShouldBeNull();
        PriceList.None.Quote(Given(), PriceTerms.Default).ShouldBeNull();
    }

    [Test]
    public void What_costs_something_is_never_given_for_nothing() =>
        Flat(PriceUnit.Generation, null, 0.0001m).Quote(Given(), PriceTerms.Default)!.Price.ShouldBe(new Money(1));

    [Test]
    public void A_price_knows_which_answers_it_depends_on()
    {
        var prices = new PriceList(PriceUnit.Second, new FirstKnown([new ValueOf("duration"), new DurationOf("video")]),
            [new Sku("resolution=4K", new Dictionary<string, string> { ["resolution"] = "4K" }, 24)]);

        new[] { "resolution", "duration", "video", "prompt" }.Where(prices.DependsOn).ShouldBe(["resolution", "duration", "video"]);
        (prices with { Skus = [.. prices.Skus, new Sku("default", Always, 8)] }).DependsOn("resolution").ShouldBeTrue();
    }

    [Test]
    public void Characters_are_counted_in_a_text_in_a_list_and_in_what_is_said()
    {
        var prices = Flat(PriceUnit.Generation, new CharactersOf("text"), 1);
        prices.Quote(Given(("text", Text("12345"))), PriceTerms.Default)!.Quantity.ShouldBe(5);
        prices.Quote(Given(("text", new TextListValue(["123", "45"]))), PriceTerms.Default)!.Quantity.ShouldBe(5);
        prices.Quote(Given(("text", new DialogueValue([new DialogueLine("123", "Ann"), new DialogueLine("4567", null)]))), PriceTerms.Default)!.Quantity.ShouldBe(7);
        prices.Quote(Given(("text", new NumberValue(5))), PriceTerms.Default).ShouldBeNull();
    }

    [Test]
    public void Several_recordings_and_pictures_count_together()
    {
        Flat(PriceUnit.Second, new DurationOf("voice"), 1)
            .Quote(Given(("voice", Media(Voice(2.4m), Voice(2.4m)))), PriceTerms.Default)!.Quantity.ShouldBe(5);
        Flat(PriceUnit.Image, new PixelsOf("photo"), 1)
            .Quote(Given(("photo", Media(Photo() with { Width = 2, Height = 3 }, Photo() with { Width = 4, Height = 5 }))), PriceTerms.Default)!.Quantity.ShouldBe(26);
    }

    [Test]
    public void A_picture_of_unknown_size_gives_no_quote()
    {
        var prices = Flat(PriceUnit.Megapixel, new PixelsOf("photo"), 4);
        prices.Quote(Given(), PriceTerms.Default).ShouldBeNull();
        prices.Quote(Given(("photo", Media())), PriceTerms.Default).ShouldBeNull();
        prices.Quote(Given(("photo", Media(Photo() with { Width = null }))), PriceTerms.Default).ShouldBeNull();
        prices.Quote(Given(("photo", Media(Photo(), Photo() with { Height = null }))), PriceTerms.Default).ShouldBeNull();
        Flat(PriceUnit.Second, new DurationOf("voice"), 8).Quote(Given(("voice", Media())), PriceTerms.Default).ShouldBeNull();
    }

    [TestCase(0)]
    [TestCase(-2)]
    public void A_rate_of_nothing_gives_no_quote(int rate) => Flat(PriceUnit.Second, new QuotientOf("frames", "rate"), 2)
        .Quote(Given(("frames", new NumberValue(81)), ("rate", new NumberValue(rate))), PriceTerms.Default).ShouldBeNull();

    [TestCase(0)]
    [TestCase(-3)]
    public void Nothing_and_less_than_nothing_are_no_quantity(int seconds) => Flat(PriceUnit.Second, new ValueOf("duration"), 8)
        .Quote(Given(("duration", new NumberValue(seconds))), PriceTerms.Default).ShouldBeNull();

    [Test]
    public void Each_source_reads_its_own_fields()
    {
        Reading(new CharactersOf("text")).ShouldBe(["text"]);
        Reading(new ValueOf("duration")).ShouldBe(["duration"]);
        Reading(new DurationOf("video")).ShouldBe(["video"]);
        Reading(new PixelsOf("photo")).ShouldBe(["photo"]);
        Reading(new QuotientOf("frames", "rate")).ShouldBe(["frames", "rate"]);
        Reading(null).ShouldBeEmpty();

        static IEnumerable<string> Reading(QuantitySource? source) =>
            new[] { "text", "duration", "video", "photo", "frames", "rate", "prompt" }.Where(Flat(PriceUnit.Second, source, 1).DependsOn);
    }

    [TestCase(PriceUnit.Generation, 1)]
    [TestCase(PriceUnit.Image, 1)]
    [TestCase(PriceUnit.Second, 1)]
    [TestCase(PriceUnit.Minute, 60)]
    [TestCase(PriceUnit.ThousandChars, 1000)]
    [TestCase(PriceUnit.Megapixel, 1048576)]
    public void A_unit_begun_counts_as_a_whole(PriceUnit unit, int measured)
    {
        unit.Count(measured).ShouldBe(1);
        unit.Count(measured + 0.01m).ShouldBe(2);
        Flat(unit, null, 1).Units(measured * 3).ShouldBe(3);
    }

    [Test]
    public void A_quote_says_what_it_was_made_of()
    {
        var quote = Flat(PriceUnit.Second, new ValueOf("duration"), 8).Quote(Given(("duration", new NumberValue(4))), PriceTerms.Default)!;
        (quote.Sku, quote.Credits, quote.Quantity, quote.Price).ShouldBe(("default", 8, 4, PriceTerms.Default.Price(32)));
    }

    [TestCase(0.5, 1)]
    [TestCase(1.5, 2)]
    [TestCase(2.5, 3)]
    [TestCase(2.4, 2)]
    public void Half_a_kopeck_goes_up(decimal credits, long kopecks) =>
        new PriceTerms(RublesPerUsd: 1, UsdPerCredit: 0.01m, Markup: 1).Price(credits).ShouldBe(new Money(kopecks));

    [Test]
    public void What_costs_the_shop_nothing_costs_nothing() =>
        Flat(PriceUnit.Generation, null, 0).Quote(Given(), PriceTerms.Default)!.Price.ShouldBe(Money.Zero);

    [Test]
    public void A_price_beyond_all_numbers_is_loud()
    {
        Should.Throw<OverflowException>(() => PriceTerms.Default.Price(1_000_000_000_000_000_000));
        var prices = Flat(PriceUnit.Second, new ValueOf("duration"), 8);
        prices = prices with { Skus = [prices.Skus[0] with { OwnPrice = new Money(long.MaxValue) }] };
        Should.Throw<OverflowException>(() => prices.Quote(Given(("duration", new NumberValue(2))), PriceTerms.Default));
    }

    [Test]
    public void The_operators_price_of_a_line_wins_everywhere()
    {
        var prices = Flat(PriceUnit.Second, new ValueOf("duration"), 8);
        prices = prices with { Skus = [prices.Skus[0] with { OwnPrice = new Money(150) }] };

        prices.Quote(Given(("duration", Text("4"))), PriceTerms.Default)!.Price.ShouldBe(new Money(600));
        prices.From(PriceTerms.Default).ShouldBe(new Money(150));
    }
}
