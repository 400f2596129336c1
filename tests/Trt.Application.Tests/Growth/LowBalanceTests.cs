using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>A word before the door is closed, and never a second one on the same day.</summary>
public sealed class LowBalanceTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(8);

    [Test]
    public async Task Whoever_cannot_pay_for_another_hears_it_once_a_day()
    {
        await using var shop = await TestShop.Open();
        var user = await shop.NewCustomer(100);
        for (var picture = 0; picture < 7; picture++)
        {
            await shop.Order(user);
            await shop.Pass(AMoment);
            shop.Chat.LowBalances.Count.ShouldBe(picture == 6 ? 1 : 0, "100 ₽ are seven pictures of 14.14 ₽");
        }

        var word = shop.Chat.LowBalances.Single();
        (word.Balance, word.Price, word.Card!.Id.Value).ShouldBe((Money.Rubles(1.02m), Money.Rubles(14.14m), "nano-banana-pro"));

        await shop.Pays(user, 15);
        await shop.Order(user);
        await shop.Pass(AMoment);
        shop.Chat.LowBalances.Count.ShouldBe(1, "once a day is enough");

        shop.Clock.Advance(TimeSpan.FromDays(1));
        await shop.Pays(user, 15);
        await shop.Order(user);
        await shop.Pass(AMoment);
        shop.Chat.LowBalances.Count.ShouldBe(2);
    }

    [Test]
    public async Task Two_results_at_once_are_one_notice()
    {
        await using var shop = await TestShop.Open();
        var user = await shop.NewCustomer(14.14m * 2);
        await shop.Order(user);
        await shop.Order(user);
        await shop.Pass(AMoment);
        shop.Chat.Results.Count.ShouldBe(2);
        shop.Chat.LowBalances.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Whoever_tops_up_meanwhile_is_not_disturbed()
    {
        await using var shop = await TestShop.Open();
        var user = await shop.NewCustomer(20);
        await shop.Order(user);
        await shop.Pass(TimeSpan.FromSeconds(2));
        shop.Chat.Results.ShouldHaveSingleItem();
        await shop.Pays(user, 100);
        await shop.Pass(AMoment);
        shop.Chat.LowBalances.ShouldBeEmpty();
    }

    [Test]
    public async Task The_operator_can_switch_it_off()
    {
        await using var shop = await TestShop.Open(Visitors.With(new GrowthTerms { LowBalanceNotice = false }));
        var user = await shop.NewCustomer(20);
        await shop.Order(user);
        await shop.Pass(AMoment);
        shop.Chat.LowBalances.ShouldBeEmpty();
    }

    [Test]
    public async Task A_free_picture_and_a_failed_one_say_nothing()
    {
        await using var shop = await TestShop.Open();
        var user = await shop.NewCustomer(20);
        await shop.FirstPicture(user);
        shop.Provider.NextReading(new Ports.TaskReading.Failed(Ports.ProviderRefusal.Other, "no"));
        await shop.Order(user);
        await shop.Pass(AMoment);
        shop.Chat.LowBalances.ShouldBeEmpty();
    }
}
