using Trt.Api.Bot.Texts;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

/// <summary>Nobody has to guess what a price is for.</summary>
public sealed class PriceTextTests
{
    [TestCase(Language.Russian, 37710, "30 с × 12,57 ₽ = 377,10 ₽")]
    [TestCase(Language.English, 37710, "30 s × ₽12.57 = ₽377.10")]
    [TestCase(Language.Russian, 37714, "Это 30 с, около 12,57 ₽ за секунду")]
    [TestCase(Language.English, 37714, "That is 30 s, about ₽12.57 a second")]
    public void A_product_is_written_only_where_the_shown_figures_come_to_the_sum(Language language, long price, string expected) =>
        PriceTexts.Sum(language, PriceUnit.Second, 30, new Money(1257), new Money(price)).Value.ShouldBe(expected);

    [TestCase(PriceUnit.Second, "12,57 ₽ за секунду", "₽12.57 a second")]
    [TestCase(PriceUnit.Minute, "12,57 ₽ за минуту", "₽12.57 a minute")]
    [TestCase(PriceUnit.ThousandChars, "12,57 ₽ за 1000 знаков", "₽12.57 per 1000 characters")]
    [TestCase(PriceUnit.Megapixel, "12,57 ₽ за мегапиксель", "₽12.57 a megapixel")]
    [TestCase(PriceUnit.Image, "12,57 ₽ за картинку", "₽12.57 a picture")]
    [TestCase(PriceUnit.Generation, "12,57 ₽ за картинку", "₽12.57 a picture")]
    public void A_price_carries_its_unit(PriceUnit unit, string russian, string english)
    {
        var each = new UnitPrice(new Money(1257), unit, IsLeast: false);

        PriceTexts.Each(Language.Russian, each, Card()).ShouldBe(russian);
        PriceTexts.Each(Language.English, each, Card()).ShouldBe(english);
    }

    [TestCase(GenerationType.TextToMusic, OutputKind.Audio, "12,57 ₽ за две песни")]
    [TestCase(GenerationType.TextToVideo, OutputKind.Video, "12,57 ₽ за видео")]
    [TestCase(GenerationType.TextToLyrics, OutputKind.Text, "12,57 ₽ за текст")]
    public void Where_an_order_has_one_price_what_it_brings_is_named(GenerationType type, OutputKind output, string expected) =>
        PriceTexts.Each(
            Language.Russian, new UnitPrice(new Money(1257), PriceUnit.Generation, IsLeast: false), Card() with { Type = type, Output = output })
            .ShouldBe(expected);

    [TestCase(true, " · как в прошлый раз 10 с = 125,70 ₽")]
    [TestCase(false, " · 10 с = 125,70 ₽")]
    public void A_usual_sum_says_when_it_is_ones_own(bool isOwn, string expected)
    {
        var card = Card() with { Prices = new PriceList(PriceUnit.Second, null, [Line("480p", 16)]) };
        var offer = new ModelOffer(card, null, IsFreeNow: false) { Usual = new Quote(new Money(12570), "quality=480p", 16, 10), IsUsualOwn = isOwn };

        PriceTexts.Usual(Language.Russian, offer).ShouldBe(expected);
    }

    [TestCase(10, 10, false)]
    [TestCase(10, 16, true)]
    public void From_is_said_where_another_choice_costs_more(decimal one, decimal other, bool isLeast)
    {
        var prices = new PriceList(PriceUnit.Second, null, [Line("480p", one), Line("720p", other)]) { QuantityMin = 5 };

        prices.Each(PriceTerms.Default).ShouldBe(new UnitPrice(PriceTerms.Default.Price(10), PriceUnit.Second, isLeast));
    }

    private static ModelCard Card() => new()
    {
        Id = new ModelId("test"),
        Family = ProviderFamily.Jobs,
        SendAs = "test",
        Title = new LocalText("Test", "Test"),
        Benefit = new LocalText("Польза", "Benefit"),
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema([], []),
        Prices = PriceList.None,
    };

    private static Sku Line(string quality, decimal credits) =>
        new($"quality={quality}", new Dictionary<string, string> { ["quality"] = quality }, credits);
}
