using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class InlineTests : SandboxTest
{
    private const long Anna = RunningSandbox.Anna;

    [SetUp]
    public async Task TurnOn()
    {
        await Sandbox.AnnaHasStarted();
        await Sandbox.Control("father", new { inline = true, inline_feedback_one_of = 1 });
    }

    [Test]
    public async Task A_question_waits_for_the_bots_list_and_a_choice_is_posted_and_told()
    {
        var asking = Ask("кот");
        var query = await Query();
        query.GetProperty("query").GetString().ShouldBe("кот");
        query.GetProperty("chat_type").GetString().ShouldBe("sender");
        query.GetProperty("offset").GetString().ShouldBe("");
        await Answer(query, [Article("a", "Кот", "Рыжий кот", button: true)], new { cache_time = 0, is_personal = true, next_offset = "20" });

        var list = await asking;
        list.GetProperty("results")[0].GetProperty("title").GetString().ShouldBe("Кот");
        list.GetProperty("next_offset").GetString().ShouldBe("20");
        await Sandbox.Control("inline/choose", new { query_id = list.GetProperty("query_id").GetString(), result_id = "a" });

        var updates = await Sandbox.Updates();
        var chosen = updates.Single(update => update.TryGetProperty("chosen_inline_result", out _)).GetProperty("chosen_inline_result");
        chosen.GetProperty("result_id").GetString().ShouldBe("a");
        chosen.GetProperty("query").GetString().ShouldBe("кот");
        var posted = updates.Single(update => update.TryGetProperty("message", out _)).GetProperty("message");
        posted.GetProperty("text").GetString().ShouldBe("Рыжий кот");
        posted.GetProperty("via_bot").GetProperty("username").GetString().ShouldBe("tested_bot");
        posted.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(Anna);

        var name = chosen.GetProperty("inline_message_id").GetString()!;
        (await Sandbox.Call("editMessageText", new { inline_message_id = name, text = "Чёрный кот" })).GetBoolean().ShouldBeTrue();
        (await Sandbox.Messages())[^1].GetProperty("text").GetString().ShouldBe("Чёрный кот");
        (await Sandbox.Refusal("editMessageText", new { inline_message_id = "none", text = "x" })).ShouldContain("MESSAGE_ID_INVALID");
    }

    [Test]
    public async Task A_press_under_a_posted_line_carries_its_inline_name_and_no_message()
    {
        var asking = Ask("кот");
        await Answer(await Query(), [Article("a", "Кот", "Кот", button: true)], new { cache_time = 0 });
        await Sandbox.Control("inline/choose", new { query_id = (await asking).GetProperty("query_id").GetString(), result_id = "a" });
        var id = (await Sandbox.Messages())[^1].GetProperty("message_id").GetInt64();

        await Sandbox.Control("click", new { chat_id = Anna, message_id = id, data = "go" });

        var press = (await Sandbox.Updates())[^1].GetProperty("callback_query");
        press.TryGetProperty("message", out _).ShouldBeFalse();
        press.GetProperty("inline_message_id").GetString().ShouldStartWith("inline");
    }

    [Test]
    public async Task What_may_be_kept_is_shown_again_without_asking_the_bot()
    {
        var asking = Ask("кот");
        await Answer(await Query(), [Article("a", "Кот", "Кот")], new { cache_time = 60, is_personal = true });
        await asking;
        await Forget();

        (await Ask("кот")).GetProperty("results").GetArrayLength().ShouldBe(1);
        (await Sandbox.Updates()).ShouldBeEmpty();
        await Sandbox.Control("clock", new { advance_ms = 61_000 });
        asking = Ask("кот");
        await Answer(await Query(), [], new { cache_time = 0 });
        (await asking).GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Known_files_are_posted_as_what_they_are()
    {
        await Sandbox.Control("photo", new { chat_id = Anna, base64 = Convert.ToBase64String(Pictures.Png(64, 64)) });
        var fileId = (await Sandbox.Messages())[^1].GetProperty("photo")[0].GetProperty("file_id").GetString();
        await Forget();
        var asking = Ask("");
        await Answer(await Query(), [new { type = "photo", id = "p", photo_file_id = fileId, caption = "<b>моё</b>", parse_mode = "HTML" }], new { cache_time = 0 });

        await Sandbox.Control("inline/choose", new { query_id = (await asking).GetProperty("query_id").GetString(), result_id = "p" });

        var posted = (await Sandbox.Messages())[^1];
        posted.TryGetProperty("photo", out _).ShouldBeTrue();
        posted.GetProperty("caption").GetString().ShouldBe("моё");
    }

    [Test]
    public async Task What_breaks_the_rules_refuses_the_whole_answer()
    {
        var asking = Ask("кот");
        var id = (await Query()).GetProperty("id").GetString();
        (await Refusal(id, Enumerable.Range(0, 51).Select(number => Article($"{number}", "t", "x")))).ShouldContain("RESULTS_TOO_MUCH");
        (await Refusal(id, [Article("a", "t", "x"), Article("a", "t", "x")])).ShouldContain("RESULT_ID_DUPLICATE");
        (await Refusal(id, [Article(new string('a', 65), "t", "x")])).ShouldContain("RESULT_ID_INVALID");
        (await Refusal(id, [Article("", "t", "x")])).ShouldContain("RESULT_ID_INVALID");
        (await Refusal(id, [new { type = "article", id = "a", title = "t" }])).ShouldContain("MESSAGE_EMPTY");
        (await Refusal(id, [new { type = "article", id = "a", input_message_content = new { message_text = "x" } }])).ShouldContain("\"title\"");
        (await Refusal(id, [new { type = "film", id = "a" }])).ShouldContain("Unsupported inline query result type");
        (await Refusal(id, [new { type = "photo", id = "a", photo_file_id = "nonsense" }])).ShouldContain("wrong remote file identifier");
        (await Refusal(id, [], new { next_offset = new string('x', 65) })).ShouldContain("NEXT_OFFSET_INVALID");
        (await Refusal(id, [], new { button = new { text = "Магазин", start_parameter = "не так" } })).ShouldContain("START_PARAM_INVALID");
        (await Refusal("12345", [])).ShouldContain("query is too old");

        await Sandbox.Call("answerInlineQuery", new { inline_query_id = id, results = Array.Empty<object>() });
        await asking;
        (await Refusal(id, [])).ShouldContain("query is too old");
    }

    [Test]
    public async Task A_bot_that_says_nothing_leaves_the_list_empty()
    {
        await Sandbox.Control("settings", new { inline_window_ms = 30 });
        (await Ask("кот")).GetProperty("answered").GetBoolean().ShouldBeFalse();
        await Sandbox.Control("father", new { inline = false });
        (await Sandbox.ControlRefusal("inline", new { chat_id = Anna, query = "x" })).ShouldContain("/control/father");
    }

    private Task<JsonElement> Ask(string query) => Sandbox.Control("inline", new { chat_id = Anna, query });

    private async Task<JsonElement> Query()
    {
        var updates = await Sandbox.Updates(new { timeout = 10 });
        await Sandbox.Call("getUpdates", new { offset = updates[^1].GetProperty("update_id").GetInt64() + 1 });
        return updates.Last(update => update.TryGetProperty("inline_query", out _)).GetProperty("inline_query");
    }

    private async Task Forget()
    {
        if (await Sandbox.Updates() is [.., var last])
        {
            await Sandbox.Call("getUpdates", new { offset = last.GetProperty("update_id").GetInt64() + 1 });
        }
    }

    private Task<JsonElement> Answer(JsonElement query, object[] results, object more) =>
        Sandbox.Call("answerInlineQuery", With(query.GetProperty("id").GetString(), results, more));

    private Task<string> Refusal(string? id, IEnumerable<object> results, object? more = null) =>
        Sandbox.Refusal("answerInlineQuery", With(id, results, more ?? new { }));

    private static Dictionary<string, object?> With(string? id, IEnumerable<object> results, object more)
    {
        var all = new Dictionary<string, object?> { ["inline_query_id"] = id, ["results"] = results.ToArray() };
        foreach (var property in JsonSerializer.SerializeToElement(more).EnumerateObject())
        {
            all[property.Name] = property.Value;
        }

        return all;
    }

    private static object Article(string id, string title, string text, bool button = false) => button
        ? new
        {
            type = "article",
            id,
            title,
            input_message_content = new { message_text = text },
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Go", callback_data = "go" } } } },
        }
        : new { type = "article", id, title, input_message_content = new { message_text = text } };
}
