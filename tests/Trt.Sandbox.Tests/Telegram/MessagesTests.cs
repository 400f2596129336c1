using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class MessagesTests : SandboxTest
{
    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [Test]
    public async Task What_a_person_writes_reaches_the_bot_with_the_command_marked()
    {
        await Sandbox.Says("/buy@tested_bot now");

        var message = (await Sandbox.Updates())[0].GetProperty("message");
        message.GetProperty("text").GetString().ShouldBe("/buy@tested_bot now");
        message.GetProperty("chat").GetProperty("id").GetInt64().ShouldBe(RunningSandbox.Anna);
        message.GetProperty("from").GetProperty("is_bot").GetBoolean().ShouldBeFalse();
        var entity = message.GetProperty("entities")[0];
        entity.GetProperty("type").GetString().ShouldBe("bot_command");
        entity.GetProperty("length").GetInt32().ShouldBe("/buy@tested_bot".Length);
    }

    [Test]
    public async Task A_message_of_the_bot_is_seen_in_the_chat_and_makes_no_update()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "  Hello <b>you</b>  ", parse_mode = "HTML" });

        sent.GetProperty("text").GetString().ShouldBe("Hello you");
        sent.GetProperty("entities")[0].GetRawText().ShouldBe("""{"type":"bold","offset":6,"length":3}""");
        sent.TryGetProperty("reply_markup", out _).ShouldBeFalse("absent means absent, never null");
        (await Sandbox.Messages())[^1].GetProperty("message_id").GetInt64().ShouldBe(sent.GetProperty("message_id").GetInt64());
        (await Sandbox.Updates()).ShouldBeEmpty();
    }

    [TestCase("", "Bad Request: message text is empty")]
    [TestCase("   ", "Bad Request: text must be non-empty")]
    [TestCase("<x>", "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0")]
    [TestCase("<b>é</i>", "Bad Request: can't parse entities: Unmatched end tag at byte offset 5, expected \"</b>\", found \"</i>\"")]
    [TestCase("<b>open", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    public async Task A_text_that_cannot_be_sent_is_refused_in_the_words_of_the_service(string text, string refusal) =>
        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text, parse_mode = "HTML" })).ShouldBe(refusal);

    [Test]
    public async Task A_text_may_have_4096_characters_and_not_one_more()
    {
        await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = string.Concat(Enumerable.Repeat("😀", 4096)) });

        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = new string('я', 4097) }))
            .ShouldBe("Bad Request: message is too long");
    }

    [Test]
    public async Task A_bot_cannot_write_to_strangers_nor_to_those_who_blocked_it()
    {
        (await Sandbox.Refusal("sendMessage", new { chat_id = 424242, text = "hi" })).ShouldBe("Bad Request: chat not found");
        (await Sandbox.Refusal("sendMessage", new { text = "hi" })).ShouldBe("Bad Request: chat_id is empty");

        await Sandbox.Control("block", new { chat_id = RunningSandbox.Anna, blocked = true });

        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = "hi" })).ShouldBe("Forbidden: bot was blocked by the user");
        var member = (await Sandbox.Updates())[^1].GetProperty("my_chat_member");
        member.GetProperty("old_chat_member").GetProperty("status").GetString().ShouldBe("member");
        member.GetProperty("new_chat_member").GetProperty("status").GetString().ShouldBe("kicked");
    }

    [Test]
    public async Task An_edit_changes_the_message_in_place_and_drops_a_keyboard_that_is_not_given_again()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "one", reply_markup = Button("Go", "go") });

        var edited = await Sandbox.Call("editMessageText", new { chat_id = RunningSandbox.Anna, message_id = Id(sent), text = "two" });

        edited.GetProperty("text").GetString().ShouldBe("two");
        edited.TryGetProperty("reply_markup", out _).ShouldBeFalse();
        edited.TryGetProperty("edit_date", out _).ShouldBeTrue();
        (await Sandbox.Messages()).Count(message => Id(message) == Id(sent)).ShouldBe(1);
    }

    [Test]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "one", reply_markup = Button("Go", "go") });

        (await Sandbox.Refusal("editMessageText", new { chat_id = RunningSandbox.Anna, message_id = Id(sent), text = "one", reply_markup = Button("Go", "go") }))
            .ShouldBe("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
    }

    [Test]
    public async Task Edits_of_the_wrong_kind_are_refused()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "one" });
        var foreign = (await Sandbox.Says("mine")).GetProperty("message_id").GetInt64();

        (await Sandbox.Refusal("editMessageCaption", new { chat_id = RunningSandbox.Anna, message_id = Id(sent), caption = "x" }))
            .ShouldBe("Bad Request: there is no caption in the message to edit");
        (await Sandbox.Refusal("editMessageText", new { chat_id = RunningSandbox.Anna, message_id = foreign, text = "x" }))
            .ShouldBe("Bad Request: message can't be edited");
        (await Sandbox.Refusal("editMessageText", new { chat_id = RunningSandbox.Anna, message_id = 999, text = "x" }))
            .ShouldBe("Bad Request: message to edit not found");
    }

    [Test]
    public async Task A_message_can_be_deleted_once_and_only_for_48_hours()
    {
        var first = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "one" });
        var second = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "two" });

        await Sandbox.Call("deleteMessage", new { chat_id = RunningSandbox.Anna, message_id = Id(first) });
        (await Sandbox.Refusal("deleteMessage", new { chat_id = RunningSandbox.Anna, message_id = Id(first) }))
            .ShouldBe("Bad Request: message to delete not found");
        await Sandbox.Call("deleteMessages", new { chat_id = RunningSandbox.Anna, message_ids = new[] { Id(first) } });

        await Sandbox.Control("clock", new { advance_ms = TimeSpan.FromHours(49).TotalMilliseconds });
        (await Sandbox.Refusal("deleteMessage", new { chat_id = RunningSandbox.Anna, message_id = Id(second) }))
            .ShouldBe("Bad Request: message can't be deleted for everyone");
    }

    [Test]
    public async Task A_reply_shows_what_it_answers_and_a_missing_target_is_forgiven_only_on_request()
    {
        var asked = (await Sandbox.Says("question")).GetProperty("message_id").GetInt64();

        var reply = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "answer", reply_parameters = new { message_id = asked } });
        reply.GetProperty("reply_to_message").GetProperty("text").GetString().ShouldBe("question");

        var lost = new { chat_id = RunningSandbox.Anna, text = "answer", reply_parameters = new { message_id = 1 } };
        (await Sandbox.Refusal("sendMessage", lost)).ShouldBe("Bad Request: message to be replied not found");
        await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "answer", reply_parameters = new { message_id = 1, allow_sending_without_reply = true } });
    }

    [Test]
    public async Task Callback_data_holds_64_bytes_not_characters()
    {
        await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "x", reply_markup = Button("Go", new string('я', 32)) });

        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = "x", reply_markup = Button("Go", new string('я', 32) + "a") }))
            .ShouldBe("Bad Request: BUTTON_DATA_INVALID");
        (await Sandbox.Refusal("sendMessage", new { chat_id = RunningSandbox.Anna, text = "x", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Go" } } } } }))
            .ShouldBe("Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }

    [Test]
    public async Task A_chat_action_is_seen_until_it_fades_or_a_message_comes()
    {
        (await Sandbox.Refusal("sendChatAction", new { chat_id = 1, action = "dancing" })).ShouldBe("Bad Request: wrong parameter action in request");

        await Sandbox.Call("sendChatAction", new { chat_id = RunningSandbox.Anna, action = "upload_photo" });
        (await Sandbox.Chat()).GetProperty("action").GetString().ShouldBe("upload_photo");

        await Sandbox.Control("clock", new { advance_ms = 5001 });
        (await Sandbox.Chat()).TryGetProperty("action", out _).ShouldBeFalse();
    }

    [Test]
    public async Task Watching_a_chat_answers_as_soon_as_something_happens()
    {
        var seen = (await Sandbox.Chat()).GetProperty("version").GetInt64();
        var watching = Sandbox.Chat(after: seen);

        await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "news" });

        var view = await watching.WaitAsync(TimeSpan.FromSeconds(60));
        view.GetProperty("version").GetInt64().ShouldBeGreaterThan(seen);
        view.GetProperty("messages").EnumerateArray().Last().GetProperty("text").GetString().ShouldBe("news");
    }

    private static long Id(JsonElement message) => message.GetProperty("message_id").GetInt64();

    private static object Button(string text, string data) => new { inline_keyboard = new[] { new[] { new { text, callback_data = data } } } };
}
