using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Users;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>From the confirmed order to its end, through every kind of answer the provider and the chat can give.</summary>
public sealed class OneGenerationTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);

    private UserId _user;

    private static readonly Uri Home = new("https://shop.example");

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    [Property("Case", 3)]
    public async Task A_verified_result_takes_the_money_once_and_comes_with_a_receipt()
    {
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        await Has(available: 85.86m, reserved: 0);
        Shop.Chat.Results.ShouldHaveSingleItem().Items.ShouldHaveSingleItem();
        Shop.Chat.Receipts.ShouldHaveSingleItem().Balance.ShouldBe(Money.Rubles(85.86m));
    }

    [Test]
    [Property("Case", 49)]
    public async Task The_provider_gets_exactly_the_checked_inputs_and_an_address_to_call_back()
    {
        await Reopen(Shop.Settings with { PublicBase = Home });
        await Shop.Order(await Shop.NewCustomer(100), "4K");
        await Shop.Pass(AMoment);

        var order = Shop.Provider.Orders.ShouldHaveSingleItem();
        order.Inputs["resolution"].ShouldBe(new TextValue("4K"));
        order.Inputs["aspect_ratio"].ShouldBe(new TextValue("1:1"));
        order.Callback!.AbsoluteUri.ShouldStartWith("https://shop.example/callbacks/kie/");
    }

    [TestCase(ProviderRefusal.InvalidInput, FailureReason.InvalidInput)]
    [TestCase(ProviderRefusal.Moderation, FailureReason.Moderation)]
    [TestCase(ProviderRefusal.ModelUnavailable, FailureReason.ModelUnavailable)]
    [TestCase(ProviderRefusal.NoCredits, FailureReason.ShopPaused)]
    [TestCase(ProviderRefusal.Unauthorized, FailureReason.ShopPaused)]
    [TestCase(ProviderRefusal.Other, FailureReason.ProviderError)]
    public async Task A_refused_order_brings_the_money_back_and_says_why(ProviderRefusal refusal, FailureReason reason)
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(refusal, "no"));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Failure.ShouldBe(reason);
        await Has(available: 100, reserved: 0);
        Shop.Chat.Failures.ShouldHaveSingleItem().Balance.ShouldBe(Money.Rubles(100));
    }

    [Test]
    [Property("Case", 28)]
    public async Task An_empty_provider_account_stops_further_starts_for_a_while_and_calls_the_operator()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402"));
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        var waiting = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        Shop.Provider.Orders.Count.ShouldBe(1);
        Shop.Chat.Failures.ShouldHaveSingleItem();
        Shop.Mail.Alerts.ShouldHaveSingleItem();
        (await Shop.Generation(waiting)).Status.ShouldBe(GenerationStatus.Queued);

        await Shop.Pass(Shop.Settings.ImageDeadline + TimeSpan.FromSeconds(15));
        (await Shop.Generation(waiting)).Status.ShouldBe(GenerationStatus.Expired);
        await Has(available: 100, reserved: 0);

        Shop.Clock.Advance(TimeSpan.FromMinutes(3));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task While_starts_are_paused_nobody_is_asked_to_pay_for_one()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402"));
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        await Shop.RefreshTerms();

        var view = await Shop.PaidDraft(_user);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.StartsPaused);
        await Has(available: 100, reserved: 0);

        Shop.Clock.Advance(TimeSpan.FromMinutes(6));
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    public async Task Twenty_orders_that_fail_alike_are_one_letter_to_the_operator()
    {
        for (var order = 0; order < 20; order++)
        {
            Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.ModelUnavailable, "422"));
            await Shop.Order(_user);
            await Shop.Pass(TimeSpan.FromSeconds(2));
        }

        Shop.Mail.Alerts.ShouldHaveSingleItem();
        Shop.Clock.Advance(TimeSpan.FromMinutes(16));
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.ModelUnavailable, "422"));
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        Shop.Mail.Alerts.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_provider_that_says_later_is_asked_later_and_the_money_stays_reserved()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.TryLater(TimeSpan.FromSeconds(10), "429"));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Queued);
        await Has(available: 85.86m, reserved: 14.14m);

        await Shop.Pass(TimeSpan.FromSeconds(15));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Provider.Orders.Count.ShouldBe(2);
    }

    [Test]
    [Property("Case", 2)]
    public async Task An_order_of_unknown_fate_is_never_sent_again_and_is_paid_back_at_the_deadline()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Uncertain);
        await Has(available: 85.86m, reserved: 14.14m);

        await Shop.Pass(Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Expired);
        Shop.Provider.Orders.Count.ShouldBe(1);
        await Has(available: 100, reserved: 0);
        Shop.Mail.Alerts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task The_callback_of_a_lost_order_tells_its_task_and_the_customer_gets_the_result()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await CallBack(id, "task-77")).ShouldBe(CallbackOutcome.Noted);
        await Shop.Pass(AMoment);

        var generation = await Shop.Generation(id);
        (generation.Status, generation.TaskId).ShouldBe((GenerationStatus.Delivered, "task-77"));
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_callback_that_names_the_task_before_the_answer_is_lost_leads_to_its_customer()
    {
        var id = await Shop.Order(_user);
        Shop.Provider.During(async () => await CallBack(id, "task-77"), new SubmitOutcome.Unknown("connection cut"));
        await Shop.Pass(AMoment);

        var generation = await Shop.Generation(id);
        (generation.Status, generation.TaskId).ShouldBe((GenerationStatus.Delivered, "task-77"));
        Shop.Chat.Results.Count.ShouldBe(1);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_callback_for_an_order_whose_process_died_leads_to_its_customer()
    {
        var id = await Shop.Order(_user);
        await DieDuringTheCall(id);
        (await CallBack(id, "task-77")).ShouldBe(CallbackOutcome.Noted);
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Provider.Orders.ShouldBeEmpty();
        await Has(available: 85.86m, reserved: 0);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_order_that_was_called_back_about_runs_whatever_the_answer_claims(bool mayComeAgain)
    {
        var id = await Shop.Order(_user);
        Shop.Provider.During(
            async () => await CallBack(id, "task-77"),
            mayComeAgain ? new SubmitOutcome.TryLater(TimeSpan.FromSeconds(1), "429") : new SubmitOutcome.Refused(ProviderRefusal.Other, "500"));
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Provider.Orders.Count.ShouldBe(1);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task Where_the_provider_calls_a_picture_costs_one_look_not_twelve()
    {
        await Reopen(Shop.Settings with { PublicBase = Home });
        _user = await Shop.NewCustomer(100);
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(14));
        Shop.Provider.Reads.ShouldBeEmpty();

        Shop.Provider.UsualReading = FakeProvider.Done();
        await CallBack(id, "task-1");
        await Shop.Pass(TimeSpan.Zero);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Provider.Reads.Count.ShouldBe(1);
    }

    [Test]
    public async Task Who_was_called_for_does_not_wait_behind_those_who_look_by_themselves()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        await Shop.Execute("UPDATE pace_slots SET used_at = '2026-11-21 09:00:30+00' WHERE name = 'read'");

        Shop.Provider.UsualReading = FakeProvider.Done();
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Running);
        await CallBack(id, "task-1");
        await Shop.Pass(TimeSpan.Zero);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [TestCase(GenerationStatus.Queued)]
    [TestCase(GenerationStatus.Submitting)]
    [TestCase(GenerationStatus.Uncertain)]
    [TestCase(GenerationStatus.Running)]
    public async Task Work_that_was_put_aside_never_keeps_the_money(GenerationStatus stuck)
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        if (stuck == GenerationStatus.Uncertain)
        {
            Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("cut"));
        }

        var id = await Shop.Order(_user);
        if (stuck == GenerationStatus.Submitting)
        {
            await DieDuringTheCall(id);
        }
        else if (stuck != GenerationStatus.Queued)
        {
            await Shop.Pass(TimeSpan.FromSeconds(1));
        }

        (await Shop.Generation(id)).Status.ShouldBe(stuck);
        await Shop.Execute("UPDATE outbox SET parked_at = due_at");
        Shop.Clock.Advance(Shop.Settings.ImageDeadline);
        await Shop.EndOverdue();
        (await Shop.Generation(id)).Status.ShouldBe(stuck);

        Shop.Clock.Advance(TimeSpan.FromMinutes(2));
        await Shop.EndOverdue();
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Expired);
        await Shop.Pass(TimeSpan.Zero);
        await Has(available: 100, reserved: 0);
        Shop.Chat.Failures.ShouldHaveSingleItem();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_could_not_be_reached_finds_what_waited_with_their_next_word(bool hasResult)
    {
        Shop.Provider.UsualReading = hasResult ? FakeProvider.Done() : new TaskReading.Failed(ProviderRefusal.Other, "500");
        Shop.Chat.NextResult(new SendOutcome.RecipientGone()).NextFailure(new SendOutcome.RecipientGone());
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        Shop.Chat.Results.Count.ShouldBe(0);

        await Shop.Send(new EnterChat(_user, "Test", null, Language.Russian, new Cid("back")));
        await Shop.Pass(AMoment);
        (Shop.Chat.Results.Count, Shop.Chat.Failures.Count).ShouldBe(hasResult ? (1, 0) : (0, 1));
    }

    [Test]
    public async Task Word_of_a_refund_is_said_again_until_it_was_heard()
    {
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        Shop.Chat.NextFailure(new SendOutcome.Unknown("cut")).NextFailure(new SendOutcome.Unknown("cut"));
        await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(30));
        Shop.Chat.Failures.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Callbacks_that_nobody_can_place_are_kept_in_short_and_never_in_number()
    {
        var body = $$"""{"taskId":"nobodys","junk":"{{new string('x', 200_000)}}"}""";
        (await Shop.Send(new AcceptProviderCallback(null, null, "nobodys", body))).ShouldBe(CallbackOutcome.Orphan);
        (await Shop.Ask(db => db.ProviderCallbacks.SingleAsync())).Body.ShouldBeEmpty();

        await Shop.Execute(
            "INSERT INTO provider_callbacks (id, task_id, body, at) SELECT gen_random_uuid(), 'n' || n, '', '2026-11-21 09:00+00' FROM generate_series(1, 999) n");
        (await Shop.Send(new AcceptProviderCallback(null, null, "one-more", body))).ShouldBe(CallbackOutcome.NotKept);
        (await Shop.Ask(db => db.ProviderCallbacks.CountAsync())).ShouldBe(1000);

        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        (await CallBack(id, "task-1")).ShouldBe(CallbackOutcome.Noted);
    }

    [Test]
    public async Task A_callback_that_nobody_knows_is_told_to_the_operator_and_finds_its_order_later()
    {
        await Shop.Send(new AcceptProviderCallback(null, null, "task-of-a-stranger", "{}"));
        Shop.Clock.Advance(TimeSpan.FromMinutes(11));
        await Shop.Send(new TendOrphans());
        await Shop.Pass(TimeSpan.Zero);
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.TasksUnknown>().First.ShouldContain("task-of-a-stranger");

        var id = await Shop.Order(_user);
        await DieDuringTheCall(id);
        await Shop.Pass(TimeSpan.Zero);
        await Shop.Execute($"UPDATE generations SET task_id = 'task-of-a-stranger', status = 'Running' WHERE id = '{id.Value}'");
        await Shop.Send(new TendOrphans());
        await Shop.Pass(TimeSpan.Zero);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    [Property("Case", 52)]
    public async Task A_result_after_the_deadline_is_delivered_free_and_never_charged()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await Shop.Order(_user);
        await Shop.Pass(Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));
        await CallBack(id, "task-77");
        await Shop.Pass(TimeSpan.FromMinutes(11));

        var generation = await Shop.Generation(id);
        (generation.Status, generation.IsLate).ShouldBe((GenerationStatus.Expired, true));
        Shop.Chat.Results.Count.ShouldBe(1);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    [Property("Case", 42)]
    public async Task A_process_that_died_during_the_call_leaves_an_uncertain_order_not_a_second_one()
    {
        var id = await Shop.Order(_user);
        await DieDuringTheCall(id);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Uncertain);
        Shop.Provider.Orders.ShouldBeEmpty();
    }

    [Test]
    [Property("Case", 40)]
    public async Task A_forged_callback_changes_nothing()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await Shop.Send(new AcceptProviderCallback(id, "guessed", "task-evil", "{}"))).ShouldBe(CallbackOutcome.Forged);
        (await Shop.Generation(id)).TaskId.ShouldBeNull();
    }

    [Test]
    [Property("Case", 44)]
    public async Task Fifty_callbacks_at_once_end_the_order_once()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        Shop.Provider.UsualReading = FakeProvider.Done();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CallBack(id, "task-1")));
        await Shop.Pass(AMoment);

        Shop.Chat.Results.Count.ShouldBe(1);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    [Property("Case", 38)]
    public async Task A_callback_that_overtakes_the_answer_is_kept_and_finds_its_order()
    {
        (await Shop.Send(new AcceptProviderCallback(null, null, "task-1", """{"taskId":"task-1"}"""))).ShouldBe(CallbackOutcome.Orphan);
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(1));

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        (await Shop.Ask(db => db.ProviderCallbacks.SingleAsync())).GenerationId.ShouldBe(id);
    }

    [Test]
    public async Task A_lost_callback_costs_nothing_but_seconds()
    {
        Shop.Provider.NextReading(new TaskReading.Running()).NextReading(new TaskReading.Running());
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(15));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_failed_task_brings_the_money_back()
    {
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.ProviderError);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    [Property("Case", 1)]
    public async Task Success_without_any_output_is_a_failure_and_costs_nothing()
    {
        Shop.Provider.UsualReading = new TaskReading.Done([], 18);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.EmptyResult);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_result_behind_a_dead_address_is_a_failure_and_costs_nothing()
    {
        Shop.Probe.Usual = ResultPresence.Missing;
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.EmptyResult);
        Shop.Provider.Reads.Count.ShouldBe(2);
        Shop.Chat.Results.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_dead_address_that_was_only_old_is_replaced_by_a_fresh_one()
    {
        Shop.Probe.Next(ResultPresence.Missing);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_result_that_cannot_be_looked_at_right_now_is_waited_for()
    {
        Shop.Probe.Next(ResultPresence.Unclear).Next(ResultPresence.Unclear);
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(15));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task Unreadable_answers_are_no_reason_to_pay_back_before_the_deadline()
    {
        Shop.Provider.UsualReading = new TaskReading.Unreadable(null, "502");
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromMinutes(2));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Running);
        await Has(available: 85.86m, reserved: 14.14m);

        Shop.Provider.UsualReading = FakeProvider.Done();
        await Shop.Pass(TimeSpan.FromSeconds(30));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_file_that_can_no_longer_be_read_ends_the_order_before_it_costs_anything()
    {
        var photo = new MediaItem { FileId = "photo-1", FileUniqueId = "u1", Kind = MediaKind.Image, MimeType = "image/jpeg", Bytes = 1000 };
        await Shop.Send(new BeginDraft(_user, new ModelId("nano-banana-pro")));
        await Shop.Send(new AnswerField(_user, null, "a cat"));
        await Shop.Send(new AddFile(_user, photo));
        Shop.Files.Lost.Add(photo.FileId);
        await Shop.Send(new FinishFiles(_user, StartOver: false));
        var view = (WizardView.Confirm)await Shop.Send(new AnswerField(_user, "resolution", "1K"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);

        (await Shop.Generation(view.Draft.Id)).Failure.ShouldBe(FailureReason.InputLost);
        Shop.Provider.Orders.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_queued_order_can_be_taken_back()
    {
        var id = await Shop.Order(_user);
        (await Shop.Send(new CancelGeneration(_user, id))).ShouldBe(CancelOutcome.Cancelled);
        await Shop.Pass(AMoment);
        Shop.Provider.Orders.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_running_order_cannot_be_taken_back_and_a_strangers_order_is_not_found()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        (await Shop.Send(new CancelGeneration(_user, id))).ShouldBe(CancelOutcome.Begun);
        (await Shop.Send(new CancelGeneration(await Shop.NewCustomer(), id))).ShouldBe(CancelOutcome.NotFound);
    }

    [Test]
    public async Task A_free_generation_that_fails_is_given_back()
    {
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        (await Shop.Balance(_user)).FreeLeft.ShouldBe(4);
        await Shop.Pass(AMoment);
        (await Shop.Balance(_user)).FreeLeft.ShouldBe(5);
    }

    [Test]
    [Property("Case", 46)]
    public async Task Twenty_five_pictures_come_in_albums_of_ten()
    {
        Shop.Provider.UsualReading = new TaskReading.Done(
            [.. Enumerable.Range(1, 25).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        Shop.Chat.Results.Select(result => result.Items.Count).ShouldBe([10, 10, 5]);
    }

    [Test]
    public async Task A_delivery_that_stopped_half_way_goes_on_where_it_stopped()
    {
        Shop.Provider.UsualReading = new TaskReading.Done(
            [.. Enumerable.Range(1, 15).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
        Shop.Chat.NextResult(new SendOutcome.Sent(1, null)).NextResult(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429"));
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        Shop.Chat.Results.Select(result => result.Items.Count).ShouldBe([10, 5]);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_result_for_someone_who_left_waits_for_their_return()
    {
        Shop.Chat.NextResult(new SendOutcome.RecipientGone());
        var id = await Shop.Order(_user);
        await Shop.Send(new LeaveChat(_user));
        await Shop.Pass(AMoment);
        Shop.Chat.Results.ShouldBeEmpty();
        (await Shop.Generation(id)).IsUndeliverable.ShouldBeTrue();
        await Has(available: 85.86m, reserved: 0);

        await Shop.Send(new EnterChat(_user, "Back", null, Language.Russian, new Cid("back")));
        await Shop.Pass(AMoment);
        Shop.Chat.Results.Count.ShouldBe(1);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    private async Task DieDuringTheCall(GenerationId id) => await Shop.Ask(async db =>
    {
        await using var work = await db.Begin(default);
        (await db.LockGeneration(id, default))!.Submit(Shop.Clock.GetUtcNow());
        await work.Commit(default);
        return id;
    });

    private async Task<CallbackOutcome> CallBack(GenerationId id, string taskId)
    {
        var address = new CallbackAddress(Shop.Settings with { PublicBase = Home }).For(await Shop.Generation(id))!;
        return await Shop.Send(new AcceptProviderCallback(id, address.Segments[^1], taskId, """{"data":{}}"""));
    }

    private async Task Has(decimal available, decimal reserved)
    {
        var balance = await Shop.Balance(_user);
        (balance.Available, balance.Reserved).ShouldBe((Money.Rubles(available), Money.Rubles(reserved)));
    }
}
