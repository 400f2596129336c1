using Trt.Application.Growth;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>Where customers come from: the first touch for ever, the last one beside it.</summary>
[NonParallelizable]
public sealed class ReportTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => TestShop.Open(Visitors.With(new GrowthTerms { InviterRewardAt = RewardMoment.Arrival, SharePercent = 10 }));

    [Test]
    public async Task Each_customer_counts_for_the_source_of_their_first_word()
    {
        var fromVk = await Comes("vk");
        await Shop.Comes(fromVk, new StartParameter.CameFrom("youtube"));
        await Comes("vk");
        var direct = await Shop.NewCustomer();
        await Shop.Comes(direct, new StartParameter.CameFrom("vk"));
        var friend = await Shop.Friend(fromVk);
        await Shop.Pays(fromVk, 300);
        await Shop.Pays(fromVk, 200);
        await Shop.Pays(friend, 100);
        await Shop.Pass(TimeSpan.FromSeconds(1));

        var report = await Shop.Send(new ReportGrowth(Since: null));

        report.Sources.ShouldBe(
        [
            new SourceFigures("vk", 2, 1, Money.Rubles(500)),
            new SourceFigures("(invitation)", 1, 1, Money.Rubles(100)),
            new SourceFigures("(direct)", 1, 0, Money.Zero),
        ]);
        report.Invitations.ShouldBe(new InvitationFigures(1, 1, 0, 20, Money.Rubles(10)));
    }

    [Test]
    public async Task The_first_touch_stays_and_the_last_one_follows()
    {
        var user = await Comes("vk");
        await Shop.Comes(user, new StartParameter.CameFrom("youtube"));
        var old = await Shop.NewCustomer();
        await Shop.Comes(old, new StartParameter.CameFrom("youtube"));

        (await Touches(user)).ShouldBe(("vk", "youtube"));
        (await Touches(old)).ShouldBe((null, "youtube"));
    }

    [Test]
    public async Task The_same_first_word_on_two_instances_is_one_touch()
    {
        for (var round = 0; round < 20; round++)
        {
            var user = Visitors.Nobody();
            await Task.WhenAll(Shop.Comes(user, new StartParameter.CameFrom("a")), Shop.Comes(user, new StartParameter.CameFrom("a")));
            (await Touches(user)).ShouldBe(("a", "a"));

            var old = await Shop.NewCustomer();
            await Task.WhenAll(Shop.Comes(old, new StartParameter.CameFrom("a")), Shop.Comes(old, new StartParameter.CameFrom("a")));
            (await Touches(old)).ShouldBe((null, "a"));
        }
    }

    [Test]
    public async Task Only_those_who_came_since_are_counted_when_a_day_is_named()
    {
        await Comes("early");
        Shop.Clock.Advance(TimeSpan.FromDays(2));
        await Comes("late");
        var report = await Shop.Send(new ReportGrowth(Shop.Clock.GetUtcNow().AddDays(-1)));
        report.Sources.ShouldHaveSingleItem().Source.ShouldBe("late");
    }

    [Test]
    public async Task Promo_codes_and_gifts_are_in_it()
    {
        await Shop.Send(new CreatePromo("CODE", new PromoValue.FreeGenerations(3), 10, 1, null, "test"));
        await Shop.Send(new RedeemPromo(await Shop.NewCustomer(), "CODE"));
        var report = await Shop.Send(new ReportGrowth(null));
        var promo = report.Promos.ShouldHaveSingleItem();
        (promo.Promo.Uses, promo.Customers, promo.CanBeUsed).ShouldBe((1, 1, true));
        report.Gifts.ShouldBe(new GiftFigures(0, Money.Zero));
    }

    private async Task<UserId> Comes(string source)
    {
        var user = Visitors.Nobody();
        await Shop.Comes(user, new StartParameter.CameFrom(source));
        return user;
    }

    private async Task<(string? First, string Last)> Touches(UserId user)
    {
        var touch = await Shop.Ask(async db => await db.Attributions.FindAsync(user));
        return (touch!.FirstSource, touch.LastSource);
    }
}
