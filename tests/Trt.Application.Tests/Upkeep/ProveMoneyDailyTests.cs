using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Tests.Races;
using Trt.Application.Upkeep;
using Trt.Infrastructure.Persistence;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Upkeep;

/// <summary>The daily proof: one instance makes it, and operators hear of it when the books do not agree.</summary>
public sealed class ProveMoneyDailyTests : ShopTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    protected override bool BooksAgreeAtTheEnd => false;

    [Test]
    public async Task Several_instances_that_open_note_it_once_and_one_of_them_does_it()
    {
        await using var other = await Shop.OpenBeside();
        await Race.Of(8, number => Start(number % 2 == 0 ? Shop : other));
        (await Rows()).ShouldBe(1);
        (await Shop.RunDue(Lane.Check)).ShouldBe(0, "the first customers after a start come first");

        Shop.Clock.Advance(Soon);
        other.Clock.Advance(Soon);
        (await Race.Between(() => Shop.RunDue(Lane.Check), () => other.RunDue(Lane.Check))).Sum().ShouldBe(1);
    }

    [Test]
    public async Task It_comes_back_a_day_later_and_sooner_after_another_start()
    {
        await Start(Shop);
        Shop.Clock.Advance(Soon);
        (await Shop.RunDue(Lane.Check)).ShouldBe(1);
        Shop.Clock.Advance(ProveMoneyDaily.Period - TimeSpan.FromSeconds(1));
        (await Shop.RunDue(Lane.Check)).ShouldBe(0);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Shop.RunDue(Lane.Check)).ShouldBe(1);

        await Start(Shop);
        Shop.Clock.Advance(Soon);
        (await Shop.RunDue(Lane.Check)).ShouldBe(1);
        (await Rows()).ShouldBe(1);
    }

    [Test]
    public async Task Books_that_agree_trouble_nobody()
    {
        var user = await Shop.NewCustomer(100);
        await Shop.Order(user);
        await Prove();
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task Books_that_do_not_agree_are_told_to_the_operators_with_what_to_do_each_day_until_they_do()
    {
        var user = await Shop.NewCustomer(100);
        await Shop.Execute($"UPDATE wallets SET available = available + 1 WHERE user_id = {user}");

        await Prove();

        var broken = Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.BooksDiffer>().Rules;
        broken.ShouldContain(rule => rule.Rule == MoneyRule.WalletIsItsLedger
            && rule.First.Contains($"customer {user}, available: 100.00 ₽ expected, 100.01 ₽ found"));

        Shop.Clock.Advance(ProveMoneyDaily.Period);
        await Prove();
        Shop.Mail.Alerts.Count.ShouldBe(2);

        await Shop.Execute($"UPDATE wallets SET available = available - 1 WHERE user_id = {user}");
        Shop.Clock.Advance(ProveMoneyDaily.Period);
        await Prove();
        Shop.Mail.Alerts.Count.ShouldBe(3);
        Shop.Mail.Words.Last().Word.News.ShouldBe(MatterNews.Over);
    }

    [Test]
    public async Task However_much_is_wrong_the_alert_names_the_first_of_each()
    {
        var user = await Shop.NewCustomer(100);
        var order = await Shop.Order(user);
        await Shop.Execute(
            $"""
            ALTER TABLE ledger_entries DISABLE TRIGGER USER;
            UPDATE ledger_entries SET available_delta = available_delta + 7, reserved_delta = 3, reference = repeat('x', 190) || left(reference, 10);
            UPDATE wallets SET reserved = reserved + 5;
            UPDATE generations SET status = 'Failed' WHERE id = '{order}';
            INSERT INTO wallets (user_id, available, reserved) SELECT 100000 + n, 5, 5 FROM generate_series(1, 250) n;
            """);

        await Prove();

        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.BooksDiffer>().Rules
            .ShouldAllBe(rule => rule.First.Count <= 3);
    }

    [Test]
    public async Task A_start_gives_a_proof_that_was_put_aside_another_chance()
    {
        await Start(Shop);
        await Shop.Execute("UPDATE outbox SET parked_at = now(), attempts = 12");
        await Start(Shop);
        Shop.Clock.Advance(Soon);
        (await Shop.RunDue(Lane.Check)).ShouldBe(1);
    }

    private async Task Prove()
    {
        await Start(Shop);
        Shop.Clock.Advance(Soon);
        await Shop.RunDue(Lane.Check);
        await Shop.HearAlerts();
    }

    /// <summary>As a start does with all standing work; only the proof is looked at here.</summary>
    private static async Task<int> Start(TestShop shop)
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Keep(new ProveMoneyDaily(), Soon, CancellationToken.None);
        return 0;
    }

    private async Task<int> Rows()
    {
        await using var scope = Shop.Scope();
        return await scope.ServiceProvider.GetRequiredService<TrtDbContext>().Outbox.CountAsync();
    }
}
