using Microsoft.EntityFrameworkCore;
using Trt.Application.Growth;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>The present of the house: once in a lifetime, whatever is pressed.</summary>
public sealed class GiftTests
{
    private static readonly GrowthTerms Giving = new() { GiftMin = Money.Rubles(10), GiftMax = Money.Rubles(30), GiftsPerDay = 1000 };

    [Test]
    public async Task Two_presses_at_once_are_one_gift()
    {
        await using var shop = await TestShop.Open(Visitors.With(Giving));
        for (var round = 0; round < 200; round++)
        {
            var user = await shop.NewCustomer();
            var all = await Task.WhenAll(shop.Send(new ClaimGift(user)), shop.Send(new ClaimGift(user)));

            var given = all.OfType<ClaimGiftResult.Given>().ShouldHaveSingleItem();
            all.OfType<ClaimGiftResult.TakenBefore>().ShouldHaveSingleItem().Amount.ShouldBe(given.Amount);
            given.Amount.ShouldBeInRange(Money.Rubles(10), Money.Rubles(30));
            (given.Amount.Kopecks % 100).ShouldBe(0);
            (await shop.Balance(user)).Available.ShouldBe(given.Amount);
        }

        (await shop.Ask(db => db.Gifts.Select(gift => gift.Amount).Distinct().CountAsync())).ShouldBeGreaterThan(10, "it is drawn, not fixed");
        await shop.MoneyAgrees();
    }

    [Test]
    public async Task Usually_there_is_none()
    {
        await using var shop = await TestShop.Open();
        var user = await shop.NewCustomer();
        (await shop.Send(new ShowInvitations(user))).HasGift.ShouldBeFalse();
        (await shop.Send(new ClaimGift(user))).ShouldBe(new ClaimGiftResult.Refused(GiftRefusal.NotOffered));
        (await shop.Balance(user)).Available.ShouldBe(Money.Zero);
    }

    [TestCase(0.00, 0.00, false)]
    [TestCase(0.00, 30.00, false)]
    [TestCase(10.50, 10.60, false)]
    [TestCase(30.00, 10.00, false)]
    [TestCase(10.50, 11.00, true)]
    [TestCase(1.00, 1.00, true)]
    public async Task It_is_whole_rubles_between_the_two_or_none(decimal least, decimal most, bool isGiven)
    {
        await using var shop = await TestShop.Open(Visitors.With(Giving with { GiftMin = Money.Rubles(least), GiftMax = Money.Rubles(most) }));
        var result = await shop.Send(new ClaimGift(await shop.NewCustomer()));
        if (isGiven)
        {
            result.ShouldBeOfType<ClaimGiftResult.Given>().Amount.ShouldBe(Money.Rubles(decimal.Floor(most)));
        }
        else
        {
            result.ShouldBe(new ClaimGiftResult.Refused(GiftRefusal.NotOffered));
        }
    }

    [Test]
    public async Task It_is_offered_until_it_is_taken_and_remembered_for_ever()
    {
        await using var shop = await TestShop.Open(Visitors.With(Giving));
        var user = await shop.NewCustomer();
        (await shop.Send(new ShowInvitations(user))).HasGift.ShouldBeTrue();
        await shop.Send(new ClaimGift(user));
        (await shop.Send(new ShowInvitations(user))).HasGift.ShouldBeFalse();
        shop.Clock.Advance(TimeSpan.FromDays(400));
        (await shop.Send(new ClaimGift(user))).ShouldBeOfType<ClaimGiftResult.TakenBefore>();
    }

    [Test]
    public async Task Ten_thousand_new_accounts_get_no_more_than_the_house_gives_in_a_day()
    {
        await using var shop = await TestShop.Open(Visitors.With(Giving with { GiftsPerDay = 3 }));
        for (var account = 0; account < 6; account++)
        {
            (await shop.Send(new ClaimGift(await shop.NewCustomer()))).ShouldBeOfType(
                account < 3 ? typeof(ClaimGiftResult.Given) : typeof(ClaimGiftResult.Refused));
        }

        shop.Clock.Advance(TimeSpan.FromDays(1));
        (await shop.Send(new ClaimGift(await shop.NewCustomer()))).ShouldBeOfType<ClaimGiftResult.Given>();
    }
}
