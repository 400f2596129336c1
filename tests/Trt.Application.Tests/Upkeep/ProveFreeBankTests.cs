using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Upkeep;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Upkeep;

/// <summary>The proof holds earned free generations to the same rules as money, and finds whatever was written past the shop.</summary>
public sealed class ProveFreeBankTests : ShopTest
{
    private UserId _anna;
    private GenerationId _delivered;
    private GenerationId _failed;
    private GenerationId _open;

    protected override bool BooksAgreeAtTheEnd => false;

    /// <summary>Anna has earned 5: one order delivered, one failed, one under way. So 3 are left.</summary>
    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { Terms = new ShopTerms { Free = new FreeTerms { PerDay = 0 } }, CallbackSecret = [1] });

    [SetUp]
    public async Task Come()
    {
        _anna = await Shop.NewCustomer();
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            (await db.LockFreeBank(_anna, default)).Grant(5, "friend:1", "a friend came", Shop.Clock.GetUtcNow());
            await work.Commit(default);
            return 0;
        });
        _delivered = await Order();
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no"));
        _failed = await Order();
        await Shop.Pass(TimeSpan.FromSeconds(5));
        _open = await Order();
    }

    [Test]
    public async Task An_honest_history_agrees_also_when_ids_are_in_any_order()
    {
        (await Statuses()).ShouldBe([GenerationStatus.Delivered, GenerationStatus.Failed, GenerationStatus.Queued]);
        await Shop.MoneyAgrees();
        await WithoutGuards();
        await Shop.Execute("UPDATE free_bank_entries SET id = gen_random_uuid()");
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_bank_that_was_written_past_its_entries_is_found()
    {
        await Shop.Execute($"UPDATE free_banks SET available = 4 WHERE user_id = {_anna}");
        (await Found(MoneyRule.FreeBankIsItsEntries)).ShouldHaveSingleItem().Describe()
            .ShouldBe($"customer {_anna}: 3 free generations expected, 4 free generations found");
        (await Found(MoneyRule.FreeBankFollows)).ShouldHaveSingleItem().Subject.ShouldContain($"customer {_anna}");
    }

    [Test]
    public async Task A_bank_without_entries_and_entries_without_a_bank_are_found()
    {
        await Shop.Execute("INSERT INTO free_banks (user_id, available) VALUES (4711, 7)");
        (await Found(MoneyRule.FreeBankIsItsEntries)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankIsItsEntries, "customer 4711", 0, 7));

        await WithoutGuards();
        await Shop.Execute("DELETE FROM free_banks");
        (await Found(MoneyRule.FreeBankIsItsEntries)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankIsItsEntries, $"customer {_anna}", 3, 0));
    }

    [Test]
    public async Task An_entry_that_vanished_leaves_a_gap_even_when_the_sum_is_made_to_fit()
    {
        await WithoutGuards();
        await Shop.Execute($"DELETE FROM free_bank_entries WHERE reference = '{_delivered}'");
        await Shop.Execute("UPDATE free_bank_entries SET delta = 4 WHERE kind = 'Grant'");

        (await Found(MoneyRule.FreeBankIsItsEntries)).ShouldBeEmpty();
        (await Found(MoneyRule.FreeBankFollows)).ShouldHaveSingleItem().Subject.ShouldBe($"customer {_anna}, ends that meet no beginning");
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankServesOrders, $"order {_delivered} of customer {_anna}, taken", 1, 0));
    }

    [Test]
    public async Task A_number_below_nothing_is_found_though_the_end_is_right()
    {
        await WithoutGuards();
        await Write("Grant", -4, -1, "dip");
        await Write("Grant", 4, 3, "mended");

        (await Found(MoneyRule.FreeBankIsItsEntries)).ShouldBeEmpty();
        (await Found(MoneyRule.FreeBankFollows)).ShouldHaveSingleItem().Describe().ShouldBe($"customer {_anna}, below nothing: 0 entries expected, 1 entry found");
    }

    [Test]
    public async Task One_that_was_spent_on_no_order_is_found()
    {
        await Write("Spend", -1, 2, "phantom");
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankServesOrders, $"order phantom of customer {_anna}, taken", 0, 1));
    }

    [Test]
    public async Task One_that_was_spent_on_an_order_of_the_day_is_found()
    {
        await Shop.Execute($"UPDATE generations SET is_from_bank = false WHERE id = '{_open}'");
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().Subject.ShouldBe($"order {_open} of customer {_anna}, taken");
    }

    [Test]
    public async Task One_that_came_back_although_there_is_a_result_is_found()
    {
        await Write("Return", 1, 4, _delivered.ToString());
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankServesOrders, $"order {_delivered} of customer {_anna}, returned", 0, 1));
    }

    [Test]
    public async Task One_that_came_back_while_its_order_runs_is_found()
    {
        await Write("Return", 1, 4, _open.ToString());
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().Subject.ShouldBe($"order {_open} of customer {_anna}, returned");
    }

    [Test]
    public async Task One_that_never_came_back_is_found()
    {
        await Shop.Execute($"UPDATE generations SET status = 'Expired' WHERE id = '{_open}'");
        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankServesOrders, $"order {_open} of customer {_anna}, returned", 1, 0));
    }

    [Test]
    public async Task One_that_came_back_twice_is_found_when_the_index_is_gone()
    {
        await WithoutGuards();
        await Shop.Execute("DROP INDEX ux_free_bank_kind_reference");
        await Write("Return", 1, 4, _failed.ToString());

        (await Found(MoneyRule.FreeBankServesOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.FreeBankServesOrders, $"order {_failed} of customer {_anna}, returned", 1, 2));
        (await Found(MoneyRule.NothingIsBookedTwice)).ShouldHaveSingleItem().Describe()
            .ShouldBe($"free bank: Return {_failed}: 1 entry expected, 2 entries found");
    }

    private async Task<GenerationId> Order()
    {
        var view = await Shop.FreeDraft(_anna);
        (await Shop.Confirm(_anna, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.IsFromBank.ShouldBeTrue();
        return view.Draft.Id;
    }

    private async Task<IReadOnlyList<GenerationStatus>> Statuses() =>
        [.. await Task.WhenAll(new[] { _delivered, _failed, _open }.Select(async id => (await Shop.Generation(id)).Status))];

    private async Task<IReadOnlyList<MoneyDifference>> Found(MoneyRule rule) =>
        (await Shop.Send(new ProveMoney())).Findings.Rules.Single(found => found.Rule == rule).Listed;

    /// <summary>An entry and its effect, as a program other than the shop would write them.</summary>
    private Task Write(string kind, int delta, int after, string reference) => Shop.Execute(
        $"""
        UPDATE free_banks SET available = greatest({after}, 0) WHERE user_id = {_anna};
        INSERT INTO free_bank_entries (user_id, id, kind, delta, available_after, reference, actor, reason, at)
        VALUES ({_anna}, gen_random_uuid(), '{kind}', {delta}, {after}, '{reference}', 'test', 'test', now())
        """);

    private Task WithoutGuards() => Shop.Execute(
        """
        ALTER TABLE free_bank_entries DISABLE TRIGGER USER;
        ALTER TABLE free_bank_entries
            DROP CONSTRAINT fk_free_bank_entries_free_banks, DROP CONSTRAINT ck_free_bank_entries_delta, DROP CONSTRAINT ck_free_bank_entries_after
        """);
}
