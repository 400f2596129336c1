using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Promos;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Growth;
using Trt.Application.Payments;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>The shop is run from the chat: each change is looked at first, written down with before and after, and can be undone.</summary>
public sealed class SettingChatTests : ShopTest
{
    private static readonly Actor.InChat Owner = new(TestShop.Owner);
    private static readonly ModelId Picture = new("nano-banana-pro");

    [Test]
    public async Task A_look_changes_nothing_and_says_what_would_come_of_it()
    {
        (await Tune("markup", "3", isTrial: true)).ShouldBe(new SettingResult.Changed("markup", "2", "3"));
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(0);
        (await Tune("markup", "300")).ShouldBeOfType<SettingResult.Refused>().Reason.ShouldBe(SettingRefusal.BadValue);
        (await Shop.Ask(db => db.Audit.CountAsync())).ShouldBe(0);
    }

    [Test]
    public async Task A_change_is_written_down_with_before_and_after_and_undone_step_by_step()
    {
        await Tune("free.per_day", "7");
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Tune("free.per_day", "9");
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Undo("free.per_day")).ShouldBe(new SettingResult.Changed("free.per_day", "9", "7"));
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Tune("free.per_day", null)).ShouldBe(new SettingResult.Changed("free.per_day", "7", "5"));
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(0);
        (await Undo("rate")).ShouldBeNull();
        var sheet = (await Shop.Given(new LookAtSetting(Owner, "free.per_day"))).ShouldNotBeNull();
        (sheet.Last!.Before, sheet.Last.After, sheet.Last.Actor).ShouldBe(("7", "5", Owner.Mark));
        (await Shop.Ask(db => db.Audit.Where(entry => entry.Subject == "free.per_day").CountAsync())).ShouldBe(4);
    }

    [Test]
    public async Task An_undo_that_goes_back_to_the_usual_leaves_no_row()
    {
        await Tune("free.models", "z-image");
        (await Undo("free.models")).ShouldBeOfType<SettingResult.Changed>();
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(0);
    }

    [Test]
    public async Task Every_setting_of_the_shop_has_a_shape_that_holds_its_usual_value()
    {
        var settings = await Shop.Given(new BrowseSettings(Owner));
        settings.Count.ShouldBe(SettingsRegistry.All.Count);
        foreach (var setting in settings.Where(setting => setting.Shape.Kind is not (SettingKind.Several or SettingKind.Words)))
        {
            (await Tune(setting.Name, setting.Default)).ShouldBeOfType<SettingResult.AsBefore>(setting.Name);
        }
    }

    [Test]
    public async Task A_hidden_model_comes_back_when_its_time_is_over_unless_somebody_has_hidden_it_anew()
    {
        await Shop.Given(new HideModel(Owner, Picture, "bad faces", TimeSpan.FromHours(1), new Cid("test")));
        (await IsSold()).ShouldBeFalse();
        await Shop.Pass(TimeSpan.FromMinutes(59));
        (await IsSold()).ShouldBeFalse();
        await Shop.Pass(TimeSpan.FromMinutes(2));
        (await IsSold()).ShouldBeTrue();

        await Shop.Given(new HideModel(Owner, Picture, "again", TimeSpan.FromHours(1), new Cid("test")));
        await Shop.Pass(TimeSpan.FromMinutes(30));
        await Shop.Given(new BringModelBack(Owner, Picture));
        await Shop.Given(new HideModel(Owner, Picture, "for good", null, new Cid("test")));
        await Shop.Pass(TimeSpan.FromHours(2));
        (await IsSold()).ShouldBeFalse("the later word holds");
        (await Shop.Ask(db => db.Audit.Select(entry => entry.Reason).ToListAsync())).ShouldContain("bad faces");
    }

    [Test]
    public async Task A_price_below_cost_is_refused_and_one_above_is_what_customers_see()
    {
        var line = new SkuId(Picture, "resolution=1K");
        (await Price(line, 7.07m, isTrial: true)).ShouldBeOfType<PricedLine.BelowCost>().Cost.ShouldBe(new Money(708));
        (await Price(line, 20, isTrial: true)).ShouldBe(new PricedLine.Priced(new Money(1414), new Money(2000), new Money(708)));
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(0);
        await Price(line, 20);
        await Shop.RefreshTerms();
        (await Shop.PaidDraft(await Shop.NewCustomer(100))).Draft.Quote!.Price.ShouldBe(Money.Rubles(20));
        (await Shop.Given(new PriceLine(Owner, line, null, IsTrial: false))).ShouldBe(new PricedLine.Priced(new Money(2000), new Money(1414), new Money(708)));
        (await Price(new SkuId(Picture, "no such line"), 20)).ShouldBeOfType<PricedLine.Refused>();
    }

    [Test]
    public async Task A_way_to_pay_that_is_taken_out_is_not_offered_and_its_money_is_still_credited()
    {
        await Reopen(new ShopOptions { CallbackSecret = [1, 2, 3], Owners = [TestShop.Owner], PaymentMethods = [PaymentMethod.Stars, PaymentMethod.Transfer] });
        (await Ways()).ShouldBe([PaymentMethod.Stars, PaymentMethod.Transfer]);
        await Tune("topup.ways", "Stars");
        await Shop.RefreshTerms();
        (await Ways()).ShouldBe([PaymentMethod.Stars]);
        await Tune("topup.ways", null);
        await Shop.RefreshTerms();
        (await Ways()).Count.ShouldBe(2);
    }

    [Test]
    public async Task A_promo_code_is_issued_used_listed_with_who_used_it_and_withdrawn()
    {
        var anna = await Shop.NewCustomer();
        var made = (await Shop.Given(new IssuePromo(Owner, "SUMMER", new PromoValue.MoneyGift(Money.Rubles(50)), 10, 7)))
            .ShouldBeOfType<CreatePromoResult.Created>().Promo;
        (await Shop.Given(new IssuePromo(Owner, "summer", new PromoValue.FreeGenerations(1), 10, null))).ShouldBeOfType<CreatePromoResult.Exists>();
        await Shop.Send(new RedeemPromo(anna, "summer"));
        var sheet = (await Shop.Given(new WatchPromo(Owner, PromoMarks.Of(made.Code)))).ShouldNotBeNull();
        sheet.Uses.Items.ShouldHaveSingleItem().UserId.ShouldBe(anna);
        (await Shop.Given(new WatchPromos(Owner))).Items.ShouldHaveSingleItem().CanBeUsed.ShouldBeTrue();
        (await Shop.Given(new WithdrawPromo(Owner, made.Code))).ShouldBe(DisablePromoResult.Disabled);
        (await Shop.Given(new WatchPromo(Owner, PromoMarks.Of(made.Code))))!.Standing.CanBeUsed.ShouldBeFalse();
    }

    private Task<SettingResult> Tune(string name, string? value, bool isTrial = false) => Shop.Given(new TuneSetting(Owner, name, value, isTrial));

    private Task<SettingResult?> Undo(string name) => Shop.Given(new UndoSetting(Owner, name));

    private Task<PricedLine> Price(SkuId line, decimal rubles, bool isTrial = false) =>
        Shop.Given(new PriceLine(Owner, line, Money.Rubles(rubles), isTrial));

    private async Task<bool> IsSold()
    {
        await Shop.RefreshTerms();
        return await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture)) is ModelView.Card;
    }

    private async Task<IReadOnlyList<PaymentMethod>> Ways() =>
        [.. (await Shop.Send(new ChooseAmount(await Shop.NewCustomer(), "150"))).ShouldBeOfType<AmountChoice.Fine>().Ways.Select(way => way.Method)];
}
