using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Growth;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Tests.BackOffice;
using Trt.Application.Tests.Payments;
using Trt.Application.Upkeep;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>What presents leave in the books: each once, as much as was promised, and what a refund does to them.</summary>
public sealed class BonusBookTests : ShopTest
{
    private UserId _anna;

    protected override bool BooksAgreeAtTheEnd => false;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1],
        PaymentMethods = [PaymentMethod.Stars],
        Terms = new ShopTerms { Growth = new GrowthTerms { SharePercent = 10, ShareMax = Money.Rubles(30), GiftMin = Money.Rubles(5), GiftMax = Money.Rubles(5) } },
    });

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer();

    [Test]
    public async Task Every_present_is_booked_once_however_often_it_is_asked_for()
    {
        var friend = await EveryPresent();
        for (var again = 0; again < 3; again++)
        {
            await Shop.Send(new ClaimGift(_anna));
            await Shop.Send(new RedeemPromo(_anna, "MONEY"));
            await Shop.Send(new RedeemPromo(_anna, "BOOST"));
            await Shop.Send(new ShareFirstPayment(_anna, friend));
            await Shop.Pays(_anna, 100);
            await Shop.Pays(friend, 100);
        }

        (await Bonuses()).ShouldBe(
            [($"gift:{_anna}", 500), ($"invitation:{friend}", 1000), ($"promo:BOOST:{_anna}", 2000), ($"promo:MONEY:{_anna}", 700)]);
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_present_in_the_ledger_that_nobody_promised_is_found()
    {
        await EveryPresent();
        await Book($"gift:{_anna}-again", 500);
        await Book("promo:NEVER:1", 100);
        (await Found()).Select(difference => (difference.Subject, difference.Expected, difference.Found)).ShouldBe(
            [($"bonus gift:{_anna}-again of customer {_anna}", 0, 500), ($"bonus promo:NEVER:1 of customer {_anna}", 0, 100)]);
    }

    [Test]
    public async Task A_promised_present_that_is_not_in_the_ledger_or_not_as_much_is_found()
    {
        var friend = await EveryPresent();
        await Shop.Execute($"UPDATE gifts SET amount = 501; UPDATE invitations SET share = 999; UPDATE promo_codes SET amount = 1999 WHERE code = 'BOOST'");
        await Shop.Execute($"INSERT INTO promo_redemptions (user_id, code, number, at) VALUES ({_anna}, 'MONEY', 2, now())");
        (await Found()).Select(difference => (difference.Subject, difference.Expected, difference.Found)).ShouldBe(
        [
            ($"bonus gift:{_anna} of customer {_anna}", 501, 500),
            ($"bonus invitation:{friend} of customer {_anna}", 999, 1000),
            ($"bonus promo:BOOST:{_anna} of customer {_anna}", 1999, 2000),
            ($"bonus promo:MONEY:{_anna}:2 of customer {_anna}", 700, 0),
        ]);
    }

    [Test]
    public async Task A_boost_that_was_given_and_still_waits_is_found()
    {
        await EveryPresent();
        await Shop.Execute(
            $"INSERT INTO top_up_boosts (user_id, code, reference, percent, bonus_max, since) VALUES ({_anna}, 'BOOST', 'promo:BOOST:{_anna}', 20, 2000, now())");
        (await Found()).ShouldHaveSingleItem().Describe().ShouldBe($"bonus promo:BOOST:{_anna} of customer {_anna}: 0.00 ₽ expected, 20.00 ₽ found");
    }

    [Test]
    public async Task A_refund_of_a_top_up_takes_the_payment_and_leaves_its_bonus_to_the_operator()
    {
        await Issue("BOOST", new PromoValue.TopUpPercent(20, Money.Rubles(20)));
        await Shop.Send(new RedeemPromo(_anna, "BOOST"));
        var payment = await Shop.PaysIn(_anna, 100);
        (await Available()).ShouldBe(Money.Rubles(120));

        (await Shop.Given(payment.Refund())).ShouldBeOfType<RefundResult.Begun>();
        await Shop.Pass(TimeSpan.FromSeconds(2));

        (await Shop.Payment(payment.Id)).RefundTaken.ShouldBe(Money.Rubles(100));
        (await Available()).ShouldBe(Money.Rubles(20));
        await Shop.Pays(_anna, 100);
        (await Available()).ShouldBe(Money.Rubles(120), "the boost was used by the payment that went back; it does not come again");
        await Shop.MoneyAgrees();

        await Shop.Send(new AddMoney(_anna, -2000, $"bonus-back:{payment.Id}", "the top-up was refunded", "test"));
        (await Available()).ShouldBe(Money.Rubles(100));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_refund_past_the_shop_may_take_the_bonus_and_never_more_than_was_paid()
    {
        await Issue("BOOST", new PromoValue.TopUpPercent(20, Money.Rubles(20)));
        await Shop.Send(new RedeemPromo(_anna, "BOOST"));
        var payment = await Shop.PaysIn(_anna, 100, "stx-1");
        await Shop.Order(_anna);

        (await Shop.Send(new NoteRefund(_anna, payment.Price, "stx-1", new Cid("test")))).ShouldBe(NoteRefundOutcome.Booked);

        (await Shop.Payment(payment.Id)).RefundTaken.ShouldBe(Money.Rubles(100));
        (await Available()).ShouldBe(Money.Rubles(20m - 14.14m));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_friends_refund_leaves_the_inviters_share()
    {
        var friend = await Shop.Friend(_anna);
        var payment = await Shop.PaysIn(friend, 100);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        (await Available()).ShouldBe(Money.Rubles(10));

        await Shop.Given(payment.Refund());
        await Shop.Pass(TimeSpan.FromSeconds(2));
        await Shop.PaysIn(friend, 100);
        await Shop.Pass(TimeSpan.FromSeconds(2));

        (await Available()).ShouldBe(Money.Rubles(10), "another payment is not the first");
        await Shop.MoneyAgrees();
    }

    /// <summary>A gift of 5 ₽, a code for 7 ₽, a boost that made 20 ₽ of 100 ₽, and 10 ₽ of a friend's first 100 ₽.</summary>
    private async Task<UserId> EveryPresent()
    {
        await Shop.Send(new ClaimGift(_anna));
        await Issue("MONEY", new PromoValue.MoneyGift(Money.Rubles(7)));
        await Shop.Send(new RedeemPromo(_anna, "MONEY"));
        await Issue("BOOST", new PromoValue.TopUpPercent(20, Money.Rubles(20)));
        await Shop.Send(new RedeemPromo(_anna, "BOOST"));
        await Shop.MoneyAgrees();
        await Shop.Pays(_anna, 100);
        var friend = await Shop.Friend(_anna);
        await Shop.Pays(friend, 100);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        return friend;
    }

    private async Task Issue(string code, PromoValue value) =>
        (await Shop.Send(new CreatePromo(code, value, 10, 1, null, "test"))).ShouldBeOfType<CreatePromoResult.Created>();

    private async Task<Money> Available() => (await Shop.Balance(_anna)).Available;

    private async Task<IReadOnlyList<(string, long)>> Bonuses() =>
        [.. (await Shop.Ask(db => db.Ledger.Where(entry => entry.Kind == EntryKind.Bonus).ToListAsync()))
            .Select(entry => (entry.Reference, entry.AvailableDelta)).OrderBy(bonus => bonus.Reference, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<MoneyDifference>> Found() =>
        (await Shop.Send(new ProveMoney())).Findings.Rules.Single(found => found.Rule == MoneyRule.BonusesWerePromised).Listed;

    private Task Book(string reference, long kopecks) => Shop.Execute(
        $"""
        WITH wallet AS (UPDATE wallets SET available = available + {kopecks} WHERE user_id = {_anna} RETURNING *)
        INSERT INTO ledger_entries (user_id, id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
        SELECT user_id, gen_random_uuid(), 'Bonus', {kopecks}, 0, available, reserved, '{reference}', 'test', 'test', now() FROM wallet
        """);
}
