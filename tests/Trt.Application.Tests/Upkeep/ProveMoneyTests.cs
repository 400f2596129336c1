using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Upkeep;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Upkeep;

/// <summary>The proof agrees with every honest history, and finds whatever was written past the shop.</summary>
public sealed class ProveMoneyTests : ShopTest
{
    private UserId _anna;
    private GenerationId _open;
    private GenerationId _delivered;

    protected override bool BooksAgreeAtTheEnd => false;

    /// <summary>Anna has 100 ₽: one order delivered, one failed, one under way. Another customer has nothing but a wallet.</summary>
    [SetUp]
    public async Task Come()
    {
        _anna = await Shop.NewCustomer(100);
        _delivered = await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no"));
        await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        _open = await Shop.Order(_anna);
        await Shop.Execute("INSERT INTO wallets (user_id, available, reserved) VALUES (77, 0, 0)");
    }

    [Test]
    public async Task An_honest_history_agrees_and_its_figures_add_up()
    {
        var proof = await Shop.Send(new ProveMoney());

        proof.Agrees.ShouldBeTrue();
        proof.Findings.Rules.Select(rule => rule.Rule).ShouldBe(MoneyRules.All);
        proof.Findings.Figures.ShouldBe(new MoneyFigures(
            Wallets: 2,
            Entries: 6,
            Deposited: Money.Zero,
            Granted: Money.Zero,
            Adjusted: Money.Rubles(100),
            Available: Money.Rubles(71.72m),
            Reserved: Money.Rubles(14.14m),
            Spent: Money.Rubles(14.14m),
            Withdrawn: Money.Zero));
        proof.Findings.Figures.CameIn.ShouldBe(proof.Findings.Figures.IsThere);
    }

    [Test]
    public async Task A_deposit_a_bonus_and_money_paid_back_are_part_of_the_sum()
    {
        var payment = await Paid("charge-1", 500);
        await Book("Deposit", 500, 0, "Stars:charge-1");
        await Book("Bonus", 300, 0, "gift-1");
        await Shop.Execute($"UPDATE payments SET status = 'Refunded', refund_round = 1, refund_taken = 200 WHERE id = '{payment}'");
        await Book("Withdraw", -200, 0, $"refund:{payment}:1");

        var proof = await Shop.Send(new ProveMoney());

        proof.Differences.ShouldBeEmpty();
        var figures = proof.Findings.Figures;
        (figures.Deposited.Kopecks, figures.Granted.Kopecks, figures.Withdrawn.Kopecks).ShouldBe((500, 300, 200));
        figures.CameIn.ShouldBe(figures.IsThere);
    }

