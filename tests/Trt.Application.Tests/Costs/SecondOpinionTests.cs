using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Costs;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Costs;

/// <summary>The public price page changes no price. Against it a price does not fall without a person.</summary>
public sealed class SecondOpinionTests : ShopTest
{
    private static readonly ModelId Picture = new(PriceLists.Picture);

    protected override Task<TestShop> OpenShop() => PriceLists.Open();

    [SetUp]
    public async Task Listed()
    {
        Page(1);
        await Shop.Sync();
    }

    [Test]
    public async Task Who_agrees_and_who_cannot_be_compared_is_counted_and_nobody_is_told()
    {
        var opinion = (await Shop.Send(new ListCosts())).Opinion.ShouldNotBeNull();
        (opinion.Agree, opinion.Differ, opinion.Unclear).ShouldBe((12, 0, 0));
        Shop.Feed.Instead = new FeedAnswer.Complete([]);
        Shop.Clock.Advance(SecondOpinions.Period);
        await Shop.Sync();
        opinion = (await Shop.Send(new ListCosts())).Opinion.ShouldNotBeNull();
        (opinion.Agree, opinion.Differ, opinion.Unclear).ShouldBe((0, 0, 12));
        (await Alerts()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_difference_is_told_once_shown_and_changes_nothing()
    {
        Page(2);
        Shop.Clock.Advance(SecondOpinions.Period);
        (await Shop.Sync()).News.ShouldBeEmpty("the page is read behind the list");
        var news = (await Shop.Sync()).News.Where(item => item.Event == CostEvent.OpinionDiffers).ToList();
        news.Count.ShouldBe(12);
        Shop.Clock.Advance(SecondOpinions.Period);
        (await Shop.Sync()).News.ShouldBeEmpty();
        (await Alerts()).ShouldHaveSingleItem().ShouldBeOfType<Matter.CostsNeedWord>().News[0].Event.ShouldBe(CostEvent.OpinionDiffers);
        (await Overview()).Difference.ShouldNotBeNull().ShouldContain("resolution=4K: 24, the price page 48");
        (await Large()).ShouldBe(24);

        Page(1);
        Shop.Clock.Advance(SecondOpinions.Period);
        await Shop.Sync();
        (await Overview()).Difference.ShouldBeNull();
    }

    [Test]
    public async Task A_fall_that_the_page_contradicts_waits_for_a_person()
    {
        Shop.Reprice(PriceLists.Picture, 0.5m);
        var news = (await Shop.Sync()).News.ShouldHaveSingleItem();
        (news.Event, news.NeedsAPerson).ShouldBe((CostEvent.Contradicted, true));
        news.Detail.ShouldContain("resolution=4K: 24 → 12, but 24 on the public price page");
        (await Shop.Sync()).News.ShouldBeEmpty("told once");
        (await Alerts()).ShouldHaveSingleItem().ShouldBeOfType<Matter.CostsNeedWord>().News[0].Model.Value.ShouldBe(PriceLists.Picture);
        (await Large()).ShouldBe(24);
        (await Overview()).Objection.ShouldBeNull("it is sold at the price that is surely enough");

        (await Shop.Send(new AcceptCosts(Picture, "operator:ann", "seen on their page"))).ShouldBeOfType<CostChange.Done>();
        (await Large()).ShouldBe(12);
        (await Overview()).Trouble.ShouldBeNull();
        await Shop.Sync();
        (await Large()).ShouldBe(12);
    }

    [Test]
    public async Task A_fall_is_taken_as_soon_as_the_page_follows()
    {
        Shop.Reprice(PriceLists.Picture, 0.5m);
        await Shop.Sync();
        Shop.Feed.Put(Card(), 0.5m);
        (await Shop.Sync()).News.ShouldAllBe(item => item.Event == CostEvent.Taken);
        (await Large()).ShouldBe(12);
        (await Overview()).Trouble.ShouldBeNull();
    }

    [Test]
    public async Task A_fall_that_the_page_shows_too_is_taken_at_once()
    {
        Shop.Reprice(PriceLists.Picture, 0.5m);
        Shop.Feed.Put(Card(), 0.5m);
        var asked = Shop.Feed.Asked;
        (await Shop.Sync()).News.ShouldAllBe(item => item.Event == CostEvent.Taken);
        (await Large()).ShouldBe(12);
        Shop.Feed.Asked.ShouldBe(asked + 1, "an opinion of yesterday would not have known");
    }

    [Test]
    public async Task A_rise_is_taken_whatever_the_page_says()
    {
        Shop.Reprice(PriceLists.Picture, 1.5m);
        (await Shop.Sync()).News.ShouldAllBe(item => item.Event == CostEvent.Taken);
        (await Large()).ShouldBe(36);
        (await Alerts()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_page_that_is_away_or_broken_holds_nothing_back()
    {
        Shop.Feed.Instead = new FeedAnswer.TryLater("no answer in time");
        Shop.Reprice(PriceLists.Picture, 0.5m);
        (await Shop.Sync()).News.ShouldAllBe(item => item.Event == CostEvent.Taken);
        Shop.Feed.Instead = new FeedAnswer.Unreadable("it is something else");
        Shop.Reprice(PriceLists.Picture, 0.4m);
        (await Shop.Sync()).News.ShouldAllBe(item => item.Event == CostEvent.Taken);
        (await Large()).ShouldBe(9.6m);
    }

    [Test]
    public async Task What_was_held_back_is_taken_when_nobody_has_said_anything_against_it_for_a_day()
    {
        Shop.Reprice(PriceLists.Picture, 0.5m);
        await Shop.Sync();
        Shop.Feed.Instead = new FeedAnswer.TryLater("gone for good");
        Shop.Clock.Advance(TimeSpan.FromHours(23));
        await Shop.Sync();
        (await Large()).ShouldBe(24);
        Shop.Clock.Advance(TimeSpan.FromHours(1));
        await Shop.Sync();
        (await Large()).ShouldBe(12);
    }

    [Test]
    public async Task A_quiet_page_is_asked_a_few_times_a_day()
    {
        var asked = Shop.Feed.Asked;
        for (var minute = 0; minute < 24 * 60; minute += 30)
        {
            Shop.Clock.Advance(CatalogSync.Period);
            await Shop.Sync();
        }

        (Shop.Feed.Asked - asked).ShouldBe(4);
    }

    private void Page(decimal factor)
    {
        foreach (var card in Shop.Catalog.Current.Cards)
        {
            Shop.Feed.Put(card, factor);
        }
    }

    private ModelCard Card() => Shop.Catalog.Current.Find(Picture)!;

    private async Task<decimal> Large()
    {
        await using var scope = Shop.Scope();
        return scope.ServiceProvider.GetRequiredService<ICatalog>().Current.Find(Picture)!.Prices.Skus
            .Single(sku => sku.Key == "resolution=4K").Credits;
    }

    private async Task<CostView> Overview() => (await Shop.Send(new ListCosts())).Models.Single(view => view.Model == Picture);

    private async Task<IReadOnlyList<Matter>> Alerts()
    {
        await Shop.HearAlerts();
        return [.. Shop.Mail.Alerts];
    }
}
