using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>What stands around the messages: the bot's doings, commands, keyboards, the pin, reactions.</summary>
internal sealed class SurroundingsTests : PageTest
{
    [Test]
    public async Task The_bot_is_seen_typing_until_its_message_comes()
    {
        await BeginChat();
        var status = Chat.Page.GetByTestId("bot-status");

        await Bot.Call("sendChatAction", new JsonObject { ["chat_id"] = Person.Id, ["action"] = "upload_photo" });
        await Expect(status).ToContainTextAsync("отправляет фото");
        await Bot.Say(Person.Id, "Вот");

        await Expect(status).ToHaveTextAsync("бот");
    }

    [Test]
    public async Task Commands_of_the_bot_are_offered_while_a_slash_is_typed()
    {
        await BeginChat();
        await Bot.Call("setMyCommands", new JsonObject
        {
            ["commands"] = new JsonArray(
                new JsonObject { ["command"] = "balance", ["description"] = "Баланс" },
                new JsonObject { ["command"] = "help", ["description"] = "Помощь" }),
        });
        await Expect(Chat.Page.GetByTestId("commands-button")).ToBeVisibleAsync();

        await Chat.Composer.PressSequentiallyAsync("/ba");
        await Expect(Chat.Page.GetByTestId("command")).ToHaveCountAsync(1);
        await Chat.Composer.PressAsync("ArrowDown");
        await Chat.Composer.PressAsync("Enter");

        (await Bot.WaitForMessage(Person.Id))["text"]!.GetValue<string>().ShouldBe("/balance");
        await Expect(Chat.Composer).ToHaveValueAsync("");
    }

    [Test]
    public async Task A_keyboard_in_place_of_the_letters_sends_its_words_until_it_is_taken_away()
    {
        await BeginChat();
        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "Продолжаем?",
            ["reply_markup"] = new JsonObject { ["keyboard"] = new JsonArray(new JsonArray("Да", "Нет")) },
        });

        await Chat.Page.GetByTestId("reply-button").Filter(new() { HasText = "Нет" }).ClickAsync();
        (await Bot.WaitForMessage(Person.Id))["text"]!.GetValue<string>().ShouldBe("Нет");

        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "До встречи",
            ["reply_markup"] = new JsonObject { ["remove_keyboard"] = true },
        });
        await Expect(Chat.Page.GetByTestId("reply-keyboard")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_text_that_the_bot_is_still_writing_grows_until_the_message_takes_its_place()
    {
        await BeginChat();
        await WriteDraft("Маяк стоит");
        await Chat.WaitForMessage("Маяк стоит");
        await WriteDraft("Маяк стоит на скале");
        await Chat.WaitForMessage("Маяк стоит на скале");

        await Bot.Say(Person.Id, "Маяк стоит на скале.");

        await Chat.WaitForMessage("на скале.");
        await Expect(Chat.Messages.Filter(new() { HasText = "Маяк" })).ToHaveCountAsync(1);
    }

    [Test]
    public async Task A_pinned_message_stands_on_top_and_leads_to_its_place()
    {
        await BeginChat();
        var rules = await Bot.Say(Person.Id, "Правила");
        await FillChat();

        await Bot.Call("pinChatMessage", new JsonObject { ["chat_id"] = Person.Id, ["message_id"] = rules });
        var pinned = Chat.Page.GetByTestId("pinned");
        await Expect(pinned).ToContainTextAsync("Правила");
        await pinned.ClickAsync();

        await Expect(Chat.Message(rules)).ToBeInViewportAsync();
    }

    [Test]
    public async Task A_reaction_of_the_bot_is_shown_on_the_message()
    {
        await BeginChat();
        await Chat.Send("Спасибо!");
        var id = (await Bot.WaitForMessage(Person.Id))["message_id"]!.GetValue<long>();

        await Bot.Call("setMessageReaction", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["message_id"] = id,
            ["reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = "❤" }),
        });

        await Expect(Chat.Message(id).GetByTestId("reactions")).ToHaveTextAsync("❤");
    }

    private Task<JsonNode> WriteDraft(string text) => Bot.Call("sendMessageDraft", new JsonObject
    {
        ["chat_id"] = Person.Id,
        ["draft_id"] = 7,
        ["text"] = text,
    });
}
