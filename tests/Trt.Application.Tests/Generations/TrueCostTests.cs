using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Tests.Drafts;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Tests.Generations;

/// <summary>Where the price is the most it can be, the provider's own record decides what is taken, and the rest is back in the same save.</summary>
public sealed class TrueCostTests : ShopTest
{
    private static readonly Money Most = PriceTerms.Default.Price(30);

    private UserId _user;

    [SetUp]
    public async Task Come()
    {
        Shop.Catalog.Current = TestCards.Catalog(TestCards.Card("upscale", TestCards.Prompt()) with
        {
            Prices = new PriceList(
                PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 30) { IsAtMost = true }]),
        });
        _user = await Shop.NewCustomer(1000);
    }

    [Test]
    public async Task A_lower_cost_is_what_is_taken_and_the_rest_is_told_in_the_receipt()
    {
        var receipt = await Bought(Read(10));

        receipt.Taken.ShouldBe(Most.Share(10, 30));
        receipt.Back.ShouldHaveSingleItem().ShouldBe(new MoneyBack(Most - receipt.Taken, BackReason.CostLess));
        receipt.Balance!.ShouldBe(new BalanceChange(Money.Rubles(1000), Money.Rubles(1000) - receipt.Taken));
    }

    [TestCase(30)]
    [TestCase(45)]
    public async Task A_higher_cost_is_carried_by_the_house(decimal spent)
    {
        var receipt = await Bought(Read(spent));

        (receipt.Taken, receipt.Back.Count).ShouldBe((Most, 0));
        (receipt.Generation.CreditsExpected, receipt.Generation.CreditsSpent).ShouldBe((30, spent));
    }

    [Test]
    public async Task A_true_nothing_costs_nothing_after_a_second_look()
    {
        var receipt = await Bought(Read(0));

        receipt.Taken.ShouldBe(Money.Zero);
        receipt.Back.ShouldHaveSingleItem().ShouldBe(new MoneyBack(Most, BackReason.CostLess));
        Shop.Provider.Reads.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_cost_that_is_never_told_is_the_most_after_a_second_look()
    {
        var receipt = await Bought(Read(null));

        (receipt.Taken, receipt.Back.Count).ShouldBe((Most, 0));
        Shop.Provider.Reads.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_cost_that_comes_with_the_second_look_counts()
    {
        Shop.Provider.NextReading(Read(0));
        var receipt = await Bought(Read(15));

        receipt.Taken.ShouldBe(Most.Share(15, 30));
    }

    [Test]
    public async Task One_save_holds_the_charge_and_the_return()
    {
        var receipt = await Bought(Read(10));

        var entries = await Shop.Ask(db => db.Ledger.Where(entry => entry.Reference == receipt.Generation.Id.ToString()).ToListAsync());
        entries.Select(entry => entry.Kind).ShouldBe([EntryKind.Reserve, EntryKind.Commit, EntryKind.Release], ignoreOrder: true);
        entries.Where(entry => entry.Kind != EntryKind.Reserve).Select(entry => entry.At).Distinct().Count().ShouldBe(1);
        entries.Sum(entry => entry.ReservedDelta).ShouldBe(0);
    }

    [Test]
    public async Task A_result_that_cost_nothing_and_is_lost_gives_nothing_back()
    {
        Shop.Chat.NextResult(new SendOutcome.ResultGone("404"));
        Shop.Provider.UsualReading = Read(0);
        var view = await Shop.Draft(_user, "upscale", ("prompt", "a lighthouse"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(TimeSpan.FromMinutes(1));

        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(1000));
    }

    private static TaskReading.Done Read(decimal? spent) =>
        new([new ResultItem(OutputKind.Image, new Uri("https://results.example/1.png"), null)], spent);

    private async Task<GenerationReceipt> Bought(TaskReading reading)
    {
        Shop.Provider.UsualReading = reading;
        var view = await Shop.Draft(_user, "upscale", ("prompt", "a lighthouse"));
        view.Quote.Price.ShouldBe(Most);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(_user)).Reserved.ShouldBe(Most);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        return (await Shop.Send(new ShowReceipt(_user, view.Draft.Id))).ShouldNotBeNull();
    }
}
