using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Generations;

public sealed class GenerationTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly IReadOnlyList<ResultItem> Picture = [new(OutputKind.Image, new Uri("https://results.example/1.png"), null)];

    private static Generation Queued() => Generation.Start(
        GenerationId.New(Now), new UserId(1), new ModelId("m"), new Dictionary<string, InputValue>(), new Money(1414), null, new Cid("c"), Now);

    private static Generation In(GenerationStatus status)
    {
        var generation = Queued();
        switch (status)
        {
            case GenerationStatus.Submitting:
                generation.Submit(Now);
                break;
            case GenerationStatus.Uncertain:
                generation.Submit(Now);
                generation.LoseTrack("?");
                break;
            case GenerationStatus.Running:
                generation.Submit(Now);
                generation.Accept("task");
                break;
            case GenerationStatus.Succeeded:
                generation.Submit(Now);
                generation.Accept("task");
                generation.Succeed(Picture, 18, Now);
                break;
            case GenerationStatus.Delivered:
                generation.Submit(Now);
                generation.Accept("task");
                generation.Succeed(Picture, 18, Now);
                generation.Deliver();
                break;
            case GenerationStatus.Failed:
                generation.Fail(FailureReason.ModelUnavailable, "x", Now);
                break;
            case GenerationStatus.Cancelled:
                generation.Cancel(Now);
                break;
            case GenerationStatus.Expired:
                generation.Expire(Now);
                break;
        }

        generation.Status.ShouldBe(status);
        return generation;
    }

    [Test]
    public void An_end_is_an_end(
        [Values(GenerationStatus.Delivered, GenerationStatus.Failed, GenerationStatus.Cancelled, GenerationStatus.Expired)] GenerationStatus end)
    {
        Should.Throw<InvalidOperationException>(() => In(end).Submit(Now));
        Should.Throw<InvalidOperationException>(() => In(end).Accept("task"));
        Should.Throw<InvalidOperationException>(() => In(end).Succeed(Picture, 1, Now));
        Should.Throw<InvalidOperationException>(() => In(end).Fail(FailureReason.ProviderError, "x", Now));
        Should.Throw<InvalidOperationException>(() => In(end).Expire(Now));
        Should.Throw<InvalidOperationException>(() => In(end).Cancel(Now));
    }

    [Test]
    public void What_has_left_for_the_provider_cannot_be_cancelled(
        [Values(GenerationStatus.Submitting, GenerationStatus.Uncertain, GenerationStatus.Running, GenerationStatus.Succeeded)] GenerationStatus status) =>
        Should.Throw<InvalidOperationException>(() => In(status).Cancel(Now));

    [Test]
    public void An_order_of_unknown_fate_never_leaves_again() =>
        Should.Throw<InvalidOperationException>(() => In(GenerationStatus.Uncertain).Submit(Now));

    [Test]
    public void An_order_proven_not_started_may_leave_again_under_a_new_attempt()
    {
        var generation = In(GenerationStatus.Submitting);
        generation.ReturnToQueue("429");
        generation.Submit(Now);
        generation.Attempt.ShouldBe(2);
    }

    [Test]
    public void A_callback_finds_an_order_we_had_lost_track_of()
    {
        var generation = In(GenerationStatus.Uncertain);
        generation.Learn("task").ShouldBeTrue();
        (generation.Status, generation.TaskId).ShouldBe((GenerationStatus.Running, "task"));
    }

    [Test]
    public void A_callback_cannot_change_a_task_that_is_known()
    {
        var generation = In(GenerationStatus.Running);
        generation.Learn("another").ShouldBeFalse();
        generation.TaskId.ShouldBe("task");
    }

    [Test]
    public void A_result_after_the_money_went_back_is_kept_for_delivery_and_changes_nothing_else()
    {
        var generation = In(GenerationStatus.Expired);
        generation.ArriveLate(Picture, 18).ShouldBeTrue();
        generation.ArriveLate(Picture, 18).ShouldBeFalse();
        generation.Deliver();
        (generation.Status, generation.IsLate, generation.Result.Count).ShouldBe((GenerationStatus.Expired, true, 1));
    }

    [Test]
    public void A_generation_is_either_paid_or_free()
    {
        var nothing = new Dictionary<string, InputValue>();
        Should.Throw<InvalidOperationException>(() => Generation.Start(
            GenerationId.New(Now), new UserId(1), new ModelId("m"), nothing, Money.Zero, null, new Cid("c"), Now));
        Should.Throw<InvalidOperationException>(() => Generation.Start(
            GenerationId.New(Now), new UserId(1), new ModelId("m"), nothing, new Money(1), new FreeTicket(FreeSource.Day, new DateOnly(2026, 1, 1)), new Cid("c"), Now));
    }

    [TestCase(FreeSource.Day)]
    [TestCase(FreeSource.Bank)]
    public void A_free_generation_knows_what_it_was_taken_from(FreeSource source)
    {
        var ticket = new FreeTicket(source, new DateOnly(2026, 1, 1));
        Generation.Start(
            GenerationId.New(Now), new UserId(1), new ModelId("m"), new Dictionary<string, InputValue>(), Money.Zero, ticket, new Cid("c"), Now)
            .Ticket.ShouldBe(ticket);
    }

    [Test]
    public void Only_open_statuses_hold_money()
    {
        foreach (var status in Enum.GetValues<GenerationStatus>())
        {
            var holdsMoney = status is GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Uncertain or GenerationStatus.Running;
            status.IsOpen().ShouldBe(holdsMoney, status.ToString());
        }
    }
}
