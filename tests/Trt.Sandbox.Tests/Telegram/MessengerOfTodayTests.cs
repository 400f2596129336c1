using System.Net.Http.Json;
using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>Bot API 10.4 and 10.5 as a shop meets them.</summary>
internal sealed class MessengerOfTodayTests : SandboxTest
{
    private const long Anna = RunningSandbox.Anna;

    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [TestCase("danger")]
    [TestCase("success")]
    [TestCase("primary")]
    public async Task A_button_has_one_of_three_colours(string style)
    {
        var sent = await Send(new { text = "Да", callback_data = "x", style });
        Button(sent).GetProperty("style").GetString().ShouldBe(style);
    }

    [Test]
    public async Task Another_colour_an_icon_of_the_poor_and_an_empty_copy_are_refused()
    {
        (await Refused(new { text = "Да", callback_data = "x", style = "pink" })).ShouldContain("BUTTON_STYLE_INVALID");
        (await Refused(new { text = "Да", callback_data = "x", icon_custom_emoji_id = "5" })).ShouldContain("BUTTON_ICON_INVALID");
        (await Refused(new { text = "Да", copy_text = new { text = "" } })).ShouldContain("BUTTON_COPY_TEXT_INVALID");
        await Sandbox.Control("settings", new { owner_has_premium = true });
        Button(await Send(new { text = "Да", callback_data = "x", icon_custom_emoji_id = "5" })).GetProperty("icon_custom_emoji_id").GetString().ShouldBe("5");
    }

    [Test]
    public async Task A_disabled_button_is_a_kind_of_its_own_and_an_old_server_does_not_know_it()
    {
        var sent = await Send(new { text = "2/5", disabled = new { } });
        Button(sent).GetProperty("disabled").ValueKind.ShouldBe(JsonValueKind.Object);

        await Sandbox.Control("settings", new { old_server = true });
        (await Refused(new { text = "2/5", disabled = new { } })).ShouldContain("Text buttons are unallowed");
        await Send(new { text = "Да", callback_data = "x", style = "pink" });
    }

    [Test]
    public async Task An_effect_is_for_private_chats_and_has_to_be_known()
    {
        var sent = await Sandbox.Call("sendMessage", new { chat_id = Anna, text = "Готово", message_effect_id = "5046509860389126442" });
        sent.GetProperty("effect_id").GetString().ShouldBe("5046509860389126442");
        (await Sandbox.Refusal("sendMessage", new { chat_id = Anna, text = "x", message_effect_id = "1" })).ShouldContain("EFFECT_ID_INVALID");
        var group = (await Sandbox.Control("groups", new { title = "g", members = new[] { new { id = Anna } } })).GetProperty("chat_id").GetInt64();
        await Sandbox.Control("groups/bot", new { chat_id = group, from = Anna });
        (await Sandbox.Refusal("sendMessage", new { chat_id = group, text = "x", message_effect_id = "5046509860389126442" })).ShouldContain("EFFECT_ID_INVALID");
    }

    [Test]
    public async Task Settings_are_changed_one_by_one_and_getMe_tells_them()
    {
        await Sandbox.Call("setMySettings", new { supports_inline_queries = true, inline_query_placeholder = "идея…", has_topic_sidebar = true });
        var me = await Sandbox.Call("getMe");
        me.GetProperty("supports_inline_queries").GetBoolean().ShouldBeTrue();
        me.GetProperty("inline_query_placeholder").GetString().ShouldBe("идея…");
        me.GetProperty("has_topic_sidebar").GetBoolean().ShouldBeFalse("there are no topics");
        me.GetProperty("can_join_groups").GetBoolean().ShouldBeTrue("what is not mentioned stays");
        me.GetProperty("active_usernames")[0].GetString().ShouldBe("tested_bot");
        await Sandbox.Call("setMySettings", new { can_join_groups = false, has_topics_enabled = true, has_topic_sidebar = true });
        me = await Sandbox.Call("getMe");
        me.GetProperty("can_join_groups").GetBoolean().ShouldBeFalse();
        me.GetProperty("has_topic_sidebar").GetBoolean().ShouldBeTrue();
    }

    [Test]
    public async Task New_kinds_of_updates_can_be_asked_for()
    {
        string[] kinds = ["message", "widget_query", "shared_widget_query", "inline_query", "chosen_inline_result", "my_chat_member", "invented"];
        await Sandbox.Call("setWebhook", new { url = "http://127.0.0.1:9/hook", allowed_updates = kinds });
        var info = await Sandbox.Call("getWebhookInfo");
        info.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()).ShouldBe(kinds[..^1]);
    }

    [TestCase("sendRichMessage")]
    [TestCase("SENDWIDGET")]
    public async Task What_exists_and_is_not_played_is_seen_in_the_log(string method)
    {
        (await Sandbox.Refusal(method)).ShouldBe("Not Found: method not found");
        (await Sandbox.Refusal("sendNonsense")).ShouldBe("Not Found: method not found");
        var calls = (await Sandbox.Http.GetFromJsonAsync<JsonElement>("/control/log")).GetProperty("calls").EnumerateArray().ToList();
        calls.Single(call => call.GetProperty("method").GetString() == method).GetProperty("description").GetString()!.ShouldStartWith("the sandbox does not play");
        calls.Single(call => call.GetProperty("method").GetString() == "sendNonsense").GetProperty("description").GetString()!.ShouldContain("not found");
    }

    private static JsonElement Button(JsonElement message) => message.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0];

    private Task<JsonElement> Send(object button) => Sandbox.Call("sendMessage", Message(button));

    private Task<string> Refused(object button) => Sandbox.Refusal("sendMessage", Message(button));

    private static object Message(object button) => new { chat_id = Anna, text = "?", reply_markup = new { inline_keyboard = new[] { new[] { button } } } };
}
