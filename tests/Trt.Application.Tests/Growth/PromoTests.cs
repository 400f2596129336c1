using Microsoft.EntityFrameworkCore;
using Trt.Application.Growth;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Tests.Growth;

/// <summary>A word that gives something: never more than it was issued for, whoever asks and however often.</summary>
public sealed class PromoTests : ShopTest
{
    [Test]
    public async Task Money_comes_onto_the_balance_as_a_bonus_under_the_codes_name()
    {
        await Issue("SUMMER", new PromoValue.MoneyGift(Money.Rubles(50)));
        var user = await Shop.NewCustomer();

        (await Redeem(user, " summer ")).ShouldBe(new RedeemPromoResult.Redeemed(new PromoValue.MoneyGift(Money.Rubles(50))));

        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(50));
        var entry = await Shop.Ask(db => db.Ledger.SingleAsync());
        (entry.Kind, entry.Reference).ShouldBe((EntryKind.Bonus, $"promo:SUMMER:{user}"));
    }

    [Test]
    public async Task Free_generations_come_into_the_bank()
    {
        await Issue("FREE7", new PromoValue.FreeGenerations(7));
        var user = await Shop.NewCustomer();
        (await Redeem(user, "FREE7")).ShouldBeOfType<RedeemPromoResult.Redeemed>();
        (await Shop.Bank(user)).ShouldBe(7);
    }

    [Test]
    public async Task A_percentage_waits_for_the_next_top_up_and_is_used_once()
    {
        await Issue("PLUS20", new PromoValue.TopUpPercent(20, Money.Rubles(100)));
        var user = await Shop.NewCustomer();
        await Redeem(user, "PLUS20");
        (await Shop.Balance(user)).Available.ShouldBe(Money.Zero);

        await Shop.Pays(user, 300);
        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(360));
        await Shop.Pays(user, 300);
        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(660));

        await Shop.Pass(TimeSpan.FromSeconds(1));
        Shop.Chat.MoneyReceipts.Select(receipt => receipt.Notice.Bonus).ShouldBe([new TopUpBonus("PLUS20", Money.Rubles(60)), null], ignoreOrder: true);
    }

    [Test]
    public async Task A_percentage_adds_no_more_than_its_limit_and_to_one_of_two_payments_at_once()
    {
        await Issue("PLUS50", new PromoValue.TopUpPercent(50, Money.Rubles(100)), uses: 100);
        for (var round = 0; round < 20; round++)
        {
            var user = await Shop.NewCustomer();
            await Redeem(user, "PLUS50");
            await Task.WhenAll(Shop.Pays(user, 1000), Shop.Pays(user, 1000));
            (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(2100));
        }
    }

    [Test]
    public async Task Two_percentages_do_not_pile_up()
    {
        await Issue("PLUS20", new PromoValue.TopUpPercent(20, Money.Rubles(100)));
        await Issue("PLUS30", new PromoValue.TopUpPercent(30, Money.Rubles(100)));
        var user = await Shop.NewCustomer();
        await Redeem(user, "PLUS20");
        (await Refused(user, "PLUS30")).ShouldBe(PromoRefusal.BoostIsWaiting);
        await Shop.Pays(user, 100);
        (await Redeem(user, "PLUS30")).ShouldBeOfType<RedeemPromoResult.Redeemed>();
    }

    [Test]
    public async Task The_limit_is_exact_however_many_ask_at_once()
    {
        const int Rounds = 200;
        const int People = 8;
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => Shop.NewCustomer()));
        for (var round = 0; round < Rounds; round++)
        {
            var (code, uses) = ($"RACE-{round}", 1 + (round % 3));
            await Issue(code, new PromoValue.MoneyGift(new Money(100)), uses);

            // Everyone twice: neither the total nor one customer may go beyond.
            var all = await Task.WhenAll(people.Concat(people).Select(user => Redeem(user, code)));

            all.Count(result => result is RedeemPromoResult.Redeemed).ShouldBe(uses, code);
            (await Shop.Ask(db => db.Ledger.CountAsync(entry => entry.Reference.StartsWith($"promo:{code}:")))).ShouldBe(uses);
            await ForgetMisses();
        }

        (await Shop.Ask(db => db.PromoCodes.SumAsync(promo => promo.Uses))).ShouldBe(await Shop.Ask(db => db.PromoRedemptions.CountAsync()));
    }

    [Test]
    public async Task One_customer_uses_a_code_as_often_as_it_allows_and_no_more()
    {
        await Issue("TWICE", new PromoValue.MoneyGift(Money.Rubles(10)), uses: 100, perCustomer: 2);
        var user = await Shop.NewCustomer();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Redeem(user, "TWICE")));
        all.Count(result => result is RedeemPromoResult.Redeemed).ShouldBe(2);
        all.OfType<RedeemPromoResult.Refused>().ShouldAllBe(refused => refused.Reason == PromoRefusal.AlreadyUsed);
        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(20));
    }

    [Test]
    public async Task A_repeated_update_redeems_nothing_twice()
    {
        await Issue("MANY", new PromoValue.MoneyGift(Money.Rubles(10)), uses: 100, perCustomer: 5);
        var user = await Shop.NewCustomer();
        await Shop.Send(new RedeemPromo(user, "MANY"), updateId: 77);
        await Should.ThrowAsync<Pipeline.DuplicateUpdateException>(() => Shop.Send(new RedeemPromo(user, "MANY"), updateId: 77));
        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(10));
    }

    [Test]
    public async Task Whoever_guesses_hears_the_same_of_every_code_that_gives_nothing()
    {
        await Issue("EXPIRED", new PromoValue.MoneyGift(Money.Rubles(10)), expiresAt: Shop.Clock.GetUtcNow().AddDays(1));
        await Issue("USEDUP", new PromoValue.MoneyGift(Money.Rubles(10)), uses: 1);
        await Issue("WITHDRAWN", new PromoValue.MoneyGift(Money.Rubles(10)));
        await Redeem(await Shop.NewCustomer(), "USEDUP");
        await Shop.Send(new DisablePromo("WITHDRAWN", "test", "mistake"));
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        var user = await Shop.NewCustomer();
        foreach (var code in new[] { "UNKNOWN", "EXPIRED", "USEDUP", "WITHDRAWN" })
        {
            (await Redeem(user, code)).ShouldBe(new RedeemPromoResult.Refused(PromoRefusal.NotValid), code);
        }
    }

    [Test]
    public async Task Guessing_ends_after_five_tries_even_for_a_right_guess_and_begins_anew_an_hour_later()
    {
        await Issue("RIGHT", new PromoValue.MoneyGift(Money.Rubles(10)));
        var user = await Shop.NewCustomer();

        // At once, as from many devices and on many instances.
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Redeem(user, $"GUESS{n}")));

        all.OfType<RedeemPromoResult.Refused>().Count(refused => refused.Reason == PromoRefusal.NotValid).ShouldBe(5);
        all.OfType<RedeemPromoResult.Refused>().Count(refused => refused.Reason == PromoRefusal.TooManyTries).ShouldBe(35);
        var locked = (await Redeem(user, "RIGHT")).ShouldBeOfType<RedeemPromoResult.Refused>();
        (locked.Reason, locked.Wait).ShouldBe((PromoRefusal.TooManyTries, TimeSpan.FromHours(1)));
        (await Redeem(await Shop.NewCustomer(), "RIGHT")).ShouldBeOfType<RedeemPromoResult.Redeemed>("others are not concerned");

        Shop.Clock.Advance(TimeSpan.FromHours(1));
        (await Redeem(user, "GUESS")).ShouldBe(new RedeemPromoResult.Refused(PromoRefusal.NotValid));
    }

    [Test]
    public async Task A_code_used_before_and_a_sentence_are_no_guesses()
    {
        await Issue("RIGHT", new PromoValue.MoneyGift(Money.Rubles(10)));
        var user = await Shop.NewCustomer();
        await Redeem(user, "RIGHT");
        for (var time = 0; time < 10; time++)
        {
            (await Refused(user, "RIGHT")).ShouldBe(PromoRefusal.AlreadyUsed);
            (await Refused(user, "a cat in space")).ShouldBe(PromoRefusal.NotACode);
        }
    }

    [Test]
    public async Task Who_issued_and_who_withdrew_is_on_record()
    {
        await Issue("AUDITED", new PromoValue.MoneyGift(Money.Rubles(10)));
        Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Shop.Send(new DisablePromo("audited", "boss", "a mistake"))).ShouldBe(DisablePromoResult.Disabled);
        (await Shop.Send(new DisablePromo("AUDITED", "boss", "again"))).ShouldBe(DisablePromoResult.DisabledBefore);
        (await Shop.Send(new DisablePromo("NOTHING", "boss", ""))).ShouldBe(DisablePromoResult.NotFound);

        var audit = await Shop.Ask(db => db.Audit.OrderBy(entry => entry.Id).ToListAsync());
        audit.Select(entry => (entry.Action, entry.Actor, entry.Subject)).ShouldBe(
            [("promo.created", "operator:test", "promo:AUDITED"), ("promo.disabled", "operator:boss", "promo:AUDITED")]);
        audit[0].After!.ShouldContain("10.00");
    }

    [Test]
    public async Task A_code_is_issued_once_and_one_made_up_is_hard_to_guess()
    {
        await Issue("ONCE", new PromoValue.MoneyGift(Money.Rubles(10)));
        (await Shop.Send(Request("once", new PromoValue.MoneyGift(Money.Rubles(99))))).ShouldBeOfType<CreatePromoResult.Exists>().Promo.Amount.ShouldBe(Money.Rubles(10));
        (await Shop.Send(Request(null, new PromoValue.FreeGenerations(1)))).ShouldBeOfType<CreatePromoResult.Created>().Promo.Code.Length.ShouldBe(10);
    }

    [Test]
    public async Task What_no_one_means_is_not_issued()
    {
        var now = Shop.Clock.GetUtcNow();
        var fine = Request("FINE", new PromoValue.MoneyGift(Money.Rubles(10)));
        foreach (var wrong in new[]
        {
            fine with { Code = "no" }, fine with { Code = "two words" }, fine with { UsesMax = 0 }, fine with { UsesMax = 2_000_000 },
            fine with { UsesPerCustomerMax = 0 }, fine with { UsesMax = 2, UsesPerCustomerMax = 3 }, fine with { ExpiresAt = now },
            fine with { ExpiresAt = now.AddYears(10) }, fine with { Operator = "" }, fine with { Value = new PromoValue.MoneyGift(Money.Zero) },
            fine with { Value = new PromoValue.MoneyGift(Money.Rubles(-5)) }, fine with { Value = new PromoValue.MoneyGift(Money.Rubles(10_001)) },
            fine with { Value = new PromoValue.TopUpPercent(0, Money.Rubles(5)) }, fine with { Value = new PromoValue.TopUpPercent(101, Money.Rubles(5)) },
            fine with { Value = new PromoValue.TopUpPercent(10, Money.Zero) }, fine with { Value = new PromoValue.FreeGenerations(0) },
        })
        {
            await Should.ThrowAsync<FluentValidation.ValidationException>(() => Shop.Send(wrong), wrong.ToString());
        }
    }

    private async Task Issue(string code, PromoValue value, int uses = 10, int perCustomer = 1, DateTimeOffset? expiresAt = null) =>
        (await Shop.Send(Request(code, value) with { UsesMax = uses, UsesPerCustomerMax = perCustomer, ExpiresAt = expiresAt }))
            .ShouldBeOfType<CreatePromoResult.Created>();

    private static CreatePromo Request(string? code, PromoValue value) => new(code, value, 10, 1, null, "test");

    private Task<RedeemPromoResult> Redeem(UserId user, string typed) => Shop.Send(new RedeemPromo(user, typed));

    private async Task<PromoRefusal> Refused(UserId user, string typed) => (await Redeem(user, typed)).ShouldBeOfType<RedeemPromoResult.Refused>().Reason;

    private async Task ForgetMisses()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand("DELETE FROM promo_attempts");
        await command.ExecuteNonQueryAsync();
    }
}
