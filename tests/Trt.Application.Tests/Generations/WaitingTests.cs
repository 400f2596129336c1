using Trt.Application.BackOffice.Settings;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>What cannot start at once waits, if its customer likes: for starts that are paused, for a model that rests, for their own orders.</summary>
public sealed class WaitingTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(15);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task The_price_card_says_what_it_would_wait_for_since_when_and_until_when()
    {
        var since = Shop.Clock.GetUtcNow();
        await StartsArePaused();

        var wait = (await Shop.PaidDraft(_user)).Wait.ShouldNotBeNull();
        wait.IsAgreed.ShouldBeTrue();
        (wait.Place.Reason, wait.Place.Since).ShouldBe((WaitReason.StartsPaused, since));
        wait.Until.ShouldBe(Shop.Clock.GetUtcNow() + Shop.Settings.Terms.Orders.WaitMax);
    }

    [Test]
    public async Task What_waits_for_paused_starts_begins_by_itself_in_the_order_in_which_it_came()
    {
        await StartsArePaused();
        var boris = await Shop.NewCustomer(1000);
        GenerationId[] orders = [await Waits(_user, "1K"), await Waits(boris, "2K"), await Waits(_user, "4K")];
        await Shop.Pass(TimeSpan.FromMinutes(4));
        Shop.Provider.Orders.Count.ShouldBe(1, "the one that found the account empty");

        await Shop.Pass(TimeSpan.FromMinutes(2));
        foreach (var order in orders)
        {
            (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Delivered);
        }

        // Customers take turns; within one customer the first comes first.
        Shop.Provider.Orders.Skip(1).Select(order => ((TextValue)order.Inputs["resolution"]).Text).ShouldBe(["1K", "2K", "4K"]);
    }

    [Test]
    public async Task What_could_never_start_is_given_back_when_it_was_promised_and_not_before()
    {
        await StartsArePausedByHand("yes");
        var order = await Waits(_user, "1K");
        var until = (await Shop.Generation(order)).Deadline;
        until.ShouldBe((await Shop.Generation(order)).CreatedAt + Shop.Settings.Terms.Orders.WaitMax);

        await Shop.Pass(until - Shop.Clock.GetUtcNow() - TimeSpan.FromSeconds(5));
        await Shop.EndOverdue();
        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Queued);
        Shop.Chat.Failures.ShouldBeEmpty();

        await Shop.Pass(TimeSpan.FromSeconds(20));
        var told = Shop.Chat.Failures.ShouldHaveSingleItem();
        (told.Generation.Status, told.Generation.HasNeverLeft, told.Balance).ShouldBe((GenerationStatus.Expired, true, Money.Rubles(1000)));
        Shop.Provider.Orders.ShouldBeEmpty();
    }

    [Test]
    public async Task A_promise_is_kept_although_whoever_should_begin_it_is_stuck()
    {
        await StartsArePausedByHand("yes");
        var order = await Waits(_user, "1K");
        await Shop.Execute("UPDATE outbox SET parked_at = now() WHERE lane = 'Submit'");

        Shop.Clock.Advance(Shop.Settings.Terms.Orders.WaitMax + TimeSpan.FromMinutes(1.5));
        await Shop.EndOverdue();
        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Expired);
    }

    [Test]
    public async Task While_it_waits_it_can_be_taken_back_and_costs_nothing()
    {
        await StartsArePausedByHand("yes");
        var order = await Waits(_user, "1K");
        await Shop.Pass(TimeSpan.FromMinutes(10));

        (await Shop.Send(new CancelGeneration(_user, order))).ShouldBe(CancelOutcome.Cancelled);
        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(1000));
        await StartsArePausedByHand("no");
        await Shop.Pass(AMoment);
        Shop.Provider.Orders.ShouldBeEmpty();
    }

    [Test]
    public async Task An_account_that_is_empty_still_fails_nobody_who_waits()
    {
        await StartsArePaused();
        var order = await Waits(_user, "1K");
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402"));
        await Shop.Pass(TimeSpan.FromMinutes(6));
        Shop.Provider.Orders.Count.ShouldBe(2);
        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Queued);

        await Shop.Pass(TimeSpan.FromMinutes(6));
        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Chat.Failures.ShouldHaveSingleItem("only the one that nobody had told to wait");
    }

    [Test]
    public async Task The_operators_switch_stops_starts_and_lets_them_go_on()
    {
        await StartsArePausedByHand("yes");
        var view = await Shop.PaidDraft(_user);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.StartsPaused);
        (await Shop.Balance(_user)).Reserved.ShouldBe(Money.Zero);

        await StartsArePausedByHand("no");
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        await Shop.Pass(AMoment);
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_filled_in_order_waits_for_a_model_that_rests()
    {
        var view = await Shop.PaidDraft(_user);
        var well = Shop.Catalog.Current;
        Shop.Catalog.Current = Resting(well, view.Card.Id);

        var offered = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Unavailable>().Waiting.ShouldNotBeNull();
        offered.Wait!.Place.Reason.ShouldBe(WaitReason.ModelRests);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        await WaitFor(_user, view.Draft.Id);
        await Shop.Pass(TimeSpan.FromMinutes(10));
        Shop.Provider.Orders.ShouldBeEmpty();

        Shop.Catalog.Current = well;
        await Shop.Pass(AMoment);
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_new_order_for_a_model_that_rests_is_asked_to_its_end_and_waits()
    {
        var well = Shop.Catalog.Current;
        var begin = new BeginDraft(_user, new ModelId("nano-banana-pro"));
        Shop.Catalog.Current = Resting(well, begin.Model);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Shop.Send(begin)).ShouldBeOfType<WizardView.Unavailable>();
        var view = await Shop.Draft(_user, begin with { Waits = true }, ("prompt", "a lighthouse"), ("resolution", "1K"));
        view.Wait!.Place.Reason.ShouldBe(WaitReason.ModelRests);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>("an ordinary button promises no start");
        await WaitFor(_user, view.Draft.Id);

        Shop.Catalog.Current = well;
        await Shop.Pass(AMoment);
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task More_orders_than_run_at_a_time_wait_for_those_before_them()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        for (var order = 0; order < Shop.Settings.OpenPerCustomerMax; order++)
        {
            await Shop.Order(_user);
        }

        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var fourth = await Shop.Order(_user);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var fifth = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        Shop.Provider.Orders.Count.ShouldBe(Shop.Settings.OpenPerCustomerMax);
        (await Shop.Send(new ShowGeneration(_user, fifth)))!.Queue.ShouldBe(new QueuePlace(WaitReason.OwnOrders, 4));

        Shop.Provider.NextReading(FakeProvider.Done());
        await Shop.Pass(TimeSpan.FromSeconds(30));
        (await Shop.Generation(fourth)).Status.ShouldBe(GenerationStatus.Running);
        (await Shop.Generation(fifth)).Status.ShouldBe(GenerationStatus.Queued);
    }

    [Test]
    public async Task Nobody_elses_orders_wait_for_those_of_one_customer()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        for (var order = 0; order < Shop.Settings.OpenPerCustomerMax + 2; order++)
        {
            await Shop.Order(_user);
        }

        var another = await Shop.Order(await Shop.NewCustomer(100));
        await Shop.Pass(AMoment);
        (await Shop.Generation(another)).Status.ShouldBe(GenerationStatus.Running);
    }

    /// <summary>Somebody's order has found the provider's account empty.</summary>
    private async Task StartsArePaused()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402"));
        await Shop.Order(await Shop.NewCustomer(100));
        await Shop.RunDue(Application.Later.Lane.Submit);
        await Shop.RefreshTerms();
    }

    private async Task StartsArePausedByHand(string value)
    {
        await Shop.Send(new ChangeSetting("order.starts_paused", value, "operator:test", "because"));
        await Shop.RefreshTerms();
    }

    private async Task<GenerationId> Waits(UserId user, string resolution)
    {
        var view = await Shop.PaidDraft(user, resolution);
        await WaitFor(user, view.Draft.Id);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        return view.Draft.Id;
    }

    private async Task WaitFor(UserId user, GenerationId draft) =>
        (await Shop.Send(new ConfirmGeneration(user, draft, 7, new Cid("test"), Waits: true))).ShouldBeOfType<ConfirmResult.Started>();

    private ModelCatalog Resting(ModelCatalog cards, ModelId model) => new(cards.Version, cards.Cards.Select(card => card.Id == model
        ? card with { Status = ModelStatus.Paused, RestsSince = Shop.Clock.GetUtcNow() }
        : card));
}
