using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed partial class ButtonTests : PageTest
{
    [GeneratedRegex("waiting")]
    private static partial Regex Waiting { get; }

    [Test]
    public async Task A_pressed_button_waits_until_the_bot_answers_and_then_the_toast_comes()
    {
        await BeginChat();
        await Bot.Say(Person.Id, "Выбор", [ScriptedBot.Row(("Картинка", "image"), ("Видео", "video"))]);

        await Chat.Press("Картинка");
        var press = await Bot.WaitForPress();
        press["data"]!.GetValue<string>().ShouldBe("image");
        await Expect(Chat.Button("Картинка")).ToHaveClassAsync(Waiting);
        await Expect(Chat.Button("Картинка")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(Chat.Button("Видео")).Not.ToHaveClassAsync(Waiting);

        await Bot.Answer(press, "Уже рисую");

        await Expect(Chat.Toast).ToHaveTextAsync("Уже рисую");
        await Expect(Chat.Button("Картинка")).Not.ToHaveClassAsync(Waiting);
    }

    [Test]
    public async Task A_second_tap_on_a_waiting_button_does_nothing()
    {
        await BeginChat();
        await Bot.Say(Person.Id, "Выбор", [ScriptedBot.Row(("Создать", "go"), ("Меню", "menu"))]);

        await Chat.Button("Создать").DblClickAsync();
        await Chat.Press("Меню");

        (await Bot.WaitForPress())["data"]!.GetValue<string>().ShouldBe("go");
        (await Bot.WaitForPress())["data"]!.GetValue<string>().ShouldBe("menu");
    }

    [Test]
    public async Task An_alert_stands_until_it_is_read()
    {
        await BeginChat();
        await Bot.Say(Person.Id, "Оплата", [ScriptedBot.Row(("Создать", "go"))]);

        await Chat.Press("Создать");
        await Bot.Answer(await Bot.WaitForPress(), "Не хватает 20 ₽", alert: true);

        await Expect(Chat.Alert).ToContainTextAsync("Не хватает 20 ₽");
        await Chat.Page.GetByTestId("alert-ok").ClickAsync();
        await Expect(Chat.Alert).ToHaveCountAsync(0);
        await Expect(Chat.Toast).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_answer_is_shown_once_and_not_again_after_a_reload()
    {
        await BeginChat();
        await Bot.Say(Person.Id, "Оплата", [ScriptedBot.Row(("Создать", "go"))]);
        await Chat.Press("Создать");
        await Bot.Answer(await Bot.WaitForPress(), "Прочитано", alert: true);
        await Chat.Page.GetByTestId("alert-ok").ClickAsync();

        await Chat.Page.ReloadAsync();
        await Chat.WaitForMessage("Оплата");
        await Bot.Say(Person.Id, "Дальше");

        await Chat.WaitForMessage("Дальше");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_edit_replaces_the_buttons_and_a_keyboard_user_keeps_the_focus()
    {
        await BeginChat();
        var id = await Bot.Say(Person.Id, "Шаг 1", [ScriptedBot.Row(("Дальше", "next"), ("Отмена", "stop"))]);
        await Chat.Button("Дальше").FocusAsync();
        await Chat.Page.Keyboard.PressAsync("Enter");
        await Bot.Answer(await Bot.WaitForPress());

        await Bot.Edit(Person.Id, id, "Шаг 2", [ScriptedBot.Row(("Готово", "done"))]);

        await Chat.WaitForMessage("Шаг 2");
        await Expect(Chat.Button("Готово")).ToBeFocusedAsync();
        await Expect(Chat.Button("Отмена")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_copy_button_copies_and_a_link_to_the_bot_itself_is_played_here()
    {
        await BeginChat();
        var me = await Bot.Call("getMe", []);
        await Bot.Say(Person.Id, "Пригласите друга",
        [
            new JsonArray(
                new JsonObject { ["text"] = "Код", ["copy_text"] = new JsonObject { ["text"] = "PROMO-7" } },
                new JsonObject { ["text"] = "Ссылка", ["url"] = $"https://t.me/{me["username"]}?start=ref_42" }),
        ]);

        await Chat.Press("Код");
        await Expect(Chat.Toast).ToHaveTextAsync("Скопировано.");
        (await Chat.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe("PROMO-7");

        await Chat.Press("Ссылка");
        (await Bot.WaitForMessage(Person.Id))["text"]!.GetValue<string>().ShouldBe("/start ref_42");
    }
}
