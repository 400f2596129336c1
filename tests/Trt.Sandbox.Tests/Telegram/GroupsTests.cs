using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class GroupsTests : SandboxTest
{
    private const long Anna = RunningSandbox.Anna;
    private const long Boris = 7002;
    private long _group;

    [SetUp]
    public async Task Found()
    {
        _group = await Found("group");
        await Sandbox.Control("groups/bot", new { chat_id = _group, from = Anna, status = "member" });
    }

    [Test]
    public async Task Letting_the_bot_in_is_told_twice_as_a_change_and_as_a_line_in_the_group()
    {
        var updates = await Sandbox.Updates();
        var change = updates.Single(update => update.TryGetProperty("my_chat_member", out _)).GetProperty("my_chat_member");
        change.GetProperty("old_chat_member").GetProperty("status").GetString().ShouldBe("left");
        change.GetProperty("new_chat_member").GetProperty("status").GetString().ShouldBe("member");
        change.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(Anna);
        change.GetProperty("chat").GetProperty("title").GetString().ShouldBe("Друзья");
        var line = updates.Single(update => update.TryGetProperty("message", out _)).GetProperty("message");
        line.GetProperty("new_chat_members")[0].GetProperty("is_bot").GetBoolean().ShouldBeTrue();
        line.GetProperty("chat").GetProperty("type").GetString().ShouldBe("group");
    }

    [TestCase("@tested_bot кот", true)]
    [TestCase("@TESTED_BOT кот", true)]
    [TestCase("/start@tested_bot", true)]
    [TestCase("/start@other_bot", false)]
    [TestCase("/start", false)]
    [TestCase("@tested_bots кот", false)]
    [TestCase("просто разговор", false)]
    public async Task With_its_eyes_half_closed_the_bot_hears_what_is_meant_for_it(string text, bool heard)
    {
        (await Said(text)).ShouldBe(heard);
    }

    [Test]
    public async Task A_reply_to_the_bot_and_a_command_after_its_word_are_heard_as_well()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = _group, text = "Здравствуйте" });
        (await Said("а мне?")).ShouldBeFalse();
        (await Said("/start")).ShouldBeTrue();
        (await Said("спасибо", replyTo: sent.GetProperty("message_id").GetInt64())).ShouldBeTrue();
    }

    [Test]
    public async Task An_admin_bot_and_one_with_open_eyes_hear_everything()
    {
        await Sandbox.Control("father", new { privacy = false });
        (await Said("просто разговор")).ShouldBeTrue();
        await Sandbox.Control("father", new { privacy = true });
        (await Said("просто разговор")).ShouldBeFalse();
        await Sandbox.Control("groups/bot", new { chat_id = _group, from = Anna, status = "administrator" });
        (await Said("просто разговор")).ShouldBeTrue();
    }

    [Test]
    public async Task A_press_names_the_finger_and_only_that_one_sees_the_answer()
    {
        var keyboard = new { inline_keyboard = new[] { new[] { new { text = "Go", callback_data = "go" } } } };
        var sent = await Sandbox.Call("sendMessage", new { chat_id = _group, text = "Кому?", reply_markup = keyboard });
        var id = sent.GetProperty("message_id").GetInt64();
        await Acknowledge();

        var press = await Sandbox.Control("click", new { chat_id = _group, from = Boris, message_id = id, data = "go" });

        var query = (await Sandbox.Updates()).Single().GetProperty("callback_query");
        query.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(Boris);
        query.GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64().ShouldBe(_group);
        await Sandbox.Call("answerCallbackQuery", new { callback_query_id = press.GetProperty("id").GetString(), text = "не ваш" });
        (await View(Boris)).GetProperty("presses").GetArrayLength().ShouldBe(1);
        (await View(Anna)).GetProperty("presses").GetArrayLength().ShouldBe(0);
        (await Sandbox.ControlRefusal("click", new { chat_id = _group, from = 999, message_id = id, data = "go" })).ShouldContain("/control/groups/members");
        (await Sandbox.ControlRefusal("click", new { chat_id = _group, message_id = id, data = "go" })).ShouldContain("\"from\"");
    }

    [Test]
    public async Task An_anonymous_admin_is_the_groups_own_bot_and_others_cannot_hide()
    {
        (await Sandbox.ControlRefusal("text", new { chat_id = _group, from = Boris, text = "@tested_bot кот", anonymous = true })).ShouldContain("no admin");

        await Sandbox.Control("groups/members", new { chat_id = _group, from = Anna, promote = Boris, anonymous = true, title = "Хозяин" });
        await Acknowledge();
        await Sandbox.Control("text", new { chat_id = _group, from = Boris, text = "@tested_bot кот" });

        var message = (await Sandbox.Updates()).Single().GetProperty("message");
        message.GetProperty("from").GetProperty("username").GetString().ShouldBe("GroupAnonymousBot");
        message.GetProperty("sender_chat").GetProperty("id").GetInt64().ShouldBe(_group);
        message.GetProperty("author_signature").GetString().ShouldBe("Хозяин");
        var admins = await Sandbox.Call("getChatAdministrators", new { chat_id = _group });
        admins.EnumerateArray().Select(admin => admin.GetProperty("status").GetString()).ShouldBe(["creator", "administrator"]);
    }

    [Test]
    public async Task Who_is_in_the_group_can_be_asked()
    {
        (await Sandbox.Call("getChat", new { chat_id = _group })).GetProperty("title").GetString().ShouldBe("Друзья");
        (await Sandbox.Call("getChatMemberCount", new { chat_id = _group })).GetInt32().ShouldBe(3);
        (await Status(Anna)).ShouldBe("creator");
        (await Status(Boris)).ShouldBe("member");
        await Sandbox.Control("groups/members", new { chat_id = _group, from = Boris, remove = new[] { Boris } });
        (await Status(Boris)).ShouldBe("left");
        (await Sandbox.Refusal("getChatMember", new { chat_id = _group, user_id = 999_999 })).ShouldContain("PARTICIPANT_ID_INVALID");
        (await Sandbox.Updates())[^1].GetProperty("message").GetProperty("left_chat_member").GetProperty("id").GetInt64().ShouldBe(Boris);
    }

    [Test]
    public async Task A_removed_bot_and_one_that_left_may_say_nothing_more()
    {
        await Sandbox.Control("groups/bot", new { chat_id = _group, from = Anna, status = "kicked" });
        (await Refused()).ShouldBe((403, "Forbidden: bot was kicked from the group chat"));

        await Sandbox.Control("groups/bot", new { chat_id = _group, from = Anna, status = "member" });
        (await Sandbox.Call("leaveChat", new { chat_id = _group })).GetBoolean().ShouldBeTrue();
        (await Refused()).ShouldBe((403, "Forbidden: bot is not a member of the group chat"));
        (await Sandbox.Refusal("sendMessage", new { chat_id = -77, text = "x" })).ShouldBe("Bad Request: chat not found");
    }

    [Test]
    public async Task A_silenced_bot_reads_what_it_may_not_send()
    {
        await Sandbox.Control("groups/bot", new { chat_id = _group, from = Anna, status = "restricted" });
        (await Refused()).ShouldBe((400, "Bad Request: not enough rights to send text messages to the chat"));
    }

    [Test]
    public async Task A_group_that_becomes_a_supergroup_says_so_on_both_sides_and_in_every_refusal()
    {
        await Acknowledge();
        var moved = (await Sandbox.Control("groups/migrate", new { chat_id = _group, from = Anna })).GetProperty("chat_id").GetInt64();

        moved.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldStartWith("-100");
        var lines = (await Sandbox.Updates()).Select(update => update.GetProperty("message")).ToList();
        lines[0].GetProperty("migrate_to_chat_id").GetInt64().ShouldBe(moved);
        lines[1].GetProperty("migrate_from_chat_id").GetInt64().ShouldBe(_group);
        var (status, answer) = await Sandbox.Try("sendMessage", new { chat_id = _group, text = "x" });
        status.ShouldBe(400);
        answer.GetProperty("description").GetString()!.ShouldContain("upgraded to a supergroup");
        answer.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64().ShouldBe(moved);
        await Sandbox.Call("sendMessage", new { chat_id = moved, text = "x" });
        (await Sandbox.ControlRefusal("text", new { chat_id = _group, from = Anna, text = "x" })).ShouldContain("go on there");
    }

    [Test]
    public async Task Twenty_a_minute_are_let_into_a_group()
    {
        await Sandbox.Control("settings", new { rate_limits = true });
        for (var sent = 0; sent < 20; sent++)
        {
            await Sandbox.Call("sendMessage", new { chat_id = _group, text = $"{sent}" });
        }

        var (status, answer) = await Sandbox.Try("sendMessage", new { chat_id = _group, text = "21" });
        status.ShouldBe(429);
        answer.GetProperty("parameters").GetProperty("retry_after").GetInt32().ShouldBeInRange(1, 3);
        await Sandbox.Control("clock", new { advance_ms = 3_000 });
        await Sandbox.Call("sendMessage", new { chat_id = _group, text = "21" });
    }

    [Test]
    public async Task Everybody_sees_their_own_words_on_the_right()
    {
        await Sandbox.Control("text", new { chat_id = _group, from = Boris, text = "я тут" });
        Mine(await View(Boris)).ShouldContain("я тут");
        Mine(await View(Anna)).ShouldNotContain("я тут");
        var groups = await Sandbox.Http.GetAsync($"/control/groups?token={Sandbox.Token}&as={Boris}");
        JsonDocument.Parse(await groups.Content.ReadAsStringAsync()).RootElement.GetProperty("groups").GetArrayLength().ShouldBe(1);
    }

    [Test]
    public async Task In_a_supergroup_messages_are_counted_from_one()
    {
        var group = await Found("supergroup");
        await Sandbox.Control("groups/bot", new { chat_id = group, from = Anna });
        var sent = await Sandbox.Call("sendMessage", new { chat_id = group, text = "x" });
        sent.GetProperty("message_id").GetInt64().ShouldBeLessThan(5);
    }

    private async Task<long> Found(string type) => (await Sandbox.Control("groups", new
    {
        title = "Друзья",
        type,
        members = new[] { new { id = Anna, name = "Анна" }, new { id = Boris, name = "Борис" } },
    })).GetProperty("chat_id").GetInt64();

    private async Task<bool> Said(string text, long? replyTo = null)
    {
        await Acknowledge();
        await Sandbox.Control("text", replyTo is { } to ? new { chat_id = _group, from = Boris, text, reply_to = to } : new { chat_id = _group, from = Boris, text });
        return (await Sandbox.Updates()).Length > 0;
    }

    private async Task Acknowledge()
    {
        var updates = await Sandbox.Updates();
        if (updates.Length > 0)
        {
            await Sandbox.Call("getUpdates", new { offset = updates[^1].GetProperty("update_id").GetInt64() + 1 });
        }
    }

    private async Task<string?> Status(long person) =>
        (await Sandbox.Call("getChatMember", new { chat_id = _group, user_id = person })).GetProperty("status").GetString();

    private async Task<(int, string?)> Refused()
    {
        var (status, answer) = await Sandbox.Try("sendMessage", new { chat_id = _group, text = "x" });
        return (status, answer.GetProperty("description").GetString());
    }

    private async Task<JsonElement> View(long viewer)
    {
        using var answer = await Sandbox.Http.GetAsync($"/control/chats/{_group}?token={Sandbox.Token}&as={viewer}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static IEnumerable<string?> Mine(JsonElement view) => view.GetProperty("messages").EnumerateArray()
        .Where(message => message.TryGetProperty("outgoing", out var mine) && mine.GetBoolean() && message.TryGetProperty("text", out _))
        .Select(message => message.GetProperty("text").GetString());
}
