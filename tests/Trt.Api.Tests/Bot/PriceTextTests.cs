using Trt.Api.Bot.Texts;
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
    [TestCase(PriceUnit.Generation, "12,57 ₽", "₽12.57")]
    public void A_price_carries_its_unit(PriceUnit unit, string russian, string english)
    {
        var each = new UnitPrice(new Money(1257), unit, IsLeast: false);

        PriceTexts.Each(Language.Russian, each).ShouldBe(russian);
        PriceTexts.Each(Language.English, each).ShouldBe(english);
    }

    [TestCase(10, 10, false)]
    [TestCase(10, 16, true)]
    public void From_is_said_where_another_choice_costs_more(decimal one, decimal other, bool isLeast)
    {
        var prices = new PriceList(PriceUnit.Second, null, [Line("480p", one), Line("720p", other)]) { QuantityMin = 5 };

        prices.Each(PriceTerms.Default).ShouldBe(new UnitPrice(PriceTerms.Default.Price(10), PriceUnit.Second, isLeast));
    }

    private static Sku Line(string quality, decimal credits) =>
        new($"quality={quality}", new Dictionary<string, string> { ["quality"] = quality }, credits);
}
