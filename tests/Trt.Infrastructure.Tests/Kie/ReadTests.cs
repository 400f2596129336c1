using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class ReadTests : ProviderTests
{
    private static readonly (string, InputValue) Prompt = ("prompt", new TextValue("a lighthouse"));

    [Test]
    public async Task A_running_task_is_running_and_a_finished_one_brings_its_file_and_its_cost()
    {
        await Host.Dial("""{"duration_ms": 60000}""");
        var id = await Host.Accepted(Cards.ZImage, Prompt);

        (await Read(id)).ShouldBeOfType<TaskReading.Running>();
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = (await Read(id)).ShouldBeOfType<TaskReading.Done>();

        done.CreditsSpent.ShouldBe(0.8m);
        var output = done.Outputs.ShouldHaveSingleItem();
        output.Kind.ShouldBe(OutputKind.Image);
        (await Host.Fetch(output.Address!)).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
    }

    [Test]
    public async Task A_file_that_outlived_its_address_has_a_direct_one_for_a_while()
    {
        var done = (await Read(await Host.Accepted(Cards.ZImage, Prompt))).ShouldBeOfType<TaskReading.Done>();
        var listed = done.Outputs[0].Address!;
        Host.Clock.Advance(TimeSpan.FromDays(3));
        await Should.ThrowAsync<HttpRequestException>(() => Host.Fetch(listed));

        var direct = (await Host.Provider.DirectAddress(listed, CancellationToken.None)).ShouldNotBeNull();

        (await Host.Fetch(direct)).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        Host.Clock.Advance(TimeSpan.FromMinutes(21));
        await Should.ThrowAsync<HttpRequestException>(() => Host.Fetch(direct));
    }

    [Test]
    public async Task A_strangers_file_and_one_that_is_gone_have_no_direct_address()
    {
        var done = (await Read(await Host.Accepted(Cards.ZImage, Prompt))).ShouldBeOfType<TaskReading.Done>();
        (await Host.Provider.DirectAddress(new Uri("https://elsewhere.example/1.png"), CancellationToken.None)).ShouldBeNull();
        Host.Clock.Advance(TimeSpan.FromDays(15));
        (await Host.Provider.DirectAddress(done.Outputs[0].Address!, CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task A_text_result_comes_as_text()
    {
        var audio = await Host.Uploaded([1, 2, 3], "audio/mpeg");
        var outcome = await Host.Submit(Cards.Transcript, new Dictionary<string, Uri> { ["A"] = audio }, ("audio_url", Cards.Files("A")));
        var id = outcome.ShouldBeOfType<SubmitOutcome.Accepted>().TaskId;

        var output = (await Host.Provider.Read(Cards.Transcript, id, CancellationToken.None)).ShouldBeOfType<TaskReading.Done>().Outputs.ShouldHaveSingleItem();

        output.Kind.ShouldBe(OutputKind.Text);
        output.Text.ShouldNotBeNullOrEmpty();
    }

    [TestCase("500", "Internal server error", ProviderRefusal.Other)]
    [TestCase("422", "prompt is too long", ProviderRefusal.InvalidInput)]
    [TestCase("400", "the content was flagged as sensitive", ProviderRefusal.Moderation)]
    [TestCase("402", "insufficient", ProviderRefusal.NoCredits)]
    public async Task A_failed_task_tells_why(string code, string message, ProviderRefusal reason)
    {
        await Host.Dial($$"""{"duration_ms": 0, "task": {"failCode": "{{code}}", "failMsg": "{{message}}"} }""");

        var failed = (await Read(await Host.Accepted(Cards.ZImage, Prompt))).ShouldBeOfType<TaskReading.Failed>();

        failed.Reason.ShouldBe(reason);
        failed.Detail.ShouldContain(message);
    }

    [Test]
    public async Task A_task_nobody_knows_is_missing() => (await Read("no-such-task")).ShouldBeOfType<TaskReading.Missing>();

    [TestCase("""{"read": {"code": 500, "msg": "boom"}}""")]
    [TestCase("""{"read": {"html": 502}}""")]
    [TestCase("""{"read": {"drop_before": true}}""")]
    [TestCase("""{"read": {"drop_after": true}}""")]
    [TestCase("""{"read": {"code": 401, "msg": "no"}}""")]
    [TestCase("""{"read": {"code": 200, "msg": "ok"}}""")]
    [Property("Case", 55)]
    public async Task A_lasting_fault_of_reading_is_no_verdict_about_the_task(string dial)
    {
        var id = await Host.Accepted(Cards.ZImage, Prompt);
        await Host.Dial(dial);

        (await Read(id)).ShouldBeOfType<TaskReading.Unreadable>();
    }

    [TestCase("""{"duration_ms": 0, "read": {"code": 500, "msg": "boom", "times": 2}}""")]
    [TestCase("""{"duration_ms": 0, "read": {"html": 503, "times": 2}}""")]
    [TestCase("""{"duration_ms": 0, "read": {"drop_after": true, "times": 2}}""")]
    public async Task A_passing_fault_of_reading_is_overcome_by_asking_again(string dial)
    {
        var id = await Host.Accepted(Cards.ZImage, Prompt);
        await Host.Dial(dial);

        (await Read(id)).ShouldBeOfType<TaskReading.Done>();
    }

    [Test]
    public async Task Asking_too_fast_says_when_to_ask_again()
    {
        var id = await Host.Accepted(Cards.ZImage, Prompt);
        await Host.Dial("""{"read": {"code": 429, "msg": "slow down"}}""");

        (await Read(id)).ShouldBeOfType<TaskReading.Unreadable>().After.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task Credits_are_read_with_their_fractions_and_are_null_when_they_cannot_be_read()
    {
        await Host.Dial("""{"credits": 99.5}""");
        (await Host.Provider.Credits(CancellationToken.None)).ShouldBe(99.5m);

        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        (await Host.Provider.Credits(gone.Token)).ShouldBeNull();
    }

    private Task<TaskReading> Read(string id) => Host.Provider.Read(Cards.ZImage, id, CancellationToken.None);
}
