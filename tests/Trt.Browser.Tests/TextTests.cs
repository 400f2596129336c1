using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class TextTests : PageTest
{
    [Test]
    public async Task An_empty_chat_offers_Start_and_a_press_of_it_reaches_the_bot()
    {
        await Chat.Start();

        var message = await Bot.WaitForMessage(Person.Id);
        message["text"]!.GetValue<string>().ShouldBe("/start");
        message["from"]!["first_name"]!.GetValue<string>().ShouldBe("Anna");
        message["from"]!["language_code"]!.GetValue<string>().ShouldBe("ru");
        await Expect(Chat.Composer).ToBeFocusedAsync();
    }

    [Test]
    public async Task What_the_person_writes_reaches_the_bot_and_what_it_answers_is_shown()
    {
        await BeginChat();

        await Chat.Send("Рыжий кот в космосе");
        var message = await Bot.WaitForMessage(Person.Id);
        await Bot.Say(Person.Id, $"Принято: {message["text"]}");

        var shown = await Chat.WaitForMessage("Принято: Рыжий кот в космосе");
        await Expect(shown).ToHaveAttributeAsync("data-outgoing", "false");
        await Expect(Chat.Composer).ToHaveValueAsync("");
    }

    [Test]
    public async Task Enter_sends_and_Shift_Enter_begins_a_new_line()
    {
        await BeginChat();

        await Chat.Composer.PressSequentiallyAsync("первая");
        await Chat.Composer.PressAsync("Shift+Enter");
        await Chat.Composer.PressSequentiallyAsync("вторая");
        await Chat.Composer.PressAsync("Enter");

        (await Bot.WaitForMessage(Person.Id))["text"]!.GetValue<string>().ShouldBe("первая\nвторая");
    }

    [Test]
    public async Task Entities_are_drawn_at_their_place_even_after_emoji()
    {
        await BeginChat();

        await Bot.Say(Person.Id, "👨‍👩‍👧не<b>жирный <i>и курсив</i></b> <code>код</code> <tg-spoiler>тайна</tg-spoiler>\n<blockquote>цитата</blockquote>", parseMode: "HTML");

        var text = (await Chat.WaitForMessage("жирный")).GetByTestId("text");
        await Expect(text.Locator("strong")).ToHaveTextAsync("жирный и курсив");
        await Expect(text.Locator("strong em")).ToHaveTextAsync("и курсив");
        await Expect(text.Locator("code")).ToHaveTextAsync("код");
        await Expect(text.Locator("blockquote")).ToHaveTextAsync("цитата");
        await Expect(text.Locator(".spoiler > span")).ToHaveCSSAsync("opacity", "0");
        await text.Locator(".spoiler").ClickAsync();
        await Expect(text.Locator(".spoiler > span")).ToHaveCSSAsync("opacity", "1");
    }

    [Test]
    public async Task Markup_in_a_text_stays_text()
    {
        await BeginChat();
        const string attack = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script> & \u202Eзадом";

        await Chat.Send(attack);
        await Bot.WaitForMessage(Person.Id);
        await Bot.Say(Person.Id, attack);

        await Expect(Chat.Messages.Filter(new() { HasText = "<img src=x" })).ToHaveCountAsync(2);
        await Expect(Chat.Messages.Locator("img, script")).ToHaveCountAsync(0);
        (await Chat.Page.TitleAsync()).ShouldNotBe("hacked");
    }

    [Test]
    public async Task A_dangerous_link_is_not_followed_and_a_good_one_is_asked_about()
    {
        await BeginChat();
        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "сайт",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "text_link", ["offset"] = 0, ["length"] = 4, ["url"] = "https://example.com/price" }),
        });

        var link = (await Chat.WaitForMessage("сайт")).Locator("a");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await link.ClickAsync();

        await Expect(Chat.Page.GetByTestId("link-dialog")).ToContainTextAsync("https://example.com/price");
    }

    [Test]
    public async Task An_edit_by_the_bot_changes_the_bubble_in_place_without_an_edited_mark()
    {
        await BeginChat();
        var id = await Bot.Say(Person.Id, "Готовлю…");
        await Chat.WaitForMessage("Готовлю…");
        var count = await Chat.Messages.CountAsync();
        await Chat.Message(id).EvaluateAsync("node => { node.marked = true; }");

        await Bot.Edit(Person.Id, id, "Готово");

        await Chat.WaitForMessage("Готово");
        await Expect(Chat.Messages).ToHaveCountAsync(count);
        await Expect(Chat.Page.Locator(".edited")).ToHaveCountAsync(0);
        (await Chat.Message(id).EvaluateAsync<bool>("node => node.marked")).ShouldBeTrue("the bubble was made anew instead of changed");
    }

    [Test]
    public async Task What_the_person_edits_carries_the_edited_mark()
    {
        await BeginChat();
        await Chat.Send("Опечятка");
        var id = (await Bot.WaitForMessage(Person.Id))["message_id"]!.GetValue<long>();

        await Person.Edits(Sandbox.Address, id, "Опечатка");

        await Expect(await Chat.WaitForMessage("Опечатка")).ToContainTextAsync("изменено");
    }

    [Test]
    public async Task A_deleted_message_disappears()
    {
        await BeginChat();
        var id = await Bot.Say(Person.Id, "Лишнее");
        await Chat.WaitForMessage("Лишнее");

        await Bot.Call("deleteMessage", new JsonObject { ["chat_id"] = Person.Id, ["message_id"] = id });

        await Expect(Chat.Message(id)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_reply_shows_what_it_answers_and_leads_there()
    {
        await BeginChat();
        var first = await Bot.Say(Person.Id, "Самое начало");
        await FillChat();

        await Bot.Call("sendMessage", new JsonObject
        {
            ["chat_id"] = Person.Id,
            ["text"] = "Отвечаю",
            ["reply_parameters"] = new JsonObject { ["message_id"] = first },
        });
        var quote = (await Chat.WaitForMessage("Отвечаю")).GetByTestId("quote");
        await Expect(quote).ToContainTextAsync("Самое начало");
        await quote.ClickAsync();

        await Expect(Chat.Message(first)).ToBeInViewportAsync();
    }
}
