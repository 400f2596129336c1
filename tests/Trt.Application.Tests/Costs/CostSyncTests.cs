using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Costs;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Tests.Races;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Costs;

/// <summary>The provider's prices are followed, doubted, and given up in time; a person has the last word.</summary>
public sealed class CostSyncTests : ShopTest
{
    private static readonly ModelId Picture = new(PriceLists.Picture);
    private static readonly SkuId Large = new(Picture, "resolution=4K");

    protected override Task<TestShop> OpenShop() => PriceLists.Open();

    [Test]
    public async Task A_list_that_says_what_the_cards_say_changes_nothing()
    {
        var report = await Shop.Sync();
        (report.Doubt, report.Ours, report.Understood).ShouldBe((null, 12, 12));
        report.News.ShouldBeEmpty();
        (await Lines()).ShouldBeEmpty();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task A_rise_within_the_limit_is_taken_at_once_and_written_down()
    {
        await Shop.Sync();
        Shop.Reprice(PriceLists.Picture, 1.5m);
        (await Shop.Sync()).News.ShouldAllBe(news => news.Event == CostEvent.Taken);

        (await CreditsOf(Large)).ShouldBe(36);
        Shop.Catalog.Current.Find(Picture)!.Prices.Skus.Single(sku => sku.Key == Large.Sku).Credits.ShouldBe(24, "no card is edited");
        var line = (await Lines()).Single(line => line.Id == Large);
        (line.Credits, line.Source, line.Who).ShouldBe((36, CostSource.Sync, "sync"));
        var entry = (await Shop.Ask(db => db.Audit.Where(entry => entry.Subject == $"cost:{Large}").ToListAsync())).ShouldHaveSingleItem();
        (entry.Actor, entry.Action, entry.Before, entry.After).ShouldBe(("sync", ListFollower.Taken, "24", "36"));
        var user = await Shop.NewCustomer(100);
        (await Shop.PaidDraft(user, "4K")).Quote.Price.ShouldBe(PriceTerms.Default.Price(36));
    }

    [TestCase(1.61, "18 → 28.98")]
    [TestCase(0.29, "18 → 5.22")]
    [TestCase(0, "18 → 0")]
    [TestCase(1000, "18 → 18000")]
    public async Task A_leap_stops_sale_and_asks_once(decimal factor, string told)
    {
        await Shop.Sync();
        Shop.Reprice(PriceLists.Picture, factor);
        (await Shop.Sync()).News.ShouldHaveSingleItem().Event.ShouldBe(CostEvent.Asked);
        (await Shop.Sync()).News.ShouldBeEmpty();

        (await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture))).ShouldNotBeOfType<ModelView.Card>();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.CostsNeedWord>().News[0].Model.Value.ShouldBe(PriceLists.Picture);
        (await Overview(Picture)).Objection.ShouldNotBeNull().ShouldContain(told);

