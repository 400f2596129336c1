using System.Globalization;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>A price with its unit, and how a sum comes about.</summary>
internal static class PriceTexts
{
    /// <summary>"от 12,57 ₽ за секунду", "14,14 ₽ за картинку".</summary>
    public static string Each(Language l, UnitPrice each, ModelCard card)
    {
        var price = $"{each.Price.In(l)}{(each.Unit == PriceUnit.Generation ? PerOrder(l, card) : Per(l, each.Unit))}";
        return each.IsLeast ? l.Pick($"от {price}", $"from {price}") : price;
    }

    /// <summary>Beside the price of a unit: "10 с ≈ 126 ₽"; nothing where the unit is the order.</summary>
    public static string Usual(Language l, ModelOffer offer) => offer switch
    {
        { Card.Prices.Unit: PriceUnit.Generation } => "",
        { Usual: { } last, IsUsualOwn: true } =>
            l.Pick(" · как в прошлый раз ", " · as last time ") + $"{Amount(l, offer.Card.Prices.Unit, last.Quantity)} = {last.Price.In(l)}",
        { Usual: { } usual } => $" · {Amount(l, offer.Card.Prices.Unit, usual.Quantity)} = {usual.Price.In(l)}",
        { Each: { Unit: PriceUnit.Second, IsLeast: false } each } =>
            $" · {Amount(l, each.Unit, 10)} ≈ {Round(each.Price.Kopecks * 10).In(l)}",
        _ => "",
    };

    /// <summary>"30 с × 12,57 ₽ = 377,10 ₽" where the shown figures really come to the sum, otherwise what is true of it.</summary>
    public static Html Sum(Language l, PriceUnit unit, decimal quantity, Money each, Money price)
    {
        var amount = Amount(l, unit, quantity);
        return each.Kopecks * quantity == price.Kopecks
            ? Html.Of($"{amount} × {each.In(l)} = {price.In(l)}")
            : l.Pick(
                Html.Of($"Это {amount}, около {each.In(l)}{Per(l, unit)}"),
                Html.Of($"That is {amount}, about {each.In(l)}{Per(l, unit)}"));
    }

    private static string Amount(Language l, PriceUnit unit, decimal quantity)
    {
        var number = (unit == PriceUnit.ThousandChars ? quantity * 1000 : quantity).ToString("0.##", CultureInfo.InvariantCulture);
        return unit switch
        {
            PriceUnit.Second => l.Pick($"{number} с", $"{number} s"),
            PriceUnit.Minute => l.Pick($"{number} мин", $"{number} min"),
            PriceUnit.ThousandChars => l.Pick($"до {number} знаков", $"up to {number} characters"),
            PriceUnit.Megapixel => l.Pick($"{number} Мп", $"{number} MP"),
            PriceUnit.Image => l.Pick($"{number} шт.", $"{number} images"),
            PriceUnit.Generation => number,
        };
    }

    private static string Per(Language l, PriceUnit unit) => unit switch
    {
        PriceUnit.Second => l.Pick(" за секунду", " a second"),
        PriceUnit.Minute => l.Pick(" за минуту", " a minute"),
        PriceUnit.ThousandChars => l.Pick(" за 1000 знаков", " per 1000 characters"),
        PriceUnit.Megapixel => l.Pick(" за мегапиксель", " a megapixel"),
        PriceUnit.Image => l.Pick(" за картинку", " a picture"),
        PriceUnit.Generation => "",
    };

    /// <summary>Where the order has one price, what it brings is its unit.</summary>
    private static string PerOrder(Language l, ModelCard card) => (card.Output, card.Type) switch
    {
        (OutputKind.Image, _) => l.Pick(" за картинку", " a picture"),
        (OutputKind.Video, _) => l.Pick(" за видео", " a video"),
        (OutputKind.Audio, GenerationType.TextToMusic) => l.Pick(" за две песни", " for two songs"),
        (OutputKind.Audio, _) => l.Pick(" за запись", " a recording"),
        (OutputKind.Text, _) => l.Pick(" за текст", " a text"),
    };

    private static Money Round(long kopecks) => new(kopecks < 10_00 ? kopecks : (kopecks + 50) / 100 * 100);
}