    [Test]
    public async Task A_commit_and_the_release_of_the_difference_settle_an_order_together()
    {
        await Close(_open, "Succeeded");
        await Book("Commit", 0, -1000, _open.ToString());
        await Book("Release", 414, -414, _open.ToString());

        (await Shop.Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    [Test]
    public async Task A_wallet_that_was_written_past_the_ledger_is_found_to_the_kopeck()
    {
        await Shop.Execute($"UPDATE wallets SET available = available + 1 WHERE user_id = {_anna}");

        (await Found(MoneyRule.WalletIsItsLedger)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.WalletIsItsLedger, $"customer {_anna}, available", 7172, 7173));
    }

    [Test]
    public async Task A_wallet_with_money_and_no_ledger_is_found()
    {
        await Shop.Execute("INSERT INTO wallets (user_id, available, reserved) VALUES (4711, 500, 0)");
        (await Found(MoneyRule.WalletIsItsLedger)).ShouldHaveSingleItem().Describe().ShouldBe("customer 4711, available: 0.00 ₽ expected, 5.00 ₽ found");
    }

    [Test]
    public async Task A_ledger_without_a_wallet_is_found()
    {
        await WithoutGuards();
        await Shop.Execute($"DELETE FROM wallets WHERE user_id = {_anna}");
        (await Found(MoneyRule.WalletIsItsLedger)).Count.ShouldBe(2);
    }

    [Test]
    public async Task An_entry_that_vanished_leaves_a_gap_even_when_the_sums_are_made_to_fit()
    {
        await WithoutGuards();
        await Shop.Execute($"DELETE FROM ledger_entries WHERE kind = 'Adjust' AND user_id = {_anna}");
        await Shop.Execute($"UPDATE ledger_entries SET available_delta = available_delta + 10000 WHERE kind = 'Commit' AND user_id = {_anna}");

        (await Found(MoneyRule.WalletIsItsLedger)).ShouldBeEmpty();
        (await Found(MoneyRule.BalancesFollow)).ShouldHaveSingleItem().Subject.ShouldContain($"customer {_anna}");
        (await Found(MoneyRule.MovementsFitTheirKind)).ShouldHaveSingleItem().Subject.ShouldContain("Commit");
    }

    [Test]
    public async Task Entries_of_one_moment_may_have_ids_in_any_order()
    {
        await WithoutGuards();
        await Shop.Execute("UPDATE ledger_entries SET id = gen_random_uuid()");
        (await Shop.Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    [Test]
    public async Task Money_of_a_kind_that_nobody_counts_breaks_the_great_sum()
    {
        await Book("Reserve", 250, 0, "odd");
        (await Found(MoneyRule.MoneyIsConserved)).ShouldHaveSingleItem().Expected.ShouldBe(10000);
        (await Found(MoneyRule.MovementsFitTheirKind)).ShouldHaveSingleItem().Subject.ShouldContain("Reserve odd");
    }

    [Test]
    public async Task A_charge_that_was_credited_twice_is_found_when_the_index_is_gone()
    {
        await WithoutGuards();
        await Shop.Execute("DROP INDEX ux_ledger_kind_reference");
        await Book("Deposit", 500, 0, "charge-1");
        await Book("Deposit", 500, 0, "charge-1");

        (await Found(MoneyRule.NothingIsBookedTwice)).ShouldHaveSingleItem().Describe().ShouldBe("Deposit charge-1: 1 entry expected, 2 entries found");
    }

    [Test]
    public async Task Money_reserved_for_nothing_is_found()
    {
        await Book("Reserve", -300, 300, "phantom");
        (await Found(MoneyRule.ReservedBelongsToOpenOrders)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.ReservedBelongsToOpenOrders, $"customer {_anna}", 1414, 1714));
        (await Found(MoneyRule.OrdersAreSettledOnce)).ShouldHaveSingleItem().Subject.ShouldBe($"order phantom of customer {_anna}, reserved");
    }

    [Test]
    public async Task An_order_that_ended_without_its_money_is_found()
    {
        await Close(_open, "Failed");
        (await Found(MoneyRule.OrdersAreSettledOnce)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.OrdersAreSettledOnce, $"order {_open} of customer {_anna}, settled", 1414, 0));
        (await Found(MoneyRule.ReservedBelongsToOpenOrders)).ShouldHaveSingleItem();
    }

    [Test]
    public async Task An_open_order_whose_money_is_gone_already_is_found()
    {
        await Book("Release", 1414, -1414, _open.ToString());
        (await Found(MoneyRule.OrdersAreSettledOnce)).ShouldHaveSingleItem().Subject.ShouldEndWith("settled");
    }

    [Test]
    public async Task An_order_that_was_paid_and_given_back_as_well_is_found()
    {
        await Book("Bonus", 1414, 0, "cover");
        await Book("Reserve", -1414, 1414, "cover");
        await Book("Release", 1414, -1414, _delivered.ToString());
        (await Found(MoneyRule.OrdersAreSettledOnce)).ShouldContain(difference => difference.Subject == $"order {_delivered} of customer {_anna}, settled" && difference.Found == 2828);
    }

    [Test]
    public async Task Money_taken_for_an_order_that_failed_is_found()
    {
        await Close(_open, "Failed");
        await Book("Commit", 0, -1414, _open.ToString());
        (await Found(MoneyRule.TakenOnlyForResults)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.TakenOnlyForResults, $"order {_open} of customer {_anna}", 0, 1414));
    }

    [Test]
    public async Task A_charge_without_its_deposit_a_deposit_without_its_charge_and_a_refund_taken_twice_are_found()
    {
        await Paid("charge-1", 500);
        (await Found(MoneyRule.PaymentsAreBookedOnce)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.PaymentsAreBookedOnce, $"deposit Stars:charge-1 of customer {_anna}", 500, 0));

