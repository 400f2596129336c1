using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>Colours, closed buttons, effects and lists of the messenger of today, as the page draws them.</summary>
internal sealed partial class LooksTests : PageTest
{
    [GeneratedRegex("success")]
    private static partial Regex Green { get; }

    [GeneratedRegex("danger")]
    private static partial Regex Red { get; }

    [Test]
    public async Task Buttons_have_their_colours_and_a_closed_one_does_nothing()
    {
        await BeginChat();
        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "Готово?",
            ["reply_markup"] = new JsonObject
            {
                ["inline_keyboard"] = new JsonArray(new JsonArray(
                    new JsonObject { ["text"] = "Да", ["callback_data"] = "yes", ["style"] = "success" },
                    new JsonObject { ["text"] = "Нет", ["callback_data"] = "no", ["style"] = "danger" },
                    new JsonObject { ["text"] = "2/5", ["disabled"] = new JsonObject() })),
            },
        });
        await Expect(Chat.Button("Да")).ToHaveClassAsync(Green);
        await Expect(Chat.Button("Нет")).ToHaveClassAsync(Red);
        await Expect(Chat.Button("2/5")).ToHaveAttributeAsync("aria-disabled", "true");
        await Chat.Button("2/5").ClickAsync(new() { Force = true });
        await Chat.Press("Да");
        (await Bot.WaitForPress())["data"]!.GetValue<string>().ShouldBe("yes");
        await Expect(Chat.Toast).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_effect_is_a_small_mark()
    {
        await BeginChat();
        await Bot.Call("sendMessage", new JsonObject { ["chat_id"] = Person.Id, ["text"] = "Готово!", ["message_effect_id"] = "5046509860389126442" });
        await Expect((await Chat.WaitForMessage("Готово!")).GetByTestId("effect")).ToHaveTextAsync("🎉");
    }

    [Test]
    public async Task A_button_asks_the_bots_list_and_the_choice_is_posted()
    {
        await BeginChat();
        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "Спросите",
            ["reply_markup"] = new JsonObject
            {
                ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "Искать", ["switch_inline_query_current_chat"] = "кот" })),
            },
        });
        await Chat.Press("Искать");
        await Expect(Chat.Composer).ToHaveValueAsync("@trt_sandbox_bot кот");
        var query = (await Bot.WaitFor(update => update["inline_query"] is not null))["inline_query"]!;
        query["query"]!.GetValue<string>().ShouldBe("кот");
        await Bot.Call("answerInlineQuery", new JsonObject
        {
            ["inline_query_id"] = query["id"]!.GetValue<string>(),
            ["results"] = new JsonArray(new JsonObject
            {
                ["type"] = "article",
                ["id"] = "a",
                ["title"] = "Рыжий кот",
                ["input_message_content"] = new JsonObject { ["message_text"] = "Вот кот" },
            }),
            ["cache_time"] = 0,
        });
        await Chat.Page.GetByTestId("inline-result").ClickAsync();
        await Expect(await Chat.WaitForMessage("Вот кот")).ToContainTextAsync("via @trt_sandbox_bot");
    }
}
