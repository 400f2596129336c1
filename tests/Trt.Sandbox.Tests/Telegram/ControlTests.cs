using System.Net.Http.Json;
using System.Text.Json;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class ControlTests : SandboxTest
{
    [Test]
    public async Task The_shops_bot_is_there_from_the_start_and_others_have_to_register()
    {
        var me = await Sandbox.Http.GetFromJsonAsync<JsonElement>($"/telegram/bot{Trt.Sandbox.Control.SandboxDefaults.BotToken}/getMe");
        me.GetProperty("result").GetProperty("username").GetString().ShouldBe("trt_sandbox_bot");

        (await Sandbox.ControlRefusal("text", new { token = "77:other", chat_id = 1, text = "x" })).ShouldContain("/control/bots");
        (await Sandbox.ControlRefusal("bots", new { token = "no-token", username = "x" })).ShouldContain("123456:secret");
    }

    [Test]
    public async Task The_levers_are_listed_and_each_says_what_it_does()
    {
        var levers = (await Sandbox.Http.GetFromJsonAsync<JsonElement>("/control")).GetProperty("levers").EnumerateArray().ToList();

        levers.Select(lever => $"{lever.GetProperty("method")} {lever.GetProperty("path")}").ShouldBeUnique();
        levers.Count(lever => lever.TryGetProperty("does", out _)).ShouldBe(levers.Count, "a new lever needs a line in ControlIndex");
        levers.Count.ShouldBeGreaterThan(30);
    }

    [Test]
    public async Task Without_a_shop_there_is_nothing_to_wait_for() =>
        (await Sandbox.Http.GetFromJsonAsync<JsonElement>("/control/shop")).GetProperty("opening").GetBoolean().ShouldBeFalse();

    [Test]
    public async Task A_person_has_the_name_and_language_given()
    {
        await Sandbox.Control("text", new { chat_id = 55, text = "hi", name = "Зоя", username = "zoya", language_code = "en" });

        var from = (await Sandbox.Updates())[0].GetProperty("message").GetProperty("from");
        from.GetRawText().ShouldBe("""{"id":55,"is_bot":false,"first_name":"Зоя","username":"zoya","language_code":"en"}""");
    }

    [Test]
    public async Task A_text_longer_than_a_message_is_sent_as_several()
    {
        var sent = await Sandbox.Says(new string('я', 10_000));

        sent.GetProperty("message_ids").GetArrayLength().ShouldBe(3);
        (await Sandbox.Updates()).Select(update => update.GetProperty("message").GetProperty("text").GetString()!.Length).ShouldBe([4096, 4096, 1808]);
    }

    [Test]
    public async Task The_log_shows_every_call_without_secrets()
    {
        await Sandbox.AnnaHasStarted();
        var before = await LastSeq();

        await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = $"my token is {Sandbox.Token}" });
        await Sandbox.Try("setWebhook", new { url = "ftp://nowhere", secret_token = "hidden" });

        var calls = (await Sandbox.Http.GetFromJsonAsync<JsonElement>($"/control/log?after={before}")).GetProperty("calls").EnumerateArray().ToList();
        calls.Select(call => (call.GetProperty("method").GetString(), call.GetProperty("status").GetInt32())).ShouldBe([("sendMessage", 200), ("setWebhook", 400)]);
        calls[0].GetProperty("parameters").GetProperty("text").GetString().ShouldBe("my token is <token>");
        calls[1].GetProperty("description").GetString().ShouldBe("Bad Request: invalid webhook URL specified");
        calls[1].GetRawText().ShouldNotContain("hidden");
    }

    [Test]
    public async Task A_reset_forgets_chats_and_faults_and_returns_to_the_real_time_but_ids_go_on()
    {
        var first = (await Sandbox.Says("hello")).GetProperty("message_id").GetInt64();
        await Sandbox.Control("fail", new { method = "getMe", error_code = 500 });
        await Sandbox.Control("clock", new { advance_ms = 60_000 });

        await Sandbox.Control("reset", new { });

        (await Sandbox.Messages()).ShouldBeEmpty();
        await Sandbox.Call("getMe");
        (await Sandbox.Http.GetFromJsonAsync<JsonElement>("/control/clock")).GetProperty("ahead_ms").GetDouble().ShouldBe(0);
        (await Sandbox.Says("hello again")).GetProperty("message_id").GetInt64().ShouldBeGreaterThan(first);
    }

    [Test]
    public async Task A_reset_needs_no_body()
    {
        using var response = await Sandbox.Http.PostAsync("/control/reset", content: null);

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [TestCase("text", "{\"chat_id\":1}", "\"text\" is empty")]
    [TestCase("text", "{\"chat_id\":-5,\"text\":\"x\"}", "positive number")]
    [TestCase("text", "nonsense", "not the JSON object expected")]
    [TestCase("photo", "{\"chat_id\":1,\"base64\":\"AAAA\"}", "/control/media")]
    [TestCase("photo", "{\"chat_id\":1,\"base64\":\"%\"}", "plain base64")]
    [TestCase("media", "{\"chat_id\":1,\"kind\":\"smell\"}", "must be one of")]
    [TestCase("block", "{\"chat_id\":1}", "\"blocked\" is missing")]
    [TestCase("clock", "{\"advance_ms\":-1}", "backwards")]
    public async Task Bad_input_is_answered_with_what_to_do(string lever, string body, string hint)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Sandbox.Http.PostAsync($"/control/{lever}", content);

        ((int)response.StatusCode).ShouldBe(400);
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync()).GetProperty("error").GetString()!.ShouldContain(hint);
    }

    [Test]
    public async Task Many_people_at_once_get_each_their_own_messages_in_order()
    {
        const int people = 20, texts = 25;
        await Task.WhenAll(Enumerable.Range(1, people).Select(async person =>
        {
            for (var i = 0; i < texts; i++)
            {
                await Sandbox.Says($"{person}:{i}", person);
                await Sandbox.Call("sendMessage", new { chat_id = person, text = $"re {person}:{i}" });
            }
        }));

        foreach (var person in Enumerable.Range(1, people))
        {
            var messages = await Sandbox.Messages(person);
            messages.Select(message => message.GetProperty("text").GetString())
                .ShouldBe(Enumerable.Range(0, texts).SelectMany(i => new[] { $"{person}:{i}", $"re {person}:{i}" }));
        }
    }

    private async Task<long> LastSeq() =>
        (await Sandbox.Http.GetFromJsonAsync<JsonElement>("/control/log")).GetProperty("calls").EnumerateArray().Last().GetProperty("seq").GetInt64();
}
