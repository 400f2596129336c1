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

    [TestCase(GenerationStatus.Queued)]
    [TestCase(GenerationStatus.Uncertain)]
    [TestCase(GenerationStatus.Running)]
    public void An_open_order_can_be_given_up_and_a_late_result_is_a_present(GenerationStatus status)
    {
        var generation = In(status);
        generation.CanBeGivenUp.ShouldBeTrue();
        generation.GiveUp(Now);
        (generation.Status, generation.Failure, generation.CanBeGivenUp).ShouldBe((GenerationStatus.Expired, FailureReason.GivenBack, false));
        generation.ArriveLate(Picture, 18).ShouldBeTrue();
    }

    [TestCase(GenerationStatus.Submitting)]
    [TestCase(GenerationStatus.Succeeded)]
    [TestCase(GenerationStatus.Delivered)]
    [TestCase(GenerationStatus.Failed)]
    [TestCase(GenerationStatus.Cancelled)]
    [TestCase(GenerationStatus.Expired)]
    public void One_that_leaves_or_has_ended_cannot_be_given_up(GenerationStatus status)
    {
        In(status).CanBeGivenUp.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => In(status).GiveUp(Now));
    }

    [TestCase(GenerationStatus.Delivered, true)]
    [TestCase(GenerationStatus.Failed, true)]
    [TestCase(GenerationStatus.Cancelled, true)]
    [TestCase(GenerationStatus.Expired, true)]
    [TestCase(GenerationStatus.Succeeded, false)]
    [TestCase(GenerationStatus.Running, false)]
    [TestCase(GenerationStatus.Queued, false)]
    public void Only_what_has_ended_is_forgotten(GenerationStatus status, bool isForgotten)
    {
        var generation = In(status);
        generation.Forget(Now).ShouldBe(isForgotten);
        (generation.ForgottenAt is not null, generation.Status).ShouldBe((isForgotten, status));
        if (isForgotten)
        {
            (generation.Inputs.Count, generation.Result.Count, generation.Detail).ShouldBe((0, 0, null));
            generation.ArriveLate(Picture, 18).ShouldBeFalse();
        }
    }

    [Test]
    [Property("Case", 43)]
    public void An_end_is_an_end(
        [Values(GenerationStatus.Delivered, GenerationStatus.Failed, GenerationStatus.Cancelled, GenerationStatus.Expired)] GenerationStatus end)
    {
        Should.Throw<InvalidOperationException>(() => In(end).Submit(Now));
        Should.Throw<InvalidOperationException>(() => In(end).Succeed(Picture, 1, Now));
        Should.Throw<InvalidOperationException>(() => In(end).Fail(FailureReason.ProviderError, "x", Now));
        Should.Throw<InvalidOperationException>(() => In(end).Expire(Now));
        Should.Throw<InvalidOperationException>(() => In(end).Cancel(Now));
    }

    /// <summary>The whole table: from where to where, and nowhere else.</summary>
    [TestCase(GenerationStatus.Queued, GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Failed, GenerationStatus.Cancelled, GenerationStatus.Expired)]
    [TestCase(GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Uncertain, GenerationStatus.Queued, GenerationStatus.Failed)]
    [TestCase(GenerationStatus.Uncertain, GenerationStatus.Running, GenerationStatus.Expired)]
    [TestCase(GenerationStatus.Running, GenerationStatus.Succeeded, GenerationStatus.Failed, GenerationStatus.Expired)]
    [TestCase(GenerationStatus.Succeeded, GenerationStatus.Delivered, GenerationStatus.Failed)]
    [TestCase(GenerationStatus.Delivered)]
    [TestCase(GenerationStatus.Failed)]
    [TestCase(GenerationStatus.Cancelled)]
    [TestCase(GenerationStatus.Expired)]
    public void A_generation_moves_only_along_its_table(GenerationStatus from, params GenerationStatus[] to) =>
        Enum.GetValues<GenerationStatus>().Where(next => from.CanBecome(next)).ShouldBe(to, ignoreOrder: true);

    [Test]
    public void An_order_keeps_what_was_agreed()
    {
        var inputs = new Dictionary<string, InputValue> { ["prompt"] = new TextValue("a lighthouse") };
        var id = GenerationId.New(Now);
        var generation = Generation.Start(id, new UserId(7), new ModelId("m"), inputs, new Money(1414), null, new Cid("c"), Now);
        (generation.Id, generation.UserId, generation.Model, generation.Price, generation.Cid, generation.CreatedAt, generation.IsPaid)
            .ShouldBe((id, new UserId(7), new ModelId("m"), new Money(1414), new Cid("c"), Now, true));
        generation.Inputs.ShouldBe(inputs);
        (generation.Ticket, generation.FreeDay, generation.IsFromBank, generation.Status).ShouldBe((null, null, false, GenerationStatus.Queued));

        generation.PriceBy(PriceUnit.Second, new Quote(new Money(1414), "default", 1, 5));
        generation.ShowProgressIn(77);
        (generation.PricedBy, generation.OrderedQuantity, generation.ScreenMessageId).ShouldBe((PriceUnit.Second, 5, 77));
    }

    [Test]
    public void Each_step_leaves_its_mark()
    {
        var generation = Queued();
        generation.Submit(Now.AddSeconds(1));
        (generation.Attempt, generation.SubmittedAt).ShouldBe((1, Now.AddSeconds(1)));
        generation.ReturnToQueue("429");
        (generation.Status, generation.Detail).ShouldBe((GenerationStatus.Queued, "429"));
        generation.Submit(Now);
        generation.Accept("task");
        generation.TaskId.ShouldBe("task");
        generation.Succeed(Picture, 18, Now.AddSeconds(9));
        (generation.Result, generation.CreditsSpent, generation.FinishedAt).ShouldBe((Picture, 18, Now.AddSeconds(9)));

        var failed = Queued();
        failed.Fail(FailureReason.Moderation, "a word", Now.AddSeconds(3));
        (failed.Failure, failed.Detail, failed.FinishedAt).ShouldBe((FailureReason.Moderation, "a word", Now.AddSeconds(3)));

        var expired = Queued();
        expired.Expire(Now.AddSeconds(4));
        (expired.Failure, expired.FinishedAt).ShouldBe((FailureReason.TimedOut, Now.AddSeconds(4)));

        var cancelled = Queued();
        cancelled.Cancel(Now.AddSeconds(5));
        cancelled.FinishedAt.ShouldBe(Now.AddSeconds(5));

        var lost = Queued();
        lost.Submit(Now);
        lost.LoseTrack("a cut connection");
        (lost.Status, lost.Detail).ShouldBe((GenerationStatus.Uncertain, "a cut connection"));
    }

    [Test]
    public void A_long_word_of_the_provider_is_cut_to_what_is_stored()
    {
        var generation = Queued();
        generation.Fail(FailureReason.ProviderError, new string('x', Generation.DetailLengthMax + 1), Now);
        generation.Detail!.Length.ShouldBe(Generation.DetailLengthMax);
        var exact = Queued();
        exact.Fail(FailureReason.ProviderError, new string('x', Generation.DetailLengthMax), Now);
        exact.Detail!.Length.ShouldBe(Generation.DetailLengthMax);
    }

    [Test]
    public void The_task_of_an_expired_order_is_noted_and_nothing_else()
    {
        var generation = In(GenerationStatus.Expired);
        generation.Learn("task").ShouldBeTrue();
        (generation.Status, generation.TaskId).ShouldBe((GenerationStatus.Expired, "task"));
        generation.Learn("task").ShouldBeTrue();
        generation.Learn("another").ShouldBeFalse();
    }

    [Test]
    public void A_task_is_learned_of_no_order_that_waits_or_has_failed(
        [Values(GenerationStatus.Queued, GenerationStatus.Failed, GenerationStatus.Cancelled)] GenerationStatus status)
    {
        var generation = In(status);
        generation.Learn("task").ShouldBeFalse();
        (generation.Status, generation.TaskId).ShouldBe((status, null));
    }

    [Test]
    public void A_task_named_while_the_order_is_on_its_way_is_how_it_will_be_found()
    {
        var lost = In(GenerationStatus.Submitting);
        lost.Learn("task").ShouldBeTrue();
        lost.Status.ShouldBe(GenerationStatus.Submitting);
        lost.LoseTrack("cut");
        (lost.Status, lost.TaskId).ShouldBe((GenerationStatus.Running, "task"));

        var denied = In(GenerationStatus.Submitting);
        denied.Learn("task");
        denied.ReturnToQueue("429");
        denied.Status.ShouldBe(GenerationStatus.Running);

        var returned = In(GenerationStatus.Submitting);
        returned.ReturnToQueue("429");
        returned.Learn("task").ShouldBeTrue();
        (returned.Status, returned.TaskId).ShouldBe((GenerationStatus.Running, "task"));
    }

    [Test]
    public void An_answer_that_comes_too_late_changes_no_end_and_still_names_the_task_of_an_expired_one(
        [Values(GenerationStatus.Delivered, GenerationStatus.Failed, GenerationStatus.Cancelled, GenerationStatus.Expired)] GenerationStatus end)
    {
        var generation = In(end);
        var task = generation.TaskId;
        generation.Accept("late");
        (generation.Status, generation.TaskId).ShouldBe((end, end == GenerationStatus.Expired ? task ?? "late" : task));
    }

    [Test]
    public void Only_an_expired_order_s_result_comes_late()
    {
        var running = In(GenerationStatus.Running);
        running.ArriveLate(Picture, 18).ShouldBeFalse();
        (running.IsLate, running.Result.Count).ShouldBe((false, 0));

        var expired = In(GenerationStatus.Expired);
        expired.ArriveLate(Picture, 18);
        (expired.Result, expired.CreditsSpent).ShouldBe((Picture, 18));
    }

    [Test]
    public void A_result_in_files_can_be_asked_for_as_it_was_made()
    {
        In(GenerationStatus.Succeeded).HasFiles.ShouldBeTrue();
        In(GenerationStatus.Delivered).HasFiles.ShouldBeTrue();
        In(GenerationStatus.Running).HasFiles.ShouldBeFalse();
        In(GenerationStatus.Expired).HasFiles.ShouldBeFalse();
        var late = In(GenerationStatus.Expired);
        late.ArriveLate(Picture, 18);
        late.HasFiles.ShouldBeTrue();

        var text = In(GenerationStatus.Running);
        text.Succeed([new ResultItem(OutputKind.Text, null, "words")], 1, Now);
        text.HasFiles.ShouldBeFalse();
        text.Renew([.. Picture, new ResultItem(OutputKind.Text, null, "words")]);
        (text.Result.Count, text.HasFiles).ShouldBe((2, true));
    }

    [Test]
    public void A_result_that_is_gone_fails_the_order_unless_it_was_a_present()
    {
        var paid = In(GenerationStatus.Succeeded);
        paid.Lose("404", Now.AddSeconds(8));
        (paid.Status, paid.Failure, paid.Detail, paid.FinishedAt, paid.Result.Count)
            .ShouldBe((GenerationStatus.Failed, FailureReason.ResultLost, "404", Now.AddSeconds(8), 0));

        var late = In(GenerationStatus.Expired);
        late.ArriveLate(Picture, 18);
        late.Lose("404", Now);
        (late.Status, late.Failure, late.Result.Count).ShouldBe((GenerationStatus.Expired, FailureReason.TimedOut, 0));
    }

    [Test]
    public void What_waits_for_the_customers_return_waits_until_it_has_reached_them()
    {
        var generation = In(GenerationStatus.Succeeded);
        generation.KeepForReturn();
        generation.IsUndeliverable.ShouldBeTrue();
        generation.Deliver();
        (generation.IsUndeliverable, generation.Status).ShouldBe((false, GenerationStatus.Delivered));
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

    [Test]
    public void A_late_result_that_could_not_be_delivered_still_waits_after_the_word_of_the_failure()
    {
        var generation = In(GenerationStatus.Expired);
        generation.KeepForReturn();
        generation.ReachWithFailure();
        generation.IsUndeliverable.ShouldBeFalse();

        generation.ArriveLate(Picture, null);
        generation.KeepForReturn();
        generation.ReachWithFailure();
        generation.IsUndeliverable.ShouldBeTrue();
        generation.Deliver();
        generation.IsUndeliverable.ShouldBeFalse();
    }
}
