using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>The reader finds what it is for, and leaves good texts alone.</summary>
public sealed class ReaderTests
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    [TestCase("ru", "Что-то пошло не так с нашей стороны.", "an error")]
    [TestCase("ru", "Цена: 14.14 ₽", "money as machines write it")]
    [TestCase("ru", "Баланс: 300,00 ₽", "money as machines write it")]
    [TestCase("ru", "Баланс: 12500 ₽", "money as machines write it")]
    [TestCase("ru", "Баланс: ₽300", "English money")]
    [TestCase("en", "Balance: 300 ₽", "Russian money")]
    [TestCase("ru", "Nothing was charged", "not Russian")]
    [TestCase("en", "Ничего", "not English")]
    [TestCase("ru", "Ещё 5 модели и 21 моделей", "a wrong plural")]
    [TestCase("en", "2 model left", "a wrong plural")]
    [TestCase("ru", "Ответ от KIE", "the machinery")]
    [TestCase("ru", "Выберите aspect_ratio", "the machinery")]
    [TestCase("en", "The provider failed", "the machinery")]
    [TestCase("en", "Hello {name}", "a placeholder")]
    [TestCase("en", "Hello &lt;b&gt;", "a placeholder")]
    [Property("Case", 64)]
    public void A_bad_text_is_found(string code, string text, string rule) => Found(code, text).ShouldContain(found => found.StartsWith(rule, StringComparison.Ordinal));

    [TestCase("ru", "Nano Banana Pro · 14,14 ₽, на балансе 12\u00A0500 ₽. 1 модель, 2 модели, 21 модель, 5 моделей. /start меню")]
    [TestCase("en", "Nano Banana Pro · ₽14.14, balance ₽12,500. 1 model, 2 models. /start menu https://t.me/x_y")]
    public void A_good_text_is_left_alone(string code, string text) => Found(code, text).ShouldBeEmpty();

    [Test]
    public void A_price_by_the_second_needs_its_unit()
    {
        var card = Catalog.Cards.First(found => found.IsOffered && found.Prices.Unit == PriceUnit.Second);
        Found("ru", "Полка", ($"{card.Title.Ru} · 12,57 ₽", $"model:{card.Id}")).ShouldHaveSingleItem().ShouldStartWith("a price without its unit");
        Found("ru", "Полка", ($"{card.Title.Ru} · 12,57 ₽ за секунду", $"model:{card.Id}")).ShouldBeEmpty();
    }

    [Test]
    public void A_button_that_the_messenger_would_not_take_is_found() =>
        Found("en", "Shelf", ("Go", new string('я', 33))).ShouldHaveSingleItem().ShouldStartWith("over 64 bytes");

    private static List<string> Found(string code, string text, params (string Label, string Data)[] buttons)
    {
        var reader = new Reader(code == "ru" ? Language.Russian : Language.English, Catalog, isCustomer: true);
        var message = new
        {
            message_id = 1,
            text,
            reply_markup = new { inline_keyboard = new[] { buttons.Select(button => new { text = button.Label, callback_data = button.Data }) } },
        };
        reader.Read(new Step(new Act.Words("/start"), [], []), new ChatMessage(JsonSerializer.SerializeToElement(message)));
        return [.. reader.Complaints];
    }
}
