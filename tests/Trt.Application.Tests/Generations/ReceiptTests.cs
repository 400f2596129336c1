using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Tests.Drafts;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>What an order really cost, and the receipt that tells it from the ledger.</summary>
public sealed class ReceiptTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task Two_of_four_ordered_pictures_cost_half()
    {
        Brings(OutputKind.Image, 2);
        var id = await Order("wan/2-7-image", ("prompt", "a lighthouse"), ("n", "4"));
        var receipt = await Receipt(id);

        receipt.Taken.ShouldBe(receipt.Generation.Price.Share(1, 2));
        receipt.Back.ShouldHaveSingleItem().ShouldBe(new MoneyBack(receipt.Generation.Price - receipt.Taken, BackReason.LessThanOrdered));
        (receipt.Generation.ReceivedQuantity, receipt.Generation.OrderedQuantity).ShouldBe((2m, 4m));
        receipt.Balance!.ShouldBe(new BalanceChange(Money.Rubles(1000), Money.Rubles(1000) - receipt.Taken));
    }

    [Test]
    public async Task Three_of_ten_ordered_seconds_cost_three_tenths_and_a_second_begun_counts()
    {
        Brings(OutputKind.Video, 1);
        Shop.Probe.Length = 2.04m;
        var receipt = await Receipt(await Film());
        receipt.Generation.ReceivedQuantity.ShouldBe(3);
        receipt.Taken.ShouldBe(receipt.Generation.Price.Share(3, 10));
        receipt.Back.ShouldHaveSingleItem().Reason.ShouldBe(BackReason.LessThanOrdered);
    }

    [TestCase(10.04)]
    [TestCase(19)]
    [TestCase(null)]
    public async Task A_film_of_full_length_or_of_unknown_length_costs_what_was_agreed_and_never_more(decimal? length)
    {
        Brings(OutputKind.Video, 1);
        Shop.Probe.Length = length;
        var receipt = await Receipt(await Film());
        receipt.Taken.ShouldBe(receipt.Generation.Price);
        receipt.Back.ShouldBeEmpty();
    }

    [TestCase("2", 8, Description = "two of five seconds came, and six were sent: eight of eleven are paid")]
    [TestCase("5", 11)]
    public async Task Seconds_that_were_sent_are_no_part_of_what_has_to_come(string length, int paid)
    {
        Shop.Catalog.Current = TestCards.Catalog(TestCards.Card("film", TestCards.Prompt()) with
        {
            Prices = new PriceList(PriceUnit.Second, new ValueOf("length"), [new Sku("default", new Dictionary<string, string>(), 10)]),
            Inputs = new InputSchema(
                [TestCards.Prompt(), new NumberField { Name = "length", Label = TestCards.Label, IsRequired = true, Min = 1, Max = 30, IsInteger = true }], []),
        });
        Brings(OutputKind.Video, 1);
        Shop.Probe.Length = decimal.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
        var view = await Shop.Draft(_user, "film", ("prompt", "waves"), ("length", "11"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Ask(db => db.Generations.ExecuteUpdateAsync(set => set.SetProperty(found => found.SentQuantity, 6m)));
        await Shop.Pass(AMoment);

        (await Receipt(view.Draft.Id)).Taken.ShouldBe(view.Quote.Price.Share(paid, 11));
    }

    [Test]
    public async Task What_is_lost_of_a_smaller_result_is_a_share_of_what_was_taken()
    {
        Brings(OutputKind.Image, 2);
        var gone = new SendOutcome.ResultGone("404");
        Shop.Chat.NextResult(new SendOutcome.OneByOne("no album")).NextResult(gone).NextResult(gone);
        var id = await Order("wan/2-7-image", ("prompt", "a lighthouse"), ("n", "4"));
        var receipt = await Receipt(id);
        receipt.Back.Select(back => back.Reason).ShouldBe([BackReason.LessThanOrdered, BackReason.LostOnTheWay]);
        receipt.Back[1].Amount.ShouldBe(receipt.Taken.ShareUp(1, 2));
        receipt.Balance!.After.ShouldBe(Money.Rubles(1000) - receipt.Taken + receipt.Back[1].Amount);
    }

    [Test]
    public async Task A_delivered_order_tells_price_charge_and_the_balance_around_it()
    {
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        var receipt = await Receipt(id);
        (receipt.Generation.Price, receipt.Taken).ShouldBe((Money.Rubles(14.14m), Money.Rubles(14.14m)));
        receipt.Back.ShouldBeEmpty();
        receipt.Balance.ShouldBe(new BalanceChange(Money.Rubles(1000), Money.Rubles(985.86m)));
        receipt.Free.ShouldBeNull();
        receipt.OrderedAt.Offset.ShouldBe(Shop.Settings.DayOffset);
        Shop.Chat.Receipts.ShouldHaveSingleItem().Receipt!.Taken.ShouldBe(Money.Rubles(14.14m));
    }

    [Test]
    public async Task Every_end_without_a_result_tells_what_came_back_and_why()
    {
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "500"));
        var failed = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        await Returned(failed, BackReason.Failed);

        var cancelled = await Shop.Order(_user);
        await Shop.Send(new CancelGeneration(_user, cancelled));
        await Returned(cancelled, BackReason.Cancelled);

        Shop.Provider.UsualReading = new TaskReading.Running();
        var expired = await Shop.Order(_user);
        await Shop.Pass(Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));
        await Returned(expired, BackReason.Expired);

        Shop.Provider.UsualReading = FakeProvider.Done();
        await Shop.Pass(TimeSpan.FromMinutes(11));
        (await Shop.Generation(expired)).IsLate.ShouldBeTrue();
        await Returned(expired, BackReason.Expired);
    }

    [Test]
    public async Task An_order_under_way_has_its_money_set_aside()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var receipt = await Receipt(await Shop.Order(_user));
        (receipt.Taken, receipt.Back.Count, receipt.Balance!.After).ShouldBe((Money.Zero, 0, Money.Rubles(985.86m)));
    }

    [Test]
    public async Task A_free_one_says_how_many_of_the_day_and_one_that_failed_does_not_count()
    {
        var first = await FreeOrder();
        var second = await FreeOrder();
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var third = await FreeOrder();

        (await Receipt(first)).Free!.Used.ShouldBe(2);
        var free = (await Receipt(second)).Free!;
        (free.IsToday, free.PerDay, free.IsGivenBack).ShouldBe((true, 5, false));
        (await Receipt(third)).Free!.IsGivenBack.ShouldBeTrue();
        (await Receipt(first)).Balance.ShouldBeNull();

        Shop.Clock.Advance(TimeSpan.FromDays(1));
        (await Receipt(first)).Free!.IsToday.ShouldBeFalse();
    }

    [Test]
    public async Task A_free_one_of_the_bonus_ones_says_so()
    {
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            (await db.LockFreeBank(_user, default)).Grant(1, "gift", "test", Shop.Clock.GetUtcNow());
            await work.Commit(default);
            return 0;
        });
        for (var order = 0; order < 5; order++)
        {
            await FreeOrder();
        }

        (await Receipt(await FreeOrder())).Free!.IsEarned.ShouldBeTrue();
    }

    [Test]
    public async Task A_strangers_receipt_and_an_unknown_one_are_not_found()
    {
        var id = await Shop.Order(_user);
        (await Shop.Send(new ShowReceipt(await Shop.NewCustomer(), id))).ShouldBeNull();
        (await Shop.Send(new ShowReceipt(_user, GenerationId.New(Shop.Clock.GetUtcNow())))).ShouldBeNull();
    }

    [Test]
    public async Task An_order_from_before_quantities_were_kept_still_has_its_receipt_and_its_price()
    {
        Brings(OutputKind.Image, 2);
        var view = await Shop.Draft(_user, "wan/2-7-image", ("prompt", "a lighthouse"), ("n", "4"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Ask(db => db.Generations.Where(found => found.Id == view.Draft.Id).ExecuteUpdateAsync(set => set
            .SetProperty(found => found.PricedBy, (PriceUnit?)null)
            .SetProperty(found => found.OrderedQuantity, (decimal?)null)));
        await Shop.Pass(AMoment);
        var receipt = await Receipt(view.Draft.Id);
        (receipt.Taken, receipt.Back.Count).ShouldBe((view.Quote.Price, 0));
    }

    [Test]
    public async Task One_set_aside_is_settled_by_one_charge_and_one_return_that_make_it_up()
    {
        Brings(OutputKind.Image, 3);
        var id = await Order("wan/2-7-image", ("prompt", "a lighthouse"), ("n", "4"));
        var entries = await Shop.Ask(db => db.Ledger.Where(entry => entry.Reference == id.ToString()).ToListAsync());
        entries.Select(entry => entry.Kind).ShouldBe([EntryKind.Reserve, EntryKind.Commit, EntryKind.Release], ignoreOrder: true);
        entries.Sum(entry => entry.ReservedDelta).ShouldBe(0);
    }

    private async Task Returned(GenerationId id, BackReason reason)
    {
        var receipt = await Receipt(id);
        receipt.Taken.ShouldBe(Money.Zero);
        receipt.Back.ShouldHaveSingleItem().ShouldBe(new MoneyBack(Money.Rubles(14.14m), reason));
        receipt.Balance!.ShouldBe(new BalanceChange(Money.Rubles(1000), Money.Rubles(1000)));
    }

    private async Task<GenerationReceipt> Receipt(GenerationId id) => (await Shop.Send(new ShowReceipt(_user, id))).ShouldNotBeNull();

    private Task<GenerationId> Film() => Order(
        "grok-imagine/text-to-video", ("prompt", "waves"), ("aspect_ratio", "1:1"), ("mode", "normal"), ("duration", "10"), ("resolution", "480p"));

    private async Task<GenerationId> Order(string model, params (string Field, string Value)[] answers)
    {
        var view = await Shop.Draft(_user, model, answers);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        await Shop.Pass(AMoment);
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Delivered);
        return view.Draft.Id;
    }

    private async Task<GenerationId> FreeOrder()
    {
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);
        return view.Draft.Id;
    }

    private void Brings(OutputKind kind, int outputs) => Shop.Provider.UsualReading = new TaskReading.Done(
        [.. Enumerable.Range(1, outputs).Select(n => new ResultItem(kind, new Uri($"https://results.example/{n}"), null))], 18);
}
