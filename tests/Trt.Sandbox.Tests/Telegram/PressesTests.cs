using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class PressesTests : SandboxTest
{
    private long _message;

    [SetUp]
    public async Task Start()
    {
        await Sandbox.AnnaHasStarted();
        var keyboard = new { inline_keyboard = new[] { new[] { new { text = "Go", callback_data = "go" } } } };
        var sent = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "Ready?", reply_markup = keyboard });
        _message = sent.GetProperty("message_id").GetInt64();
    }

    [Test]
    public async Task A_press_carries_the_message_as_it_is_now_and_takes_one_answer()
    {
        var id = await Press();
        var query = (await Sandbox.Updates()).Single().GetProperty("callback_query");
        query.GetProperty("id").GetString().ShouldBe(id);
        query.GetProperty("data").GetString().ShouldBe("go");
        query.GetProperty("message").GetProperty("text").GetString().ShouldBe("Ready?");
        (await SeenPress(id)).GetProperty("answered").GetBoolean().ShouldBeFalse();

        await Sandbox.Call("answerCallbackQuery", new { callback_query_id = id, text = "Steady", show_alert = true });

        var seen = await SeenPress(id);
        seen.GetProperty("answered").GetBoolean().ShouldBeTrue();
        seen.GetProperty("text").GetString().ShouldBe("Steady");
        seen.GetProperty("show_alert").GetBoolean().ShouldBeTrue();
        (await Sandbox.Refusal("answerCallbackQuery", new { callback_query_id = id })).ShouldBe(TooOld);
    }

    [Test]
    public async Task An_answer_that_comes_late_or_to_nobody_is_refused()
    {
        var id = await Press();
        await Sandbox.Control("clock", new { advance_ms = 15_001 });

        (await Sandbox.Refusal("answerCallbackQuery", new { callback_query_id = id })).ShouldBe(TooOld);
        (await Sandbox.Refusal("answerCallbackQuery", new { callback_query_id = "12345" })).ShouldBe(TooOld);
        (await SeenPress(id)).GetProperty("answered").GetBoolean().ShouldBeFalse("the person still sees a spinner");
    }

    [Test]
    public async Task A_press_on_a_deleted_message_carries_an_inaccessible_one()
    {
        await Sandbox.Call("deleteMessage", new { chat_id = RunningSandbox.Anna, message_id = _message });

        await Press();

        var message = (await Sandbox.Updates()).Single().GetProperty("callback_query").GetProperty("message");
        message.GetProperty("date").GetInt64().ShouldBe(0);
        message.TryGetProperty("text", out _).ShouldBeFalse();
    }

    [Test]
    public async Task A_press_that_cannot_be_is_refused_with_what_to_do()
    {
        (await Sandbox.ControlRefusal("click", new { chat_id = RunningSandbox.Anna, message_id = _message })).ShouldContain("callback_data");
        (await Sandbox.ControlRefusal("click", new { chat_id = RunningSandbox.Anna, message_id = _message + 99, data = "go" })).ShouldContain("never had a message");
        (await Sandbox.ControlRefusal("click", new { chat_id = 5, message_id = 1, data = "go" })).ShouldContain("/control/text");
    }

    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    private async Task<string> Press() =>
        (await Sandbox.Control("click", new { chat_id = RunningSandbox.Anna, message_id = _message, data = "go" })).GetProperty("id").GetString()!;

    private async Task<JsonElement> SeenPress(string id) =>
        (await Sandbox.Chat()).GetProperty("presses").EnumerateArray().Single(press => press.GetProperty("id").GetString() == id);
}
