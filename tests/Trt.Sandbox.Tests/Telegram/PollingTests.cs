using Trt.Testing;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class PollingTests : SandboxTest
{
    [Test]
    public async Task The_same_updates_come_again_until_an_offset_acknowledges_them()
    {
        await Sandbox.Says("one");
        await Sandbox.Says("two");

        var first = await Sandbox.Updates();
        (await Sandbox.Updates()).Length.ShouldBe(2);
        var afterOne = await Sandbox.Updates(new { offset = Id(first[0]) + 1 });
        afterOne.Single().GetProperty("message").GetProperty("text").GetString().ShouldBe("two");
        (await Sandbox.Updates()).Length.ShouldBe(1);

        Id(first[1]).ShouldBe(Id(first[0]) + 1);
    }

    [Test]
    public async Task A_negative_offset_keeps_only_the_last_updates()
    {
        foreach (var text in new[] { "one", "two", "three" })
        {
            await Sandbox.Says(text);
        }

        (await Sandbox.Updates(new { offset = -1 })).Single().GetProperty("message").GetProperty("text").GetString().ShouldBe("three");
        (await Sandbox.Updates()).Length.ShouldBe(1);
    }

    [Test]
    public async Task An_offset_far_in_the_future_is_ignored()
    {
        await Sandbox.Says("one");

        (await Sandbox.Updates(new { offset = 2_000_000_000 })).Length.ShouldBe(1);
    }

    [Test]
    public async Task A_waiting_poll_answers_at_once_when_something_happens()
    {
        var poll = Sandbox.Updates(new { timeout = 30 });

        await Sandbox.Says("hello");

        (await poll.WaitAsync(TimeSpan.FromSeconds(60))).Length.ShouldBe(1);
    }

    [Test]
    public async Task A_poll_without_news_ends_empty_when_its_time_is_over()
    {
        var poll = Sandbox.Updates(new { timeout = 50 });
        await PollIsWaiting();

        await Sandbox.Control("clock", new { advance_ms = 50_000 });

        (await poll.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeEmpty();
    }

    [Test]
    public async Task Impatient_polls_are_slowed_down_when_the_real_servers_habit_is_switched_on()
    {
        await Sandbox.Control("settings", new { coalesce_polls = true });
        await Sandbox.Updates();
        var again = Sandbox.Updates();

        await PollIsWaiting();
        await Sandbox.Says("one");

        (await again.WaitAsync(TimeSpan.FromSeconds(60))).Length.ShouldBe(1);
    }

    [Test]
    public async Task A_reset_that_turns_the_clock_back_does_not_make_a_poll_wait_longer()
    {
        await Sandbox.Control("clock", new { advance_ms = TimeSpan.FromDays(2).TotalMilliseconds });
        var poll = Sandbox.Updates(new { timeout = 50 });
        await PollIsWaiting();

        await Sandbox.Control("reset", new { });
        await Sandbox.Control("clock", new { advance_ms = 50_000 });

        (await poll.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeEmpty();
    }

    [Test]
    public async Task A_second_waiting_poll_terminates_the_first()
    {
        var first = Sandbox.Refusal("getUpdates", new { timeout = 30 });
        await PollIsWaiting();
        var second = Sandbox.Updates(new { timeout = 30 });

        (await first.WaitAsync(TimeSpan.FromSeconds(60)))
            .ShouldBe("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        await Sandbox.Says("for the second");
        (await second.WaitAsync(TimeSpan.FromSeconds(60))).Length.ShouldBe(1);
    }

    [Test]
    public async Task A_short_poll_leaves_a_waiting_one_in_peace()
    {
        var waiting = Sandbox.Updates(new { timeout = 30 });
        await PollIsWaiting();

        (await Sandbox.Updates(new { timeout = 0 })).ShouldBeEmpty();
        await Sandbox.Says("hello");

        (await waiting.WaitAsync(TimeSpan.FromSeconds(60))).Length.ShouldBe(1);
    }

    [Test]
    public async Task A_client_that_hangs_up_loses_nothing()
    {
        using (var hangUp = new CancellationTokenSource())
        {
            var poll = Sandbox.Http.GetAsync(new Uri(Sandbox.Method("getUpdates") + "?timeout=30"), hangUp.Token);
            await PollIsWaiting();
            await hangUp.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => poll);
        }

        await Eventually.Holds("the hang-up is noticed", async () => !await Sandbox.IsPolling());
        await Sandbox.Says("hello");

        (await Sandbox.Updates(new { timeout = 30 })).Length.ShouldBe(1);
    }

    [Test]
    public async Task Setting_a_webhook_ends_polling()
    {
        var poll = Sandbox.Refusal("getUpdates", new { timeout = 30 });
        await PollIsWaiting();

        await Sandbox.Call("setWebhook", new { url = "http://127.0.0.1:9/" });

        (await poll.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe("Conflict: terminated by setWebhook request");
        (await Sandbox.Refusal("getUpdates")).ShouldBe(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Test]
    public async Task Allowed_updates_are_remembered_and_filter_when_an_update_is_made()
    {
        await Sandbox.Says("before");
        await Sandbox.Updates(new { allowed_updates = new[] { "callback_query" } });
        await Sandbox.Says("unwanted");

        (await Sandbox.Updates()).Single().GetProperty("message").GetProperty("text").GetString().ShouldBe("before");

        await Sandbox.Updates(new { allowed_updates = Array.Empty<string>() });
        await Sandbox.Says("wanted again");
        (await Sandbox.Updates()).Length.ShouldBe(2);
    }

    [Test]
    public async Task A_press_is_forgotten_after_150_seconds_and_a_message_after_a_day()
    {
        await Sandbox.Says("hi");
        var message = await Sandbox.Call("sendMessage", new { chat_id = RunningSandbox.Anna, text = "x" });
        await Sandbox.Control("click", new { chat_id = RunningSandbox.Anna, message_id = message.GetProperty("message_id").GetInt64(), data = "go" });

        await Sandbox.Control("clock", new { advance_ms = 151_000 });
        (await Sandbox.Updates()).Single().TryGetProperty("message", out _).ShouldBeTrue();

        await Sandbox.Control("clock", new { advance_ms = TimeSpan.FromHours(24).TotalMilliseconds });
        (await Sandbox.Updates()).ShouldBeEmpty();
    }

    private Task PollIsWaiting() => Eventually.Holds("the poll waits", Sandbox.IsPolling);

    private static long Id(System.Text.Json.JsonElement update) => update.GetProperty("update_id").GetInt64();
}
