using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Generations;

public sealed class ConfirmGenerationTests : ShopTest
{
    [Test]
    [Property("Case", 4)]
    public async Task Confirming_sets_the_price_aside_and_queues_the_order_in_one_save()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        view.Quote.Price.ShouldBe(Money.Rubles(14.14m));

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();

        var balance = await Shop.Balance(user);
        (balance.Available, balance.Reserved).ShouldBe((Money.Rubles(85.86m), Money.Rubles(14.14m)));
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Queued);
        (await Shop.RunDue(Lane.Submit)).ShouldBe(1);
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_second_press_meets_the_order_that_exists_and_costs_nothing()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        await Shop.Confirm(user, view.Draft.Id);

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.AlreadyStarted>();
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(14.14m));
        await Shop.MoneyAgrees();
    }

    [Test]
    [Property("Case", 15)]
    public async Task Thirty_two_presses_at_once_are_one_order_and_one_reservation()
    {
        var user = await Shop.NewCustomer(1000);
        var view = await Shop.PaidDraft(user);

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Shop.Confirm(user, view.Draft.Id)));

        results.Count(result => result is ConfirmResult.Started).ShouldBe(1);
        results.Count(result => result is ConfirmResult.AlreadyStarted).ShouldBe(31);
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(14.14m));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task Without_enough_money_nothing_moves_and_the_missing_kopecks_are_named()
    {
        var user = await Shop.NewCustomer(10);
        var view = await Shop.PaidDraft(user);

        var refused = (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();

        (refused.Reason, refused.Missing).ShouldBe((ConfirmRefusal.NotEnoughMoney, Money.Rubles(4.14m)));
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Zero);
        (await Shop.RunDue(Lane.Submit)).ShouldBe(0);
    }

    [Test]
    public async Task The_order_waits_and_can_be_confirmed_once_the_money_is_there()
    {
        var user = await Shop.NewCustomer(10);
        var view = await Shop.PaidDraft(user);
        await Shop.Confirm(user, view.Draft.Id);

        await Shop.Send(new AddMoney(user, 1000, "more", "test", "test"));
        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    [Property("Case", 7)]
    public async Task A_model_that_lost_its_price_says_so_before_it_looks_at_the_wallet()
    {
        var user = await Shop.NewCustomer();
        var view = await Shop.PaidDraft(user);
        Change("nano-banana-pro", card => card with { Prices = card.Prices with { Skus = [] } });

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.NoPrice);
    }

    [Test]
    public async Task A_withdrawn_model_cannot_be_ordered_from_an_old_button()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        Change("nano-banana-pro", card => card with { Status = ModelStatus.HiddenByOperator });

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task The_price_that_was_shown_holds_although_the_list_has_changed()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        MakeDearer();

        await Shop.Confirm(user, view.Draft.Id);
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(14.14m));
    }

    [Test]
    public async Task A_price_that_has_run_out_is_shown_and_asked_again()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        MakeDearer();
        Shop.Clock.Advance(Shop.Settings.QuoteLifetime);

        var refused = (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();
        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Zero);

        (await Shop.Send(new ShowDraft(user))).ShouldBeOfType<WizardView.Confirm>().Quote.Price.ShouldBe(Money.Rubles(28.29m));
        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(28.29m));
    }

    [Test]
    public async Task An_expired_order_is_refused_and_costs_nothing()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        Shop.Clock.Advance(Shop.Settings.DraftLifetime);

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.DraftGone);
    }

    [Test]
    public async Task Nobody_confirms_another_persons_order()
    {
        var owner = await Shop.NewCustomer(100);
        var stranger = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(owner);

        (await Shop.Confirm(stranger, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.DraftGone);
        (await Shop.Balance(stranger)).Reserved.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task A_customer_has_so_many_orders_waiting_and_no_more()
    {
        var user = await Shop.NewCustomer(1000);
        for (var order = 0; order < Shop.Settings.OpenPerCustomerMax + Shop.Settings.WaitingPerCustomerMax; order++)
        {
            await Shop.Order(user);
        }

        var view = await Shop.PaidDraft(user);
        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.TooManyUnderWay);
    }

    [Test]
    [Property("Case", 30)]
    public async Task Free_ones_take_no_money_and_end_at_the_days_limit_with_the_paid_way_offered()
    {
        await Reopen(new ShopOptions { OpenPerCustomerMax = 10, CallbackSecret = [1] });
        var user = await Shop.NewCustomer(10);
        for (var order = 0; order < 5; order++)
        {
            var free = await Shop.FreeDraft(user);
            free.Quote.Price.ShouldBe(Money.Zero);
            (await Shop.Confirm(user, free.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
            (await Shop.Balance(user)).Free.Today.ShouldBe(4 - order);
        }

        var paid = await Shop.FreeDraft(user);
        paid.Quote.Price.ShouldBe(Money.Rubles(0.63m));
        (await Shop.Confirm(user, paid.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(0.63m));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_free_offer_that_is_used_up_meanwhile_asks_before_it_costs_anything()
    {
        await Reopen(new ShopOptions { Terms = new ShopTerms { Free = new FreeTerms { PerDay = 1 } }, CallbackSecret = [1] });
        var user = await Shop.NewCustomer(10);
        var view = await Shop.FreeDraft(user);
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            (await db.LockFreeAllowance(user, Shop.Settings.DayOf(Shop.Clock.GetUtcNow()), default)).TryTake(1);
            await work.Commit(default);
            return 0;
        });

        (await Shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Zero);
    }

    [Test]
    [Property("Case", 33)]
    public async Task The_free_ones_come_back_at_midnight_of_the_shops_zone()
    {
        var user = await Shop.NewCustomer();
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 21, 20, 59, 59, TimeSpan.Zero));
        var view = await Shop.FreeDraft(user);
        await Shop.Confirm(user, view.Draft.Id);
        (await Shop.Balance(user)).FreeLeft.ShouldBe(4);

        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Shop.Balance(user)).FreeLeft.ShouldBe(5);
    }

    [Test]
    [Property("Case", 83)]
    public async Task The_same_update_delivered_again_has_no_second_effect()
    {
        var user = await Shop.NewCustomer(100);
        var view = await Shop.PaidDraft(user);
        await Shop.Confirm(user, view.Draft.Id, updateId: 4711);
        var other = await Shop.PaidDraft(user);

        await Should.ThrowAsync<DuplicateUpdateException>(() => Shop.Confirm(user, other.Draft.Id, updateId: 4711));
        (await Shop.Balance(user)).Reserved.ShouldBe(Money.Rubles(14.14m));
        (await Shop.Ask(db => db.Generations.CountAsync(generation => generation.UserId == user))).ShouldBe(1);
    }

    private void MakeDearer() => Change("nano-banana-pro", card => card with
    {
        Prices = card.Prices with { Skus = [.. card.Prices.Skus.Select(sku => sku with { Credits = sku.Credits * 2 })] },
    });

    private void Change(string model, Func<ModelCard, ModelCard> change) => Shop.Catalog.Current = new ModelCatalog(
        "changed", Shop.Catalog.Current.Cards.Select(card => card.Id.Value == model ? change(card) : card));
}