        await Book("Deposit", 500, 0, "Stars:charge-1");
        await Book("Deposit", 700, 0, "Stars:charge-2");
        (await Found(MoneyRule.PaymentsAreBookedOnce)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.PaymentsAreBookedOnce, $"deposit Stars:charge-2 of customer {_anna}", 0, 700));

        var refunded = await Paid("charge-2", 700);
        await Shop.Execute($"UPDATE payments SET status = 'Refunding', refund_round = 2, refund_taken = 700 WHERE id = '{refunded}'");
        await Book("Withdraw", -700, 0, $"refund:{refunded}:1");
        await Book("Withdraw", -700, 0, $"refund:{refunded}:2");
        (await Found(MoneyRule.PaymentsAreBookedOnce)).ShouldHaveSingleItem().ShouldBe(
            new MoneyDifference(MoneyRule.PaymentsAreBookedOnce, $"refund of payment {refunded} of customer {_anna}", 700, 1400));

        await Book("Adjust", 700, 0, $"refund:{refunded}:1:undone");
        (await Shop.Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    [Test]
    public async Task All_differences_are_counted_and_only_a_few_are_listed()
    {
        await Shop.Execute("INSERT INTO wallets (user_id, available, reserved) SELECT 100000 + n, 5, 0 FROM generate_series(1, 250) n");
        var finding = (await Shop.Send(new ProveMoney(ListedMax: 3))).Findings.Rules.Single(rule => rule.Rule == MoneyRule.WalletIsItsLedger);
        (finding.Count, finding.Listed.Count).ShouldBe((250, 3));
    }

    [Test]
    public async Task Money_in_limbo_is_named_and_is_no_difference()
    {
        (await Shop.Send(new ProveMoney())).Findings.Limbo.Orders.ShouldBe(0);
        Shop.Clock.Advance(ProveMoney.LimboAfter + TimeSpan.FromSeconds(1));

        var proof = await Shop.Send(new ProveMoney());

        proof.Agrees.ShouldBeTrue();
        (proof.Findings.Limbo.Orders, proof.Findings.Limbo.Held).ShouldBe((1, Money.Rubles(14.14m)));
        proof.Findings.Limbo.Oldest.ShouldHaveSingleItem().Order.ShouldBe(_open);
    }

    [Test]
    public async Task An_order_that_nobody_can_vouch_for_is_in_limbo_at_once()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("cut off"));
        await Shop.RunDue(Later.Lane.Submit);

        (await Shop.Send(new ProveMoney())).Findings.Limbo.Oldest.ShouldHaveSingleItem().Status.ShouldBe(GenerationStatus.Uncertain);
    }

    [Test]
    public async Task Money_may_move_while_it_is_counted()
    {
        using var over = new CancellationTokenSource();
        var busy = Task.WhenAll(Enumerable.Range(0, 4).Select(async worker =>
        {
            var user = await Shop.NewCustomer();
            for (var round = 0; !over.IsCancellationRequested; round++)
            {
                await Shop.Send(new AddMoney(user, 2000, $"{worker}/{round}", "test", "test"));
                await Shop.Send(new CancelGeneration(user, await Shop.Order(user)));
            }
        }));
        for (var look = 0; look < 20; look++)
        {
            await Shop.MoneyAgrees();
        }

        await over.CancelAsync();
        await busy;
    }

    private async Task<IReadOnlyList<MoneyDifference>> Found(MoneyRule rule) =>
        (await Shop.Send(new ProveMoney())).Findings.Rules.Single(found => found.Rule == rule).Listed;

    /// <summary>A payment that says it was credited.</summary>
    private async Task<string> Paid(string charge, long kopecks)
    {
        var id = Guid.CreateVersion7(Shop.Clock.GetUtcNow()).ToString("N");
        await Shop.Execute(
            $"""
            INSERT INTO payments (user_id, id, method, amount, currency, total, status, charge_id, created_at, expires_at, credited_at, refund_round, refund_taken)
            VALUES ({_anna}, '{id}', 'Stars', {kopecks}, 'XTR', 10, 'Credited', '{charge}', now(), now(), now(), 0, 0)
            """);
        return id;
    }

    private Task Close(GenerationId id, string status) =>
        Shop.Execute($"UPDATE generations SET status = '{status}' WHERE id = '{id}'");

    /// <summary>An entry and its effect on Anna's wallet, as a program other than the shop would write them.</summary>
    private Task Book(string kind, long available, long reserved, string reference) => Shop.Execute(
        $"""
        WITH wallet AS (
            UPDATE wallets SET available = available + {available}, reserved = reserved + {reserved} WHERE user_id = {_anna} RETURNING *)
        INSERT INTO ledger_entries (user_id, id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
        SELECT user_id, gen_random_uuid(), '{kind}', {available}, {reserved}, available, reserved, '{reference}', 'test', 'test', now() FROM wallet
        """);

    private Task WithoutGuards() => Shop.Execute(
        "ALTER TABLE ledger_entries DISABLE TRIGGER USER; ALTER TABLE ledger_entries DROP CONSTRAINT IF EXISTS fk_ledger_entries_wallets");
}
