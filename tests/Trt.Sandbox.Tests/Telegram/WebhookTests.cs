using Microsoft.AspNetCore.Http;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class WebhookTests : SandboxTest
{
    private HookServer _hook = null!;

    [SetUp]
    public async Task OpenHook()
    {
        _hook = await HookServer.Start();
        await Sandbox.Control("settings", new { webhook_retry_scale = 0.01 });
    }

    [TearDown]
    public async Task CloseHook()
    {
        await Sandbox.Call("deleteWebhook");
        await _hook.DisposeAsync();
    }

    [Test]
    public async Task An_update_is_delivered_with_the_secret_and_then_forgotten()
    {
        await SetHook(new { url = _hook.Url, secret_token = "s3cret_-" });

        await Sandbox.Says("hello");

        await Eventually.Holds("something is delivered", () => _hook.Texts.Contains("hello"));
        _hook.Deliveries.First().Secret.ShouldBe("s3cret_-");
        await Eventually.Holds("the update is forgotten", async () => await Pending() == 0);
    }

    [Test]
    public async Task Updates_of_one_chat_come_one_after_the_other_even_when_the_first_fails()
    {
        var failures = 3;
        _hook.Answer = (context, _) =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
            {
                context.Response.StatusCode = 500;
            }

            return Task.CompletedTask;
        };
        await SetHook(new { url = _hook.Url });

        foreach (var text in new[] { "one", "two", "three" })
        {
            await Sandbox.Says(text);
        }

        await Eventually.Holds("everything is delivered", () => _hook.Deliveries.Count == 6);
        _hook.Texts.ShouldBe(["one", "one", "one", "one", "two", "three"]);
        var info = await Sandbox.Call("getWebhookInfo");
        info.GetProperty("last_error_message").GetString().ShouldBe("Wrong response from the webhook: 500 Internal Server Error");
        info.GetProperty("last_error_date").GetInt64().ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task A_chat_that_hangs_does_not_hold_up_the_others()
    {
        var release = new TaskCompletionSource();
        _hook.Answer = (_, update) => update.GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64() == 1 ? release.Task : Task.CompletedTask;
        await SetHook(new { url = _hook.Url });

        await Sandbox.Says("stuck", chatId: 1);
        await Sandbox.Says("free", chatId: 2);

        await Eventually.Holds("the second chat does not wait for the first", () => _hook.Texts.Contains("free"));
        release.SetResult();
    }

    [Test]
    public async Task Retry_After_is_obeyed()
    {
        await Sandbox.Control("settings", new { webhook_retry_scale = 1 });
        var calls = 0;
        _hook.Answer = (context, _) =>
        {
            if (Interlocked.Increment(ref calls) > 1)
            {
                return Task.CompletedTask;
            }

            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "1000";
            return Task.CompletedTask;
        };
        await SetHook(new { url = _hook.Url });
        await Sandbox.Says("hello");
        await Eventually.Holds("the failure is noted", async () => (await Sandbox.Call("getWebhookInfo")).TryGetProperty("last_error_date", out _));
        calls.ShouldBe(1);

        await Sandbox.Control("clock", new { advance_ms = 1_001_000 });

        await Eventually.Holds("it is tried again when the time has come", () => calls == 2);
    }

    [Test]
    public async Task The_answer_may_carry_a_method_call()
    {
        _hook.Answer = (context, _) => context.Response.WriteAsJsonAsync(new { method = "sendMessage", chat_id = RunningSandbox.Anna, text = "by reply" });
        await SetHook(new { url = _hook.Url });

        await Sandbox.Says("hello");

        await Eventually.Holds("the reply is run", async () => (await Sandbox.Messages()).Any(m => m.GetProperty("text").GetString() == "by reply"));
    }

    [Test]
    public async Task The_answer_may_not_touch_the_webhook_itself()
    {
        _hook.Answer = (context, _) => context.Response.WriteAsJsonAsync(new { method = "deleteWebhook" });
        await SetHook(new { url = _hook.Url });

        await Sandbox.Says("hello");
        await Eventually.Holds("the update is taken", async () => await Pending() == 0);

        (await Sandbox.Call("getWebhookInfo")).GetProperty("url").GetString().ShouldBe(_hook.Url);
    }

    [Test]
    public async Task Updates_queued_while_polling_go_to_the_webhook_and_back_again()
    {
        await Sandbox.Says("queued");
        _hook.Answer = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await SetHook(new { url = _hook.Url });
        await Eventually.Holds("the queued update is delivered", () => !_hook.Deliveries.IsEmpty);
        await Sandbox.Call("deleteWebhook");

        (await Sandbox.Updates()).Single().GetProperty("message").GetProperty("text").GetString().ShouldBe("queued");
    }

    [Test]
    public async Task Setting_and_deleting_say_what_happened()
    {
        (await Describe("setWebhook", new { url = _hook.Url })).ShouldBe("Webhook was set");
        (await Describe("setWebhook", new { url = _hook.Url })).ShouldBe("Webhook is already set");
        (await Describe("setWebhook", new { url = "" })).ShouldBe("Webhook was deleted");
        (await Describe("deleteWebhook", new { })).ShouldBe("Webhook is already deleted");
        (await Sandbox.Call("getWebhookInfo")).GetRawText().ShouldBe("""{"url":"","has_custom_certificate":false,"pending_update_count":0}""");
    }

    [Test]
    public async Task Strict_means_what_the_public_service_allows()
    {
        await Sandbox.Control("settings", new { strict_webhooks = true });

        (await Sandbox.Refusal("setWebhook", new { url = "http://example.com/" })).ShouldBe("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        (await Sandbox.Refusal("setWebhook", new { url = "https://example.com:8080/" }))
            .ShouldBe("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        (await Sandbox.Refusal("setWebhook", new { url = "https://127.0.0.1/" })).ShouldBe("Bad Request: bad webhook: IP address 127.0.0.1 is reserved");
        (await Sandbox.Refusal("setWebhook", new { url = "https://example.com/", secret_token = "no blanks" }))
            .ShouldBe("Bad Request: secret token contains unallowed characters");
    }

    [Test]
    public async Task A_delivery_can_get_lost_come_twice_or_be_overtaken()
    {
        await SetHook(new { url = _hook.Url });

        await Sandbox.Control("fail", new { method = "webhook", when = "drop" });
        await Sandbox.Says("lost");
        await Eventually.Holds("the update is dropped", async () => await Pending() == 0);
        await Sandbox.Control("fail", new { method = "webhook", when = "duplicate" });
        await Sandbox.Says("twice");
        await Eventually.Holds("the update comes twice", () => _hook.Deliveries.Count == 2);
        await Sandbox.Control("fail", new { method = "webhook", when = "reorder" });
        await Sandbox.Says("late");
        await Sandbox.Says("early");

        await Eventually.Holds("everything is delivered", () => _hook.Deliveries.Count == 4);
        _hook.Texts.ShouldBe(["twice", "twice", "early", "late"]);
    }

    private Task<System.Text.Json.JsonElement> SetHook(object parameters) => Sandbox.Call("setWebhook", parameters);

    private async Task<string> Describe(string method, object parameters) =>
        (await Sandbox.Try(method, parameters)).Answer.GetProperty("description").GetString()!;

    private async Task<int> Pending() => (await Sandbox.Call("getWebhookInfo")).GetProperty("pending_update_count").GetInt32();
}
