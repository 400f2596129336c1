using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Terms;

/// <summary>What the operator may change while the shop is open, and what becomes of a change.</summary>
public sealed class SettingsTests : ShopTest
{
    private const string Pro4K = "price.override:nano-banana-pro:resolution=4K";

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    [Property("Case", 27)]
    public async Task A_changed_markup_is_the_next_price_and_stands_in_the_history_with_who_and_why()
    {
        (await Change("markup", "3")).ShouldBe(new SettingResult.Changed("markup", "2", "3"));

        (await Shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(21.21m));
        var change = (await Shop.Send(new ListChanges("markup"))).ShouldHaveSingleItem();
        (change.Before, change.After, change.Actor, change.Reason).ShouldBe(("2", "3", "operator:test", "because"));
        var setting = (await Shop.Send(new FindSetting("markup")))!;
        (setting.Value, setting.Default, setting.IsChanged, setting.ChangedBy).ShouldBe(("3", "2", true, "operator:test"));
    }

    [TestCase("markup", "4", 1886)]
    [TestCase(Pro4K, "25", 1886)]
    public async Task A_price_that_was_shown_holds_until_it_expires_and_is_then_asked_again(string setting, string value, long shown)
    {
        var view = await Shop.PaidDraft(_user, "4K");
        view.Quote.Price.ShouldBe(new Money(shown));
        await Change(setting, value);
        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Price.ShouldBe(new Money(shown));

        await Shop.Send(new ResetSetting(setting, "operator:test", "because"));
        var late = await Shop.PaidDraft(_user, "4K");
        await Change(setting, value);
        Shop.Clock.Advance(Shop.Settings.QuoteLifetime);
        var refused = (await Shop.Confirm(_user, late.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();
        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        var asked = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Confirm>().Quote.Price;
        asked.ShouldBeGreaterThan(new Money(shown));
        (await Shop.Confirm(_user, late.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Price.ShouldBe(asked);
    }

    [Test]
    [Property("Case", 14)]
    public async Task An_own_price_wins_on_the_card_on_the_buttons_on_the_confirm_screen_and_in_the_charge()
    {
        await Change(Pro4K, "9.90");
        var model = new ModelId("nano-banana-pro");
        (await Shop.Send(new ShowModel(_user, model))).ShouldBeOfType<ModelView.Card>().From.ShouldBe(Money.Rubles(9.90m));
        await Shop.Send(new BeginDraft(_user, model));
        await Shop.Send(new AnswerField(_user, null, "a lighthouse"));
        (await Shop.Send(new SkipField(_user))).ShouldBeOfType<WizardView.Ask>().Prices["4K"].ShouldBe(Money.Rubles(9.90m));
        var id = await Shop.Order(_user, "4K");
        (await Shop.Generation(id)).Price.ShouldBe(Money.Rubles(9.90m));

        (await Shop.Send(new ResetSetting(Pro4K, "operator:test", "enough"))).ShouldBe(new SettingResult.Changed(Pro4K, "9.90", "by formula"));
        (await Shop.PaidDraft(_user, "4K")).Quote.Price.ShouldBe(Money.Rubles(18.86m));
    }

    [Test]
    public async Task A_hidden_model_is_off_every_shelf_and_its_buttons_and_open_orders_get_alternatives()
    {
        var model = new ModelId("nano-banana-pro");
        var draft = await Shop.PaidDraft(_user);
        await Change(HiddenModels.NameFor(model), "yes");

        (await Shop.Send(new ShowModel(_user, model))).ShouldBeOfType<ModelView.Unavailable>().Alternatives.ShouldNotContain(card => card.Id == model);
        (await Shop.Send(new BeginDraft(_user, model))).ShouldBeOfType<WizardView.Unavailable>().Alternatives.ShouldNotBeEmpty();
        (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Unavailable>();
        (await Shop.Confirm(_user, draft.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        (await Ids()).ShouldNotContain(model);

        await Shop.Send(new ResetSetting(HiddenModels.NameFor(model), "operator:test", "back"));
        (await Ids()).ShouldContain(model);
        (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Confirm>();
    }

    [Test]
    public async Task A_model_that_is_hidden_under_way_still_delivers()
    {
        var id = await Shop.Order(_user);
        await Change("model.hidden:nano-banana-pro", "yes");
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Shop.Generation(id)).Status.ShouldBe(Domain.Generations.GenerationStatus.Delivered);
    }

    [TestCase("no.such.thing", "1", SettingRefusal.UnknownSetting, "There are: rate, markup")]
    [TestCase("price.override:nano-banana-pro", "1", SettingRefusal.UnknownSetting, "price.override:<model>:<sku>")]
    [TestCase("price.override:nano-banana-pro:resolution=8K", "10", SettingRefusal.UnknownSubject, "it has: resolution=1K, resolution=2K, resolution=4K")]
    [TestCase("price.override:nano-bananna:default", "10", SettingRefusal.UnknownSubject, "Perhaps: ")]
    [TestCase("model.hidden:nothing-like-it-zzz", "yes", SettingRefusal.UnknownSubject, "There is no model")]
    [TestCase("model.hidden:grok/imagine", "yes", SettingRefusal.UnknownSubject, "is called \"grok-imagine/image-to-video\" today")]
    [TestCase("price.override:suno/v5:default", "10", SettingRefusal.UnknownSubject, "is called \"V5\" today")]
    [TestCase("free.models", "z-image, unknown-one", SettingRefusal.UnknownSubject, "There is no model \"unknown-one\"")]
    [TestCase("markup", "0.5", SettingRefusal.BadValue, "a number from 1 to 100")]
    [TestCase("markup", "-2", SettingRefusal.BadValue, "")]
    [TestCase("markup", "1e1", SettingRefusal.BadValue, "")]
    [TestCase("markup", "٢", SettingRefusal.BadValue, "")]
    [TestCase("markup", "NaN", SettingRefusal.BadValue, "")]
    [TestCase("markup", "", SettingRefusal.BadValue, "")]
    [TestCase(Pro4K, "0", SettingRefusal.BadValue, "rubles from 0.01 to 100000.00")]
    [TestCase(Pro4K, "1.005", SettingRefusal.BadValue, "")]
    [TestCase("free.per_day", "5.5", SettingRefusal.BadValue, "a whole number from 0 to 1000")]
    [TestCase("topup.amounts", "50, 0", SettingRefusal.BadValue, "amounts in rubles")]
    [TestCase("topup.amounts", "", SettingRefusal.BadValue, "")]
    [TestCase("topup.amounts", "50, 60000", SettingRefusal.Contradiction, "not between topup.min (50.00 ₽) and topup.max (50000.00 ₽)")]
    [TestCase("topup.min", "60000", SettingRefusal.Contradiction, "above topup.max")]
    public async Task What_cannot_be_is_refused_with_what_can_and_nothing_is_written(string name, string value, SettingRefusal reason, string explanation)
    {
        var refused = (await Change(name, value)).ShouldBeOfType<SettingResult.Refused>();
        (refused.Reason, refused.Explanation).ShouldSatisfyAllConditions(
            found => found.Reason.ShouldBe(reason),
            found => found.Explanation.ShouldContain(explanation));
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(0);
        (await Shop.Send(new ListChanges())).ShouldBeEmpty();
    }

    [Test]
    public async Task A_reset_that_would_contradict_the_others_is_refused()
    {
        await Change("topup.max", "100000");
        await Change("topup.amounts", "50, 90000");
        (await Shop.Send(new ResetSetting("topup.max", "operator:test", "because"))).ShouldBeOfType<SettingResult.Refused>().Reason.ShouldBe(SettingRefusal.Contradiction);
    }

    [TestCase("rate", "91,5", "91.5")]
    [TestCase("welcome.balance", "99.5", "99.50")]
    [TestCase("topup.amounts", "100;200, 300", "100.00, 200.00, 300.00")]
    [TestCase("topup.amounts", "none", "none")]
    [TestCase("free.models", "z-image, nano-banana-pro:resolution=1K", "z-image, nano-banana-pro:resolution=1K")]
    [TestCase("growth.invitation_free", "3", "3")]
    public async Task A_value_is_taken_as_people_type_it_and_kept_in_one_form(string name, string typed, string kept) =>
        (await Change(name, typed)).ShouldBeOfType<SettingResult.Changed>().After.ShouldBe(kept);

    [Test]
    public async Task Saying_what_is_so_already_changes_nothing_and_leaves_no_entry()
    {
        (await Change("markup", "2")).ShouldBe(new SettingResult.AsBefore("markup", "2"));
        (await Shop.Send(new ResetSetting("markup", "operator:test", "because"))).ShouldBe(new SettingResult.AsBefore("markup", "2"));
        (await Shop.Send(new ListChanges())).ShouldBeEmpty();
    }

    [Test]
    public async Task A_change_without_a_reason_is_no_change() =>
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => Shop.Send(new ChangeSetting("markup", "3", "operator:test", "")));

    [Test]
    public async Task Changes_made_at_once_on_two_instances_follow_each_other_in_the_history()
    {
        await using var second = await Shop.OpenBeside();
        await Task.WhenAll(Enumerable.Range(3, 16).Select(markup =>
            (markup % 2 == 0 ? Shop : second).Send(new ChangeSetting("markup", $"{markup}", "operator:test", "a race"))));

        var changes = await Shop.Send(new ListChanges("markup"));
        changes.Count.ShouldBe(16);
        changes.ShouldAllBe(change => change.Before == "2" || changes.Count(other => other.After == change.Before) == 1);
        changes.Select(change => change.Before).Distinct().Count().ShouldBe(16);
    }

    [Test]
    public async Task Another_instance_follows_and_a_restarted_one_begins_with_the_changed_terms()
    {
        await using var second = await Shop.OpenBeside();
        await Change("markup", "4");
        (await second.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(14.14m));
        await second.RefreshTerms();
        (await second.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(28.29m));

        await using var restarted = await Shop.OpenBeside();
        await restarted.RefreshTerms();
        (await restarted.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(28.29m));
    }

    [Test]
    public async Task A_broken_row_takes_nothing_down_the_value_before_stays_and_the_rest_is_followed()
    {
        await Change("markup", "4");
        await Put("markup", "lots");
        await Put("free.per_day", "7");
        await Shop.RefreshTerms();

        (await Shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(28.29m));
        (await Shop.Balance(_user)).FreePerDay.ShouldBe(7);
        (await Shop.Send(new ListSettings())).Single(setting => setting.Name == "markup").Trouble!.ShouldContain("\"lots\"");

        await using var restarted = await Shop.OpenBeside();
        await restarted.RefreshTerms();
        (await restarted.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(14.14m));

        (await Change("markup", "3")).ShouldBe(new SettingResult.Changed("markup", "lots", "3"));
        (await Shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(21.21m));
    }

    [Test]
    public async Task Rows_that_contradict_each_other_leave_the_terms_before_in_force()
    {
        await Change("markup", "3");
        await Put("topup.min", "90000");
        await Put("topup.max", "100");
        await Put("model.hidden:z-image", "yes");
        await Shop.RefreshTerms();
        await using var restarted = await Shop.OpenBeside();
        await restarted.RefreshTerms();

        foreach (var shop in new[] { Shop, restarted })
        {
            (await shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(21.21m));
            (await shop.Send(new ShowModel(_user, new ModelId("z-image")))).ShouldBeOfType<ModelView.Unavailable>();
            await using var scope = shop.Scope();
            scope.ServiceProvider.GetRequiredService<IShopTerms>().Current.TopUps.Min.ShouldBe(Money.Rubles(50));
        }
    }

    [Test]
    public async Task A_setting_of_a_newer_version_is_left_alone()
    {
        await Put("from.the.future", "1");
        await Change("markup", "3");
        (await Shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(21.21m));
        (await Shop.Ask(db => db.Settings.CountAsync())).ShouldBe(2);
    }

    [Test]
    public async Task Every_setting_can_be_set_to_what_it_reads()
    {
        foreach (var setting in await Shop.Send(new ListSettings()))
        {
            if (setting.Name != "free.models")
            {
                (await Change(setting.Name, setting.Value)).ShouldBe(new SettingResult.AsBefore(setting.Name, setting.Value));
            }

            setting.Help.ShouldNotBeEmpty();
        }
    }

    [Test]
    public void Every_price_line_and_every_model_of_the_shop_has_a_name_that_a_setting_can_carry()
    {
        foreach (var card in Shop.Catalog.Current.Cards)
        {
            card.Id.Value.ShouldNotContain(":");
            foreach (var sku in card.Prices.Skus)
            {
                sku.Key.ShouldNotContain(",");
                $"price.override:{new SkuId(card.Id, sku.Key)}".Length.ShouldBeLessThanOrEqualTo(Domain.BackOffice.Setting.NameLengthMax);
            }
        }
    }

    private Task<SettingResult> Change(string name, string value) => Shop.Send(new ChangeSetting(name, value, "operator:test", "because"));

    /// <summary>Past the shop, as a hand in the database would.</summary>
    private async Task Put(string name, string value) => await Shop.Ask(db => db.Settings
        .FromSql($"INSERT INTO settings (name, value, changed_at, changed_by) VALUES ({name}, {value}, now(), 'hand') ON CONFLICT (name) DO UPDATE SET value = excluded.value RETURNING *")
        .AsNoTracking()
        .ToListAsync());

    private async Task<IReadOnlyList<ModelId>> Ids()
    {
        var found = new List<ModelId>();
        for (var page = 1; ; page++)
        {
            var list = await Shop.Send(new ListModels(_user, ModelShelf.All, null, page));
            found.AddRange(list.Offers.Select(offer => offer.Card.Id));
            if (page >= list.PageCount)
            {
                return found;
            }
        }
    }
}
