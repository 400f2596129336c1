using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class CallbackTests : KieTests
{
    private const string ZImage = """{"prompt":"a lighthouse"}""";

    [Test]
    public async Task A_finished_task_calls_back_once_with_its_record_and_what_it_cost()
    {
        var task = await Kie.CreateTask("z-image", ZImage, callback: true);

        var body = (await Kie.Inbox.WaitFor(1))[0].Body;

        body["code"]!.GetValue<int>().ShouldBe(200);
        body["data"]!["taskId"]!.GetValue<string>().ShouldBe(task);
        body["data"]!["state"]!.GetValue<string>().ShouldBe("success");
        body["data"]!["consumeCredits"]!.GetValue<decimal>().ShouldBe(0.8m);
        JsonNode.Parse(body["data"]!["resultJson"]!.GetValue<string>())!["resultUrls"]!.AsArray().ShouldNotBeEmpty();
        await Eventually.Holds("the callback to be noted", async () => await Statuses(task) is [200]);
    }

    [Test]
    public async Task A_failed_task_calls_back_with_code_501_and_the_reason_inside()
    {
        await Kie.Dial("""{"duration_ms": 0, "task": {"failCode": "422", "failMsg": "flagged", "times": 1}}""");
        await Kie.CreateTask("z-image", ZImage, callback: true);

        var body = (await Kie.Inbox.WaitFor(1))[0].Body;

        body["code"]!.GetValue<int>().ShouldBe(501);
        body["data"]!["failCode"]!.GetValue<string>().ShouldBe("422");
        body["data"]!["failMsg"]!.GetValue<string>().ShouldBe("flagged");
        body["data"]!["consumeCredits"]!.GetValue<decimal>().ShouldBe(0);
        (await Kie.Record(await Kie.CreateTask("z-image", ZImage)))["state"]!.GetValue<string>().ShouldBe("success");
    }

    [Test]
    public async Task A_callback_that_is_not_answered_with_200_is_repeated_three_times_and_then_given_up()
    {
        Kie.Inbox.Answer = 500;
        var task = await Kie.CreateTask("z-image", ZImage, callback: true);

        for (var sent = 1; sent <= 4; sent++)
        {
            await Kie.Inbox.WaitFor(sent);
            await Eventually.Holds($"attempt {sent} to be noted", async () => (await Statuses(task)).Length == sent);
            Kie.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        (await Statuses(task)).ShouldBe([500, 500, 500, 500]);
        await Kie.CreateTask("z-image", ZImage, callback: true);
        await Kie.Inbox.WaitFor(5);
        (await Statuses(task)).Length.ShouldBe(4);
    }

    [Test]
    public async Task A_lost_callback_never_arrives()
    {
        await Kie.Dial("""{"duration_ms": 0, "callback": {"lost": true, "times": 1}}""");
        await Kie.CreateTask("z-image", ZImage, callback: true);
        var second = await Kie.CreateTask("z-image", ZImage, callback: true);

        (await Kie.Inbox.WaitFor(1)).Single().Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(second);
    }

    [Test]
    public async Task A_duplicated_callback_arrives_as_often_as_asked()
    {
        await Kie.Dial("""{"duration_ms": 0, "callback": {"duplicate": 4}}""");
        await Kie.CreateTask("z-image", ZImage, callback: true);

        (await Kie.Inbox.WaitFor(5)).Select(one => one.Body.ToJsonString()).Distinct().ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_delayed_callback_waits_for_the_clock()
    {
        await Kie.Dial("""{"duration_ms": 0, "callback": {"delay_ms": 3600000}}""");
        var task = await Kie.CreateTask("z-image", ZImage, callback: true);
        (await Kie.Record(task))["state"]!.GetValue<string>().ShouldBe("success");
        Kie.Inbox.Received.ShouldBeEmpty();

        // The delay counts from the moment the simulator notices the end.
        await Eventually.Holds("the delayed callback", async () =>
        {
            Kie.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
            return Kie.Inbox.Received.Count == 1;
        });
    }

    [Test]
    public async Task A_callback_may_arrive_before_the_order_is_answered()
    {
        await Kie.Dial("""{"callback": {"before_answer": true}}""");

        var task = await Kie.CreateTask("z-image", ZImage, callback: true);

        Kie.Inbox.Received.Single().Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(task);
    }

    [Test]
    public async Task Forged_callbacks_tell_lies_about_this_task_and_about_another()
    {
        await Kie.Dial("""{"duration_ms": 0, "callback": {"forged": true}}""");
        var task = await Kie.CreateTask("z-image", ZImage, callback: true);

        var bodies = (await Kie.Inbox.WaitFor(4)).Select(one => one.Body).ToList();

        bodies.Count(body => body["data"]!["taskId"]!.GetValue<string>() != task).ShouldBe(1);
        bodies.Count(body => body["data"]!["state"]!.GetValue<string>() == "fail").ShouldBe(1);
        bodies.Count(body => body.ToJsonString().Contains("attacker.example", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Test]
    public async Task Reordered_callbacks_say_failed_before_they_say_success()
    {
        await Kie.Dial("""{"duration_ms": 0, "callback": {"reordered": true}}""");
        await Kie.CreateTask("z-image", ZImage, callback: true);

        (await Kie.Inbox.WaitFor(2)).Select(one => one.Body["data"]!["state"]!.GetValue<string>()).ShouldBe(["fail", "success"]);
    }

    [Test]
    public async Task With_a_key_on_the_dial_callbacks_are_signed_over_the_task_and_the_time()
    {
        await Kie.Dial("""{"duration_ms": 0, "hmac_key": "hook-key"}""");
        var task = await Kie.CreateTask("z-image", ZImage, callback: true);

        var received = (await Kie.Inbox.WaitFor(1))[0];

        var expected = HMACSHA256.HashData("hook-key"u8, Encoding.UTF8.GetBytes($"{task}.{received.Timestamp}"));
        received.Signature.ShouldBe(Convert.ToBase64String(expected));
        (Kie.Clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(received.Timestamp!, CultureInfo.InvariantCulture)).ShouldBeInRange(0, 30);
    }

    private async Task<int?[]> Statuses(string task) =>
        [.. (await Kie.Get("/control/kie/tasks"))["tasks"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == task)!["callbacks"]!.AsArray().Select(one => one!["status"]?.GetValue<int>())];
}
