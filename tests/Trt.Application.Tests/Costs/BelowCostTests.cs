using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice.Reports;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Costs;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Costs;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Costs;

/// <summary>Nothing is sold below cost unless somebody was promised it, and what the provider really takes is held against its price.</summary>
public sealed class BelowCostTests : ShopTest
{
    private static readonly ModelId Picture = new(PriceLists.Picture);

    private UserId _user;

    protected override async Task<TestShop> OpenShop()
    {
        var shop = await PriceLists.Open();
        await shop.Sync();
        _user = await shop.NewCustomer(1000);
        return shop;
    }

    [Test]
    public async Task A_shown_price_is_kept_when_the_cost_has_outrun_it_and_the_loss_has_a_name()
    {
        var view = await Shop.PaidDraft(_user);
        Shop.Reprice(PriceLists.Picture, 3);
        await Shop.Sync();
        await Shop.Send(new AcceptCosts(Picture, "operator:ann", "they told us"));

        var order = (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation;
        (order.Price, order.Cost, order.Loss).ShouldBe((view.Quote.Price, PriceTerms.Default.Cost(54), BelowCost.HonouredQuote));

        await Shop.Pass(TimeSpan.FromSeconds(5));
        var day = (await Shop.Send(new ReportMargin())).ShouldHaveSingleItem();
        (day.Model, day.Orders, day.Taken, day.BelowCost).ShouldBe((Picture, 1, view.Quote.Price, 1));
        day.Lost.ShouldBe(PriceTerms.Default.Cost(54) - view.Quote.Price);
    }

    [Test]
    public async Task A_shown_price_is_kept_while_the_model_is_off_sale_for_a_leap()
    {
        var view = await Shop.PaidDraft(_user);
        Shop.Reprice(PriceLists.Picture, 3);
        await Shop.Sync();
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Price.ShouldBe(view.Quote.Price);
    }

    [Test]
    public async Task After_its_time_a_shown_price_is_asked_again()
    {
        var view = await Shop.PaidDraft(_user);
        Shop.Reprice(PriceLists.Picture, 1.5m);
        await Shop.Sync();
        Shop.Clock.Advance(Shop.Settings.QuoteLifetime);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.PriceChanged);
    }

    [Test]
    public async Task A_price_of_the_operators_own_below_cost_is_told_and_named()
    {
        await Shop.Send(new ChangeSetting("price.override:nano-banana-pro:resolution=1K", "8", "operator:ann", "a present"));
        Shop.Reprice(PriceLists.Picture, 1.5m);
        (await Shop.Sync()).News.ShouldContain(news => news.Event == CostEvent.BelowCost);

        var view = await Shop.PaidDraft(_user);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Loss.ShouldBe(BelowCost.OwnPrice);
    }

    [Test]
    public async Task A_little_more_than_its_price_is_told_once_and_still_sold()
    {
        Shop.Provider.UsualReading = Done(20);
        for (var order = 0; order < 3; order++)
        {
            await Shop.Order(_user);
            await Shop.Pass(TimeSpan.FromMinutes(20));
        }

        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.Overcharged>().ShouldSatisfyAllConditions(
            over => (over.Spent, over.Expected).ShouldBe((20m, 18m)), over => over.IsStopped.ShouldBeFalse());
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task Much_more_than_its_price_stops_sale_until_a_person_or_a_new_price_says_otherwise()
    {
        Shop.Provider.UsualReading = Done(30);
        await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        await Shop.RefreshTerms();
        (await IsSold()).ShouldBeFalse();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.Overcharged>().IsStopped.ShouldBeTrue();

        await Shop.Sync();
        (await IsSold()).ShouldBeFalse("the same price again explains nothing");
        Shop.Reprice(PriceLists.Picture, 1.6m);
        await Shop.Sync();
        (await IsSold()).ShouldBeTrue("the list was behind");

        await Shop.Order(_user);
        Shop.Provider.UsualReading = Done(90);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        await Shop.RefreshTerms();
        (await IsSold()).ShouldBeFalse();
        (await Shop.Send(new AcceptCosts(Picture, "operator:ann", "a slip of theirs"))).ShouldBeOfType<CostChange.Done>();
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task The_margin_is_what_was_taken_less_what_the_provider_took()
    {
        Shop.Provider.UsualReading = Done(20);
        await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        var day = (await Shop.Send(new ReportMargin(1))).ShouldHaveSingleItem();
        (day.Taken, day.BelowCost).ShouldBe((PriceTerms.Default.Price(18), 0));
        day.Cost.Kopecks.ShouldBeInRange(PriceTerms.Default.Cost(20).Kopecks - 1, PriceTerms.Default.Cost(20).Kopecks + 1);
        day.Margin.ShouldBe(day.Taken - day.Cost);
    }

    private static TaskReading.Done Done(decimal credits) => (TaskReading.Done)FakeProvider.Done() with { CreditsSpent = credits };

    private async Task<bool> IsSold()
    {
        await using var scope = Shop.Scope();
        return scope.ServiceProvider.GetRequiredService<ICatalog>().Current.Find(Picture)!.IsOffered;
    }
}
