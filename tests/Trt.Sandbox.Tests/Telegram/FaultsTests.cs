using System.Net;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class FaultsTests : SandboxTest
{
    private static readonly object Hello = new { chat_id = RunningSandbox.Anna, text = "hello" };

    [SetUp]
    public Task Start() => Sandbox.AnnaHasStarted();

    [Test]
    public async Task An_ordered_error_comes_as_often_as_ordered_and_the_method_has_no_effect()
    {
        await Sandbox.Control("fail", new { method = "sendMessage", error_code = 500, description = "Internal Server Error: restart", times = 2 });

        (await Sandbox.Refusal("sendMessage", Hello)).ShouldBe("Internal Server Error: restart");
        (await Sandbox.Refusal("SENDMESSAGE", Hello)).ShouldBe("Internal Server Error: restart");
        (await Texts()).ShouldNotContain("hello");
        await Sandbox.Call("sendMessage", Hello);
    }

    [Test]
    public async Task A_flood_says_how_long_in_body_and_header()
    {
        await Sandbox.Control("fail", new { method = "sendMessage", error_code = 429, parameters = new { retry_after = 7 } });

        using var response = await Sandbox.Http.GetAsync(Sandbox.Method($"sendMessage?chat_id={RunningSandbox.Anna}&text=x"));

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        (await response.Content.ReadAsStringAsync())
            .ShouldBe("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""");
    }

    [TestCase("drop_before", false)]
    [TestCase("drop_after", true)]
    public async Task A_cut_connection_leaves_the_bot_in_doubt(string when, bool happened)
    {
        await Sandbox.Control("fail", new { method = "sendMessage", when });

        await Should.ThrowAsync<HttpRequestException>(() => Sandbox.Try("sendMessage", Hello));

        (await Texts()).Contains("hello").ShouldBe(happened);
    }

    [Test]
    public async Task An_error_after_the_effect_hides_that_it_worked()
    {
        await Sandbox.Control("fail", new { method = "sendMessage", when = "after", error_code = 504 });

        (await Sandbox.Try("sendMessage", Hello)).Status.ShouldBe(504);

        (await Texts()).ShouldContain("hello");
    }

    [Test]
    public async Task A_broken_gateway_answers_with_a_page()
    {
        await Sandbox.Control("fail", new { method = "*", when = "html" });

        using var response = await Sandbox.Http.GetAsync(Sandbox.Method("getMe"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Test]
    public async Task A_fault_may_be_meant_for_one_chat()
    {
        await Sandbox.Says("hi", chatId: 2);
        await Sandbox.Control("fail", new { method = "sendMessage", error_code = 403, chat_id = 2 });

        await Sandbox.Call("sendMessage", Hello);
        (await Sandbox.Refusal("sendMessage", new { chat_id = 2, text = "x" })).ShouldStartWith("Forbidden");
    }

    [Test]
    public async Task Too_fast_a_bot_is_slowed_down_when_limits_are_on()
    {
        await Sandbox.Control("settings", new { rate_limits = true });
        for (var i = 0; i < 5; i++)
        {
            await Sandbox.Call("sendMessage", Hello);
        }

        (await Sandbox.Refusal("sendMessage", Hello)).ShouldBe("Too Many Requests: retry after 1");

        await Sandbox.Control("clock", new { advance_ms = 1000 });
        await Sandbox.Call("sendMessage", Hello);
    }

    [Test]
    public async Task An_order_that_makes_no_sense_is_refused()
    {
        (await Sandbox.ControlRefusal("fail", new { })).ShouldContain("\"method\"");
        (await Sandbox.ControlRefusal("fail", new { method = "getMe" })).ShouldContain("nothing would go wrong");
        (await Sandbox.ControlRefusal("fail", new { method = "getMe", when = "later" })).ShouldContain("drop_before");
        (await Sandbox.ControlRefusal("fail", new { method = "webhook", when = "html" })).ShouldContain("duplicate");
        (await Sandbox.ControlRefusal("fail", new { method = "getMe", error_code = 200 })).ShouldContain("400 to 599");
    }

    private async Task<IEnumerable<string?>> Texts() => (await Sandbox.Messages()).Select(message => message.GetProperty("text").GetString());
}
