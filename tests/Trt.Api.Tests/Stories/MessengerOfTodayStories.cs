using System.Text.Json;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Colours, closed buttons and effects: they add, and nothing depends on them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MessengerOfTodayStories
{
    private const string Party = "5046509860389126442";

    [Test]
    public async Task What_costs_is_green_and_what_stops_is_red()
    {
        var shop = await Shop.Running;
        var anna = await shop.Arrives();
        await anna.FillsPicture();
        var card = await anna.Sees("Цена: ");
        Style(card, "Создать за 14,14 ₽").ShouldBe("success");
        Style(card, "Отмена").ShouldBe("danger");
        Style(card, "Настройки").ShouldBeNull();
    }

    [Test]
    public async Task Without_the_money_the_button_is_closed_and_the_reason_stands_above()
    {
        await using var shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "0"));
        var boris = await shop.Arrives();
        await boris.Chooses("nano-banana-pro");
        await boris.Sees("Шаг 1/3");
        await boris.Say("Кот-астронавт");
        await boris.Press("Только текст");
        await boris.Press("1K · 14,14 ₽");
        var shown = await boris.Sees("Не хватает: 14,14 ₽");
        var closed = Buttons(shown).Single(button => button.TryGetProperty("disabled", out _));
        closed.GetProperty("text").GetString()!.ShouldStartWith("✨ Создать");
        closed.TryGetProperty("callback_data", out _).ShouldBeFalse();
    }

    [Test]
    public async Task The_first_result_is_a_feast_and_the_next_ones_are_work()
    {
        await using var shop = await RunningShop.Open();
        var vera = await shop.Arrives();
        await vera.OrdersPicture();
        (await vera.Receives("photo")).Json.GetProperty("effect_id").GetString().ShouldBe(Party);
        await Eventually.Holds("the order is done", async () => await shop.Books.Orders(Trt.Domain.Generations.GenerationStatus.Delivered, vera) == 1);
        await vera.OrdersPicture();
        await Eventually.Holds("a second picture", async () => (await vera.Got("photo")).Count == 2);
        (await vera.Got("photo"))[1].Json.TryGetProperty("effect_id", out _).ShouldBeFalse();
    }

    [Test]
    public async Task A_refused_effect_costs_nobody_the_result()
    {
        await using var shop = await RunningShop.Open();
        var gleb = await shop.Arrives();
        await shop.Post("fail", new { method = "sendPhoto", error_code = 400, description = "Bad Request: EFFECT_ID_INVALID", times = 1 });
        await gleb.OrdersPicture();
        (await gleb.Receives("photo")).Json.TryGetProperty("effect_id", out _).ShouldBeFalse();
    }

    [Test]
    public async Task A_server_of_yesterday_gets_the_words_it_knows()
    {
        await using var shop = await RunningShop.Open();
        await shop.Post("settings", new { old_server = true });
        var dana = await shop.Arrives();
        await dana.Click((await dana.FromBot())[^1].Id, "show_all_models_list:1");
        var shelf = await dana.Sees("одел");
        shelf.Buttons.ShouldContain(button => button.Data == "noop");
        await dana.OrdersPicture();
        await dana.Receives("photo");
    }

    private static IEnumerable<JsonElement> Buttons(ChatMessage message) =>
        message.Json.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray());

    private static string? Style(ChatMessage message, string label) =>
        Buttons(message).Single(button => button.GetProperty("text").GetString()!.Contains(label, StringComparison.Ordinal)) is var button
            && button.TryGetProperty("style", out var style) ? style.GetString() : null;
}