        Shop.Reprice(PriceLists.Picture, 1);
        await Shop.Sync();
        (await Overview(Picture)).Objection.ShouldBeNull("the price came back");
    }

    [Test]
    public async Task The_limits_are_the_operators()
    {
        await Shop.Sync();
        await Shop.Send(new ChangeSetting("price.rise_alone_percent", "20", "operator:test", "test"));
        Shop.Reprice(PriceLists.Picture, 1.3m);
        (await Shop.Sync()).News.ShouldHaveSingleItem().Event.ShouldBe(CostEvent.Asked);
    }

    [Test]
    public async Task A_person_accepts_a_leap()
    {
        await Shop.Sync();
        Shop.Reprice(PriceLists.Picture, 3);
        await Shop.Sync();
        (await Shop.Send(new AcceptCosts(Picture, "operator:ann", "they told us"))).ShouldBeOfType<CostChange.Done>();

        (await CreditsOf(Large)).ShouldBe(72);
        (await Lines()).ShouldAllBe(line => line.Who == "operator:ann");
        (await Shop.Sync()).News.ShouldBeEmpty();
        (await Overview(Picture)).Objection.ShouldBeNull();
    }

    [Test]
    public async Task A_persons_own_word_wins_and_the_difference_is_told_once()
    {
        await Shop.Sync();
        (await Shop.Send(new SetCost(Large, 30, "operator:ann", "their invoice"))).ShouldBeOfType<CostChange.Done>();
        (await CreditsOf(Large)).ShouldBe(30);

        Shop.Reprice(PriceLists.Picture, 1.1m);
        (await Shop.Sync()).News.Where(news => news.Event == CostEvent.HandDiffers).ShouldHaveSingleItem().Detail.ShouldBe("resolution=4K: 30, theirs 26.4");
        (await Shop.Sync()).News.ShouldBeEmpty();
        (await CreditsOf(Large)).ShouldBe(30);

        await Shop.Send(new ForgetCosts(Picture, "operator:ann", "back to theirs"));
        (await CreditsOf(Large)).ShouldBe(24, "the card's, until the next list");
        await Shop.Sync();
        (await CreditsOf(Large)).ShouldBe(26.4m);
    }

    [Test]
    public async Task What_is_not_understood_is_named_and_the_last_price_counts_until_it_is_too_old()
    {
        await Shop.Sync();
        Shop.List.Put(PriceLists.Picture, "18 credits for 1K, 18 credits for 2K, 24 credits for 4K. A tip of 2 credits is customary.");
        var news = (await Shop.Sync()).News.ShouldHaveSingleItem();
        (news.Event, news.Detail).ShouldBe((CostEvent.Parked, "left over: \"tip of 2 credits is customary\""));
        (await CreditsOf(Large)).ShouldBe(24);
        (await Overview(Picture)).Objection.ShouldBeNull();

        Shop.Clock.Advance(TimeSpan.FromHours(47));
        await Shop.Sync();
        (await IsSold(Picture)).ShouldBeTrue();
        Shop.Clock.Advance(TimeSpan.FromHours(1));
        await Shop.Sync();
        (await IsSold(Picture)).ShouldBeFalse();
        (await IsSold(new ModelId("z-image"))).ShouldBeTrue("only that one is in doubt");

        Shop.Reprice(PriceLists.Picture, 1);
        await Shop.Sync();
        (await IsSold(Picture)).ShouldBeTrue("it is understood again");
    }

    [Test]
    public async Task A_vanished_model_leaves_and_comes_back_and_a_null_price_only_freezes()
    {
        await Shop.Sync();
        Shop.List.Drop(PriceLists.Picture);
        Shop.List.Put("z-image", null);
        (await Shop.Sync()).News.Select(news => (news.Model.Value, news.Event))
            .ShouldBe([("z-image", CostEvent.Unpriced), (PriceLists.Picture, CostEvent.Vanished)], ignoreOrder: true);
        (await CardOf(Picture)).Status.ShouldBe(ModelStatus.AbsentUpstream);
        (await IsSold(new ModelId("z-image"))).ShouldBeTrue();

        Shop.Reprice(PriceLists.Picture, 1);
        (await Shop.Sync()).News.ShouldHaveSingleItem().Event.ShouldBe(CostEvent.Returned);
        (await IsSold(Picture)).ShouldBeTrue();
    }

    [Test]
    public async Task An_offer_counts_until_it_ends()
    {
        await Shop.Sync();
        Shop.List.Put(
            PriceLists.Picture,
            "18 credits for 1K, 18 credits for 2K, 18 credits for 4K\nLimited-Time 4K Offer: 25% OFF until Nov 22, 2026 06:00 UTC (prices above already reflect the discount)");
        await Shop.Sync();
        (await CreditsOf(Large)).ShouldBe(18);
        (await IsSold(Picture)).ShouldBeTrue();

        Shop.Clock.Set(new DateTimeOffset(2026, 11, 22, 6, 0, 1, TimeSpan.Zero));
        await Shop.RefreshTerms();
        (await CardOf(Picture)).Prices.Skus.Single(sku => sku.Key == Large.Sku).IsOver.ShouldBeTrue("nobody knows the price after an offer");
        Shop.Reprice(PriceLists.Picture, 1);
        await Shop.Sync();
        (await CreditsOf(Large)).ShouldBe(24);
        (await IsSold(Picture)).ShouldBeTrue();
    }

    [Test]
    public async Task A_list_without_most_of_our_models_is_not_believed()
    {
        await Shop.Sync();
        foreach (var card in Shop.Catalog.Current.Cards.Skip(3))
        {
            Shop.List.Drop(card.SendAs!);
        }

        Shop.Reprice(Shop.Catalog.Current.Cards[0].Id.Value, 1.2m);
        var report = await Shop.Sync();
        (report.Doubt, report.News.Count).ShouldBe(("9 of our 12 models are not in it", 0));
        (await Lines()).ShouldBeEmpty();
        (await IsSold(Picture)).ShouldBeTrue();
        (await Shop.Sync(isForced: true)).News.Count(news => news.Event == CostEvent.Vanished).ShouldBe(9);
    }

    [Test]
    public async Task Most_prices_at_once_are_not_believed()
    {
        await Shop.Sync();
        foreach (var card in Shop.Catalog.Current.Cards)
        {
            Shop.Reprice(card.Id.Value, 0.5m);
        }

        (await Shop.Sync()).Doubt.ShouldBe("12 of 12 models have another price at once");
        (await Lines()).ShouldBeEmpty();
    }

    [Test]
    public async Task An_empty_list_is_not_believed_and_the_operators_hear_of_it()
    {
        await Shop.Sync();
        Shop.List.Instead = new ProviderList.Complete([]);
        Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunSync();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.ListDoubted>().Detail.ShouldContain("the list is empty");
        (await IsSold(Picture)).ShouldBeTrue();
    }

    [Test]
    public async Task A_provider_that_is_away_for_days_is_told_long_before_sale_stops_and_all_comes_back_by_itself()
    {
        await Shop.Sync();
        Shop.List.Instead = new ProviderList.TryLater(null, "no answer in time");
        await Keep();
        await Shop.Pass(TimeSpan.FromHours(4));
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.CostsOld>().Hours.ShouldBe(3);
        await Shop.RefreshTerms();
        (await IsSold(Picture)).ShouldBeTrue();
        await Shop.Pass(TimeSpan.FromHours(45));
        await Shop.RefreshTerms();
        (await IsSold(Picture)).ShouldBeFalse();

        Shop.List.Instead = null;
        await Shop.Pass(CatalogSync.SoonAgain);
        (await IsSold(Picture)).ShouldBeTrue();
    }

    [Test]
    public async Task Two_instances_read_at_once_and_the_older_list_takes_nothing()
    {
        await Shop.Sync();
        await using var other = await Shop.OpenBeside();
        other.Clock.Set(Shop.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        Shop.Reprice(PriceLists.Picture, 1.5m);
        other.List.Instead = await Shop.List.List(CancellationToken.None);
        Shop.Reprice(PriceLists.Picture, 1.2m);
        Shop.Clock.Advance(TimeSpan.FromSeconds(20));
        // While the first list is on its way, the second, asked for later, comes first.
        Shop.List.Meanwhile = async () =>
        {
            (await other.Send(new SyncCosts())).ShouldBeOfType<SyncResult.Done>().Report.IsOvertaken.ShouldBeFalse();
            Shop.Clock.Advance(TimeSpan.FromSeconds(20));
        };
        (await Shop.Send(new SyncCosts())).ShouldBeOfType<SyncResult.Done>().Report.IsOvertaken.ShouldBeTrue();
        await Shop.RefreshTerms();
        (await CreditsOf(Large)).ShouldBe(36);
    }

    [Test]
    public async Task All_instances_together_ask_once_a_second()
    {
        await using var other = await Shop.OpenBeside();
        other.List.Instead = await Shop.List.List(CancellationToken.None);
        var results = await Race.Of(8, number => (number % 2 == 0 ? Shop : other).Send(new SyncCosts(IsTrial: true)));
        results.OfType<SyncResult.Done>().Count().ShouldBe(1);
        results.OfType<SyncResult.NotNow>().ShouldAllBe(later => later.After > TimeSpan.Zero);
    }

    [Test]
    public async Task A_clock_that_jumped_forward_and_back_keeps_nobody_from_reading()
    {
        await Shop.Sync();
        var now = Shop.Clock.GetUtcNow();
        Shop.Clock.Set(now + TimeSpan.FromDays(3));
        await Shop.RefreshTerms();
        (await IsSold(Picture)).ShouldBeFalse("for this clock the prices are days old");
        await Shop.Sync();
        (await IsSold(Picture)).ShouldBeTrue();

        Shop.Clock.Set(now + TimeSpan.FromMinutes(5));
        Shop.Reprice(PriceLists.Picture, 1.5m);
        (await Shop.Sync()).IsOvertaken.ShouldBeFalse();
        (await CreditsOf(Large)).ShouldBe(36);
    }

    private async Task<decimal> CreditsOf(SkuId line) =>
        (await CardOf(line.Model)).Prices.Skus.Single(sku => sku.Key == line.Sku).Credits;

    private async Task<bool> IsSold(ModelId model) => (await CardOf(model)).IsOffered;

    private async Task<ModelCard> CardOf(ModelId model)
    {
        await using var scope = Shop.Scope();
        return scope.ServiceProvider.GetRequiredService<ICatalog>().Current.Find(model)!;
    }

    private Task<List<LineCost>> Lines() => Shop.Ask(db => db.LineCosts.AsNoTracking().ToListAsync());

    private async Task<CostView> Overview(ModelId model) =>
        (await Shop.Send(new ListCosts())).Models.Single(view => view.Model == model);

    private Task<LaterOutcome> RunSync() => Shop.Send(new CatalogSync());

    private async Task Keep()
    {
        await using var scope = Shop.Scope();
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Keep(new CatalogSync(), TimeSpan.Zero, CancellationToken.None);
    }
}
