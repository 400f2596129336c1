using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Generations;

/// <summary>Several variations are one order for the customer: one price, one agreement. Each has its own money and its own end.</summary>
public sealed class VariationTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(20);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task Four_variations_have_one_price_and_four_results()
    {
        var view = await Offered(4);
        (view.Quote.Price, view.ListPrice).ShouldBe((Money.Rubles(56.56m), Money.Rubles(14.14m)));
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generations.Count.ShouldBe(4);
        (await Balance()).ShouldBe((Money.Rubles(85.86m - 56.56m), Money.Rubles(56.56m)));

        await Shop.Pass(AMoment);
        (await Balance()).ShouldBe((Money.Rubles(85.86m - 56.56m), Money.Zero));
        Shop.Chat.Results.Count.ShouldBe(5);
        var told = Shop.Chat.Receipts.Last().Batch.ShouldNotBeNull();
        (told.Count, told.Done, told.Open, told.Taken).ShouldBe((4, 4, 0, Money.Rubles(56.56m)));
    }

    [Test]
    public async Task One_that_fails_gives_its_own_share_back_and_nothing_else()
    {
        var view = await Offered(4);
        await Shop.Confirm(_user, view.Draft.Id);
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "500"));
        await Shop.Pass(AMoment);
        (await Balance()).ShouldBe((Money.Rubles(85.86m - 42.42m), Money.Zero));
        Shop.Chat.Failures.Count.ShouldBe(1);
        var told = Shop.Chat.Receipts.Last().Batch.ShouldNotBeNull();
        (told.Done, told.Ended, told.Taken).ShouldBe((3, 1, Money.Rubles(42.42m)));
    }

    [Test]
    public async Task A_second_press_orders_nothing_more()
    {
        var view = await Offered(2);
        await Task.WhenAll(Shop.Confirm(_user, view.Draft.Id), Shop.Confirm(_user, view.Draft.Id));
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.AlreadyStarted>();
        (await Balance()).ShouldBe((Money.Rubles(85.86m - 28.28m), Money.Rubles(28.28m)));
    }

    [Test]
    public async Task Money_for_some_of_them_only_orders_none()
    {
        var poor = await Shop.Payer(new Money(4000));
        var made = await Shop.Order(poor);
        var view = (await Shop.Send(new RepeatGeneration(poor, made, 2))).ShouldBeOfType<WizardView.Confirm>();
        view.Missing.ShouldBe(new Money(1414 + 2828 - 4000));
        (await Shop.Confirm(poor, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.NotEnoughMoney);
        (await Shop.Balance(poor)).Reserved.ShouldBe(new Money(1414));
    }

    [Test]
    public async Task As_long_as_none_has_left_all_of_them_can_be_taken_back()
    {
        var view = await Offered(4);
        await Shop.Confirm(_user, view.Draft.Id);
        (await Shop.Send(new CancelGeneration(_user, view.Draft.Id))).ShouldBe(CancelOutcome.Cancelled);
        (await Balance()).ShouldBe((Money.Rubles(85.86m), Money.Zero));
        (await Shop.Send(new CancelGeneration(_user, view.Draft.Id))).ShouldBe(CancelOutcome.CancelledBefore);
    }

    [Test]
    public async Task Free_variations_that_are_taken_back_are_there_again()
    {
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);
        var four = (await Shop.Send(new RepeatGeneration(_user, view.Draft.Id, 4))).ShouldBeOfType<WizardView.Confirm>();
        await Shop.Confirm(_user, four.Draft.Id);
        (await Shop.Send(new CancelGeneration(_user, four.Draft.Id))).ShouldBe(CancelOutcome.Cancelled);
        (await Shop.Balance(_user)).Free.Today.ShouldBe(4);
    }

    [Test]
    public async Task Those_beyond_the_customers_share_wait_for_their_turn_and_more_may_be_ordered()
    {
        await Shop.Confirm(_user, (await Offered(4)).Draft.Id);
        (await Shop.Confirm(_user, (await Shop.PaidDraft(_user)).Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    public async Task Free_ones_are_taken_for_all_or_for_none()
    {
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);
        var four = (await Shop.Send(new RepeatGeneration(_user, view.Draft.Id, 4))).ShouldBeOfType<WizardView.Confirm>();
        four.Quote.Price.ShouldBe(Money.Zero);
        await Shop.Confirm(_user, four.Draft.Id);
        (await Shop.Balance(_user)).Free.Today.ShouldBe(0);

        await Shop.Pass(AMoment);
        (await Shop.Send(new RepeatGeneration(_user, view.Draft.Id, 2))).ShouldBeOfType<WizardView.Confirm>().Quote.Price.IsZero.ShouldBeFalse();
    }

    [Test]
    public async Task What_is_ordered_next_is_one_again()
    {
        var view = await Offered(4);
        (await Shop.PaidDraft(_user)).Draft.Copies.ShouldBe(1);
        view.Draft.Copies.ShouldBe(4);
    }

    private async Task<WizardView.Confirm> Offered(int copies)
    {
        var made = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        return (await Shop.Send(new RepeatGeneration(_user, made, copies))).ShouldBeOfType<WizardView.Confirm>();
    }

    private async Task<(Money Available, Money Reserved)> Balance()
    {
        var balance = await Shop.Balance(_user);
        return (balance.Available, balance.Reserved);
    }
}
