using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Free;

/// <summary>Free generations that were earned: when they are spent, and where they go back to.</summary>
public sealed class FreeBankTests : ShopTest
{
    private UserId _user;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        Terms = new ShopTerms { Free = new FreeTerms { PerDay = 1 } },
        OpenPerCustomerMax = 100,
        CallbackSecret = [1],
    });

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer();

    [TearDown]
    public async Task Leave() => await EveryBankIsTheSumOfItsEntries();

    [Test]
    public async Task Earned_ones_are_spent_when_todays_are_used_up()
    {
        await Grant(2);
        (await Order()).Ticket!.Source.ShouldBe(FreeSource.Day);
        await Has(today: 0, earned: 2);

        var view = await Shop.FreeDraft(_user);
        (view.Quote.Price, view.Quote.IsFromBank, view.Funds.Free.Earned).ShouldBe((Money.Zero, true, 2));
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(_user)).Free.Earned.ShouldBe(1);
        (await Order()).Ticket!.Source.ShouldBe(FreeSource.Bank);
        await Has(today: 0, earned: 0);

        (await Shop.FreeDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(0.63m));
    }

    [Test]
    public async Task A_paid_model_is_not_given_for_an_earned_one()
    {
        await Grant(2);
        (await Shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(14.14m));
    }

    [Test]
    public async Task Each_failed_order_goes_back_to_where_it_was_taken_from()
    {
        await Grant(1);
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        await Order();
        await Order();
        await Has(today: 0, earned: 0);

        await Shop.Pass(TimeSpan.FromSeconds(5));
        await Has(today: 1, earned: 1);
        Shop.Chat.Failures.Last().Free.ShouldBe(new FreeRoom(1, 1), "nothing is used up any more");
    }

    [Test]
    public async Task A_cancelled_and_an_expired_order_give_the_earned_one_back_after_midnight_too()
    {
        await Grant(2);
        await Order();
        var cancelled = await Order();
        await Shop.Send(new CancelGeneration(_user, cancelled.Id));
        await Has(today: 0, earned: 2);

        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("connection cut")).NextSubmit(new SubmitOutcome.Unknown("connection cut"));
        var expired = await Order();
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        await Shop.Pass(TimeSpan.FromMinutes(11));
        (await Shop.Generation(expired.Id)).Status.ShouldBe(GenerationStatus.Expired);
        await Has(today: 1, earned: 2);
    }

    [Test]
    public async Task Sixty_four_presses_at_once_spend_one_earned_generation()
    {
        await Grant(5);
        await Order();
        var view = await Shop.FreeDraft(_user);

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Shop.Confirm(_user, view.Draft.Id)));

        results.Count(result => result is ConfirmResult.Started).ShouldBe(1);
        results.Count(result => result is ConfirmResult.AlreadyStarted).ShouldBe(63);
        await Has(today: 0, earned: 4);
    }

    [Test]
    public async Task Grants_and_orders_racing_each_other_lose_nothing()
    {
        await Grant(1);
        await Order();
        var view = await Shop.FreeDraft(_user);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            await Grant(1, $"friend:{number}");
            await Shop.Confirm(_user, view.Draft.Id);
        }));

        await Has(today: 0, earned: 16);
    }

    [Test]
    public async Task The_same_grant_twice_is_refused_whoever_gets_it()
    {
        await Grant(10, "invitation:42");
        await Should.ThrowAsync<DbUpdateException>(() => Grant(10, "invitation:42"));
        await Has(today: 1, earned: 10);
    }

    [Test]
    public async Task An_order_shown_as_todays_is_not_taken_from_the_earned_ones_without_asking()
    {
        await Grant(1);
        var view = await Shop.FreeDraft(_user);
        view.Quote.IsFromBank.ShouldBeFalse();
        await InOneSave(async db =>
            (await db.LockFreeAllowance(_user, Shop.Settings.DayOf(Shop.Clock.GetUtcNow()), default)).TryTake(1).ShouldBeTrue());

        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        await Has(today: 0, earned: 1);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        await Has(today: 0, earned: 0);
    }

    [Test]
    public async Task An_order_shown_as_earned_takes_todays_when_midnight_has_passed()
    {
        await Grant(1);
        await Order();
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 21, 20, 59, 0, TimeSpan.Zero));
        var view = await Shop.FreeDraft(_user);
        view.Quote.IsFromBank.ShouldBeTrue();
        Shop.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        await Has(today: 0, earned: 1);
    }

    private Task Grant(int count, string reference = "invitation:1") =>
        InOneSave(async db => (await db.LockFreeBank(_user, default)).Grant(count, reference, "a friend came", Shop.Clock.GetUtcNow()));

    private async Task InOneSave(Func<ITrtDb, Task> act) => await Shop.Ask(async db =>
    {
        await using var work = await db.Begin(default);
        await act(db);
        await work.Commit(default);
        return 0;
    });

    private async Task<Generation> Order()
    {
        var view = await Shop.FreeDraft(_user);
        return (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation;
    }

    private async Task Has(int today, int earned)
    {
        var free = (await Shop.Balance(_user)).Free;
        (free.Today, free.Earned).ShouldBe((today, earned));
    }

    private async Task EveryBankIsTheSumOfItsEntries()
    {
        var banks = await Shop.Ask(db => db.FreeBanks.AsNoTracking().ToListAsync());
        var sums = await Shop.Ask(db => db.FreeBankEntries
            .GroupBy(entry => entry.UserId)
            .Select(group => new { group.Key, Sum = group.Sum(entry => entry.Delta) })
            .ToDictionaryAsync(group => group.Key, group => group.Sum));
        banks.ShouldAllBe(bank => bank.Available == sums.GetValueOrDefault(bank.UserId));
    }
}
