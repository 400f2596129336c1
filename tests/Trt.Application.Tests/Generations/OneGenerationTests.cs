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
public sealed class OneGenerationTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);

    private TestShop _shop = null!;
    private UserId _user;

    [SetUp]
    public async Task Open()
    {
        _shop = await TestShop.Open();
        _user = await _shop.NewCustomer(100);
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_verified_result_takes_the_money_once_and_comes_with_a_receipt()
    {
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);

        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        await Has(available: 85.86m, reserved: 0);
        _shop.Chat.Results.ShouldHaveSingleItem().Items.ShouldHaveSingleItem();
        _shop.Chat.Receipts.ShouldHaveSingleItem().Balance.ShouldBe(Money.Rubles(85.86m));
    }

    [Test]
    public async Task The_provider_gets_exactly_the_checked_inputs_and_an_address_to_call_back()
    {
        await _shop.Order(_user, "4K");
        await _shop.Pass(AMoment);

        var order = _shop.Provider.Orders.ShouldHaveSingleItem();
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
        _shop.Provider.NextSubmit(new SubmitOutcome.Refused(refusal, "no"));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);

        (await _shop.Generation(id)).Failure.ShouldBe(reason);
        await Has(available: 100, reserved: 0);
        _shop.Chat.Failures.ShouldHaveSingleItem().Balance.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task An_empty_provider_account_stops_further_starts_for_a_while_and_calls_the_operator()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402"));
        await _shop.Order(_user);
        await _shop.Pass(AMoment);
        await _shop.Order(_user);
        await _shop.Pass(AMoment);

        _shop.Provider.Orders.Count.ShouldBe(1);
        _shop.Chat.Failures.Count.ShouldBe(2);
        _shop.Chat.Alerts.ShouldHaveSingleItem();
        await Has(available: 100, reserved: 0);

        _shop.Clock.Advance(TimeSpan.FromMinutes(6));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_provider_that_says_later_is_asked_later_and_the_money_stays_reserved()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.TryLater(TimeSpan.FromSeconds(10), "429"));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Queued);
        await Has(available: 85.86m, reserved: 14.14m);

        await _shop.Pass(TimeSpan.FromSeconds(15));
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        _shop.Provider.Orders.Count.ShouldBe(2);
    }

    [Test]
    public async Task An_order_of_unknown_fate_is_never_sent_again_and_is_paid_back_at_the_deadline()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Uncertain);
        await Has(available: 85.86m, reserved: 14.14m);

        await _shop.Pass(_shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));

        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Expired);
        _shop.Provider.Orders.Count.ShouldBe(1);
        await Has(available: 100, reserved: 0);
        _shop.Chat.Alerts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task The_callback_of_a_lost_order_tells_its_task_and_the_customer_gets_the_result()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);

        (await CallBack(id, "task-77")).ShouldBe(CallbackOutcome.Noted);
        await _shop.Pass(AMoment);

        var generation = await _shop.Generation(id);
        (generation.Status, generation.TaskId).ShouldBe((GenerationStatus.Delivered, "task-77"));
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_result_after_the_deadline_is_delivered_free_and_never_charged()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await _shop.Order(_user);
        await _shop.Pass(_shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));
        await CallBack(id, "task-77");
        await _shop.Pass(TimeSpan.FromMinutes(11));

        var generation = await _shop.Generation(id);
        (generation.Status, generation.IsLate).ShouldBe((GenerationStatus.Expired, true));
        _shop.Chat.Results.Count.ShouldBe(1);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_process_that_died_during_the_call_leaves_an_uncertain_order_not_a_second_one()
    {
        var id = await _shop.Order(_user);
        await _shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            (await db.LockGeneration(id, default))!.Submit(_shop.Clock.GetUtcNow());
            await work.Commit(default);
            return 0;
        });

        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Uncertain);
        _shop.Provider.Orders.ShouldBeEmpty();
    }

    [Test]
    public async Task A_forged_callback_changes_nothing()
    {
        _shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);

        (await _shop.Send(new AcceptProviderCallback(id, "guessed", "task-evil", "{}"))).ShouldBe(CallbackOutcome.Forged);
        (await _shop.Generation(id)).TaskId.ShouldBeNull();
    }

    [Test]
    public async Task Fifty_callbacks_at_once_end_the_order_once()
    {
        _shop.Provider.UsualReading = new TaskReading.Running();
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(1));
        _shop.Provider.UsualReading = FakeProvider.Done();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CallBack(id, "task-1")));
        await _shop.Pass(AMoment);

        _shop.Chat.Results.Count.ShouldBe(1);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_callback_that_overtakes_the_answer_is_kept_and_finds_its_order()
    {
        (await _shop.Send(new AcceptProviderCallback(null, null, "task-1", """{"taskId":"task-1"}"""))).ShouldBe(CallbackOutcome.Orphan);
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(1));

        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        (await _shop.Ask(db => db.ProviderCallbacks.SingleAsync())).GenerationId.ShouldBe(id);
    }

    [Test]
    public async Task A_lost_callback_costs_nothing_but_seconds()
    {
        _shop.Provider.NextReading(new TaskReading.Running()).NextReading(new TaskReading.Running());
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(15));
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_failed_task_brings_the_money_back()
    {
        _shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Failure.ShouldBe(FailureReason.ProviderError);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task Success_without_any_output_is_a_failure_and_costs_nothing()
    {
        _shop.Provider.UsualReading = new TaskReading.Done([], 18);
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Failure.ShouldBe(FailureReason.EmptyResult);
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_result_behind_a_dead_address_is_a_failure_and_costs_nothing()
    {
        _shop.Probe.Usual = ResultPresence.Missing;
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Failure.ShouldBe(FailureReason.EmptyResult);
        _shop.Provider.Reads.Count.ShouldBe(2);
        _shop.Chat.Results.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_dead_address_that_was_only_old_is_replaced_by_a_fresh_one()
    {
        _shop.Probe.Next(ResultPresence.Missing);
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        await Has(available: 85.86m, reserved: 0);
    }

    [Test]
    public async Task A_result_that_cannot_be_looked_at_right_now_is_waited_for()
    {
        _shop.Probe.Next(ResultPresence.Unclear).Next(ResultPresence.Unclear);
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(15));
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task Unreadable_answers_are_no_reason_to_pay_back_before_the_deadline()
    {
        _shop.Provider.UsualReading = new TaskReading.Unreadable(null, "502");
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromMinutes(5));
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Running);
        await Has(available: 85.86m, reserved: 14.14m);

        _shop.Provider.UsualReading = FakeProvider.Done();
        await _shop.Pass(TimeSpan.FromMinutes(1));
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_file_that_can_no_longer_be_read_ends_the_order_before_it_costs_anything()
    {
        var photo = new MediaItem { FileId = "photo-1", FileUniqueId = "u1", Kind = MediaKind.Image, MimeType = "image/jpeg", Bytes = 1000 };
        await _shop.Send(new BeginDraft(_user, new ModelId("nano-banana-pro")));
        await _shop.Send(new AddFile(_user, photo));
        _shop.Files.Lost.Add(photo.FileId);
        await _shop.Send(new FinishFiles(_user, StartOver: false));
        await _shop.Send(new AnswerField(_user, null, "a cat"));
        var view = (WizardView.Confirm)await _shop.Send(new AnswerField(_user, "resolution", "1K"));
        await _shop.Confirm(_user, view.Draft.Id);
        await _shop.Pass(AMoment);

        (await _shop.Generation(view.Draft.Id)).Failure.ShouldBe(FailureReason.InputLost);
        _shop.Provider.Orders.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_queued_order_can_be_taken_back()
    {
        var id = await _shop.Order(_user);
        (await _shop.Send(new CancelGeneration(_user, id))).ShouldBe(CancelOutcome.Cancelled);
        await _shop.Pass(AMoment);
        _shop.Provider.Orders.ShouldBeEmpty();
        await Has(available: 100, reserved: 0);
    }

    [Test]
    public async Task A_running_order_cannot_be_taken_back_and_a_strangers_order_is_not_found()
    {
        _shop.Provider.UsualReading = new TaskReading.Running();
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(1));
        (await _shop.Send(new CancelGeneration(_user, id))).ShouldBe(CancelOutcome.TooLate);
        (await _shop.Send(new CancelGeneration(await _shop.NewCustomer(), id))).ShouldBe(CancelOutcome.NotFound);
    }

    [Test]
    public async Task A_free_generation_that_fails_is_given_back()
    {
        _shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var view = await _shop.FreeDraft(_user);
        await _shop.Confirm(_user, view.Draft.Id);
        (await _shop.Balance(_user)).FreeLeft.ShouldBe(4);
        await _shop.Pass(AMoment);
        (await _shop.Balance(_user)).FreeLeft.ShouldBe(5);
    }

    [Test]
    public async Task Twenty_five_pictures_come_in_albums_of_ten()
    {
        _shop.Provider.UsualReading = new TaskReading.Done(
            [.. Enumerable.Range(1, 25).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
        await _shop.Order(_user);
        await _shop.Pass(AMoment);
        _shop.Chat.Results.Select(result => result.Items.Count).ShouldBe([10, 10, 5]);
    }

    [Test]
    public async Task A_delivery_that_stopped_half_way_goes_on_where_it_stopped()
    {
        _shop.Provider.UsualReading = new TaskReading.Done(
            [.. Enumerable.Range(1, 15).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
        _shop.Chat.NextResult(new SendOutcome.Sent(1, null)).NextResult(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429"));
        var id = await _shop.Order(_user);
        await _shop.Pass(TimeSpan.FromSeconds(10));
        _shop.Chat.Results.Select(result => result.Items.Count).ShouldBe([10, 5]);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_result_for_someone_who_left_waits_for_their_return()
    {
        _shop.Chat.NextResult(new SendOutcome.RecipientGone());
        var id = await _shop.Order(_user);
        await _shop.Send(new LeaveChat(_user));
        await _shop.Pass(AMoment);
        _shop.Chat.Results.ShouldBeEmpty();
        (await _shop.Generation(id)).IsUndeliverable.ShouldBeTrue();
        await Has(available: 85.86m, reserved: 0);

        await _shop.Send(new EnterChat(_user, "Back", null, Language.Russian, new Cid("back")));
        await _shop.Pass(AMoment);
        _shop.Chat.Results.Count.ShouldBe(1);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    private async Task<CallbackOutcome> CallBack(GenerationId id, string taskId)
    {
        var address = new CallbackAddress(_shop.Settings).For(await _shop.Generation(id))!;
        return await _shop.Send(new AcceptProviderCallback(id, address.Segments[^1], taskId, """{"data":{}}"""));
    }

    private async Task Has(decimal available, decimal reserved)
    {
        var balance = await _shop.Balance(_user);
        (balance.Available, balance.Reserved).ShouldBe((Money.Rubles(available), Money.Rubles(reserved)));
    }
}
