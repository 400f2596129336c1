using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>An order is taken back: in its first seconds, while it waits, too late, twice.</summary>
public sealed class CancelTests : ShopTest
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private UserId _user;

    protected override Task<TestShop> OpenShop() => TestShop.Open(grace: Grace);

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task In_the_first_seconds_an_order_stays_here_and_the_money_is_back_at_once()
    {
        var id = await Shop.Order(_user);
        await Shop.Pass(Grace - TimeSpan.FromSeconds(1));
        Shop.Provider.Orders.ShouldBeEmpty();

        (await Cancel(id)).ShouldBe(CancelOutcome.Cancelled);
        await Has(100);
        await Shop.Pass(TimeSpan.FromMinutes(10));
        Shop.Provider.Orders.ShouldBeEmpty();
        Shop.Chat.Failures.ShouldBeEmpty();
    }

    [Test]
    public async Task After_them_it_leaves_by_itself_and_says_at_once_that_it_cannot_be_taken_back()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(Grace);

        Shop.Provider.Orders.Count.ShouldBe(1);
        Shop.Chat.Progresses.ShouldHaveSingleItem().Generation.Status.ShouldBe(GenerationStatus.Running);
        (await Cancel(id)).ShouldBe(CancelOutcome.Begun);
        await Has(100 - 14.14m, reserved: 14.14m);
    }

    [Test]
    public async Task Each_further_press_hears_how_it_is_and_changes_nothing()
    {
        var cancelled = await Shop.Order(_user);
        await Cancel(cancelled);
        (await Cancel(cancelled)).ShouldBe(CancelOutcome.CancelledBefore);
        var done = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Cancel(done)).ShouldBe(CancelOutcome.Ended);
        (await Shop.Send(new CancelGeneration(await Shop.NewCustomer(), cancelled))).ShouldBe(CancelOutcome.NotFound);

        await Has(100 - 14.14m);
        (await Shop.Ask(db => Task.FromResult(db.Ledger.Count(entry => entry.UserId == _user && entry.Kind == EntryKind.Release)))).ShouldBe(1);
    }

    [Test]
    public async Task A_free_one_is_there_again()
    {
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        (await Shop.Balance(_user)).FreeLeft.ShouldBe(4);

        (await Cancel(view.Draft.Id)).ShouldBe(CancelOutcome.Cancelled);
        (await Shop.Balance(_user)).FreeLeft.ShouldBe(5);
    }

    [Test]
    public async Task Its_message_tells_that_too_should_the_answer_to_the_press_be_lost()
    {
        var id = await Shop.Order(_user);
        await Cancel(id);
        await Shop.Pass(TimeSpan.FromMinutes(1));

        var told = Shop.Chat.Progresses.ShouldHaveSingleItem();
        told.Generation.Status.ShouldBe(GenerationStatus.Cancelled);
        told.Balance.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task The_shop_is_opened_anew_in_between_and_keeps_its_word_either_way()
    {
        var (kept, taken) = (await Shop.Order(_user), await Shop.Order(_user));
        await using var next = await Shop.OpenBeside();
        next.Clock.Advance(TimeSpan.FromSeconds(2));

        (await next.Send(new CancelGeneration(_user, taken))).ShouldBe(CancelOutcome.Cancelled);
        await next.Pass(TimeSpan.FromMinutes(1));

        next.Provider.Orders.Count.ShouldBe(1);
        Shop.Provider.Orders.ShouldBeEmpty();
        (await Shop.Generation(kept)).Status.ShouldBe(GenerationStatus.Delivered);
        (await Shop.Generation(taken)).Status.ShouldBe(GenerationStatus.Cancelled);
        await Has(100 - 14.14m);
    }

    [Test]
    public async Task The_operator_says_how_long_it_stays_and_nothing_at_all_is_possible()
    {
        await Reopen(Shop.Settings with { Terms = new ShopTerms() }, grace: TimeSpan.Zero);
        _user = await Shop.NewCustomer(100);
        await Shop.Order(_user);

        await Shop.RunDue(Application.Later.Lane.Submit);
        Shop.Provider.Orders.Count.ShouldBe(1);
    }

    private Task<CancelOutcome> Cancel(GenerationId id) => Shop.Send(new CancelGeneration(_user, id));

    private async Task Has(decimal available, decimal reserved = 0)
    {
        var balance = await Shop.Balance(_user);
        (balance.Available, balance.Reserved).ShouldBe((Money.Rubles(available), Money.Rubles(reserved)));
    }
}
