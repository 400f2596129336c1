using System.Text.Json;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Growth;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>What the panel opens with: what is counted at a look and what was kept by the hour tell the same.</summary>
public sealed class FigureTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    [Test]
    public async Task A_day_tells_money_orders_failures_and_what_waits()
    {
        var anna = await Shop.NewCustomer(rubles: 100);
        await Done(anna);
        await Failed(anna);
        Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await Shop.Order(anna);
        Shop.Clock.Advance(TimeSpan.FromSeconds(40));

        var view = await Figures();
        (view.Money.Spent, view.Orders.Begun, view.Orders.Done, view.Orders.Failed).ShouldBe((Money.Rubles(14.14m), 3, 1, 1));
        view.Orders.SuccessPercent.ShouldBe(50);
        view.Orders.Wait!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        view.Margin.ShouldBe(view.Money.Spent - view.Orders.Cost);
        view.Orders.Cost.Kopecks.ShouldBeGreaterThan(0);
        var failed = view.Failures.ShouldHaveSingleItem();
        (failed.Card!.Id.Value, failed.Failed, failed.Ended).ShouldBe(("nano-banana-pro", 1, 2));
        (view.Open.Queued, view.At - view.Open.Oldest).ShouldBe((1, TimeSpan.FromSeconds(40)));
        view.Buckets.Count.ShouldBe(24);
        view.Buckets[^1].Kinds[OutputKind.Image].ShouldBe(3);
        await Shop.Pass(TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task What_the_provider_has_left_is_told_in_our_money_and_for_how_long_it_will_do()
    {
        var anna = await Shop.NewCustomer(rubles: 100);
        (await Figures()).Account.ShouldBe(new ProviderAccount(1000, Shop.Terms.Prices.Cost(1000), null));
        await Done(anna);
        var account = (await Figures()).Account;
        // 18 credits within the first hour: 1000 do for 55 hours.
        account.Lasts!.Value.TotalHours.ShouldBe(1000 / 18d, 0.1);
    }

    [Test]
    public async Task Whoever_does_not_wait_for_the_provider_is_told_what_it_said_last_as_long_as_that_may_be_true()
    {
        var unknown = new ProviderAccount(null, null, null);
        var known = new ProviderAccount(1000, Shop.Terms.Prices.Cost(1000), null);
        (await Told()).ShouldBe(unknown);
        (await Shop.Send(new AskForCredits())).ShouldBe(1000);
        (await Told()).ShouldBe(known);
        Shop.Clock.Advance(TimeSpan.FromMinutes(15));
        (await Told()).ShouldBe(known);
        Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Told()).ShouldBe(unknown);
        await Figures();
        (await Told()).ShouldBe(known);

        async Task<ProviderAccount> Told() =>
            (await Shop.Given(new ShowFigures(BackOffice.ByOwner, FigurePeriod.Day, AsksProvider: false))).Account;
    }

    [Test]
    public async Task An_empty_shop_has_figures_too()
    {
        foreach (var period in Enum.GetValues<FigurePeriod>())
        {
            var view = await Figures(period);
            (view.Orders.Begun, view.Orders.SuccessPercent, view.Orders.Wait, view.Failures.Count).ShouldBe((0, null, null, 0));
        }
    }

    [TestCase(FigurePeriod.Day)]
    [TestCase(FigurePeriod.Week)]
    [TestCase(FigurePeriod.Month)]
    public async Task What_was_kept_tells_the_same_as_what_is_counted(FigurePeriod period)
    {
        await Days();
        var counted = await Told(period);
        await Shop.Send(new KeepFigures());
        (await Told(period)).ShouldBe(counted);

        // What changes in an hour that was kept is found when the next one is.
        await Shop.Execute("UPDATE generations SET credits_spent = 9 WHERE status = 'Delivered'");
        Shop.Clock.Advance(TimeSpan.FromHours(1));
        await Shop.Send(new KeepFigures());
        var kept = await Told(period);
        await Shop.Execute("TRUNCATE shop_hours");
        (await Told(period)).ShouldBe(kept);
    }

    [Test]
    public async Task Two_instances_may_keep_at_once_and_again()
    {
        await Days();
        var counted = await Told(FigurePeriod.Week);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Shop.Send(new KeepFigures())));
        await Shop.Send(new KeepFigures());
        (await Told(FigurePeriod.Week)).ShouldBe(counted);
    }

    /// <summary>A day of the shop begins at 21:00 UTC.</summary>
    [Test]
    public async Task Days_are_those_of_the_shop()
    {
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 29, 20, 50, 0, TimeSpan.Zero));
        await Done(await Shop.NewCustomer(rubles: 100));
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 29, 21, 10, 0, TimeSpan.Zero));
        await Done(await Shop.NewCustomer(rubles: 100));
        var days = (await Figures(FigurePeriod.Week)).Buckets;
        (days.Count, days[^1].Orders.Begun, days[^2].Orders.Begun).ShouldBe((7, 1, 1));
        days[^1].At.ShouldBe(new DateTimeOffset(2026, 11, 29, 21, 0, 0, TimeSpan.Zero));
    }

    private async Task Days()
    {
        var anna = await Shop.NewCustomer(rubles: 1000);
        for (var step = 0; step < 6; step++)
        {
            await Done(anna);
            await Failed(anna);
            await Shop.Send(new ClaimGift(anna));
            Shop.Clock.Advance(TimeSpan.FromHours(7));
        }
    }

    private async Task Done(UserId user)
    {
        await Shop.Order(user);
        await Shop.Pass(TimeSpan.FromSeconds(10));
    }

    private async Task Failed(UserId user)
    {
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "no"));
        await Done(user);
    }

    private Task<FiguresView> Figures(FigurePeriod period = FigurePeriod.Day) => Shop.Given(new ShowFigures(BackOffice.ByOwner, period));

    private async Task<string> Told(FigurePeriod period)
    {
        var view = await Figures(period);
        return JsonSerializer.Serialize(new
        {
            view.Money,
            view.Orders,
            Failures = view.Failures.Select(model => new { Model = model.Model.Value, model.Failed, model.Ended }),
            Buckets = view.Buckets.Select(bucket => new { bucket.At, bucket.Money, bucket.Orders, Kinds = bucket.Kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key}:{kind.Value}") }),
        });
    }
}
