using Trt.Application.BackOffice.Settings;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Free;

/// <summary>What is free, how often, and that every screen gives the same answer.</summary>
public sealed class FreeTierTests
{
    private TestShop _shop = null!;
    private UserId _user;

    [TearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task The_hours_limit_offers_the_paid_way_and_opens_sixty_minutes_later()
    {
        await Open(new FreeTerms { PerDay = 5, PerHour = 2 });
        await Order();
        _shop.Clock.Advance(TimeSpan.FromMinutes(20));
        await Order();

        var paid = await _shop.FreeDraft(_user);
        (paid.Quote.Price, paid.Funds.Free.Today).ShouldBe((Money.Rubles(0.63m), 3));
        paid.Funds.Free.Back!.At.ShouldBe(new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.FromHours(3)));

        _shop.Clock.Advance(TimeSpan.FromMinutes(40));
        (await _shop.FreeDraft(_user)).Quote.Price.ShouldBe(Money.Zero);
        await Order();
        (await _shop.FreeDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(0.63m));
    }

    [Test]
    public async Task The_hours_limit_knows_no_midnight()
    {
        await Open(new FreeTerms { PerDay = 5, PerHour = 1 });
        _shop.Clock.Set(new DateTimeOffset(2026, 11, 21, 20, 50, 0, TimeSpan.Zero));
        await Order();
        _shop.Clock.Advance(TimeSpan.FromMinutes(20));

        var free = (await _shop.Balance(_user)).Free;
        (free.Today, free.Now).ShouldBe((5, 0));
        _shop.Clock.Advance(TimeSpan.FromMinutes(40));
        (await _shop.Balance(_user)).Free.Now.ShouldBe(1);
    }

    [Test]
    public async Task A_failed_order_gives_its_hour_back_too()
    {
        await Open(new FreeTerms { PerDay = 5, PerHour = 1 });
        _shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        await Order();
        (await _shop.Balance(_user)).Free.Now.ShouldBe(0);

        await _shop.Pass(TimeSpan.FromSeconds(5));
        (await _shop.Balance(_user)).Free.ShouldBe(new FreeRoom(5, 0) { ThisHour = 1 });
    }

    [Test]
    public async Task An_order_shown_as_free_is_asked_again_when_the_hour_has_closed_meanwhile()
    {
        await Open(new FreeTerms { PerDay = 5, PerHour = 5 });
        await Order();
        var view = await _shop.FreeDraft(_user);
        view.Quote.Price.ShouldBe(Money.Zero);
        (await _shop.Send(new ChangeSetting("free.per_hour", "1", "operator:test", "a rush"))).ShouldBeOfType<SettingResult.Changed>();

        var refused = (await _shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();
        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        (await _shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Confirm>().Quote.Price.ShouldBe(Money.Rubles(0.63m));
    }

    [Test]
    [Property("Case", 32)]
    public async Task By_default_the_four_free_models_of_the_cards_are_free()
    {
        await Open(new FreeTerms());
        (await Shelf()).ShouldBe(["z-image", "qwen/text-to-image", "qwen/image-to-image", "qwen/image-edit"], ignoreOrder: true);
    }

    [Test]
    public async Task The_setting_wins_over_the_cards()
    {
        await Open(new FreeTerms { Items = [new FreeItem(new ModelId("nano-banana-pro"), null)] });
        (await Shelf()).ShouldBe(["nano-banana-pro"]);
        (await _shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Zero);
        (await _shop.FreeDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(0.63m));
    }

    [Test]
    [Property("Case", 31)]
    public async Task With_one_free_price_line_only_that_choice_is_free_on_the_button_on_the_confirm_screen_and_in_the_books()
    {
        await Open(new FreeTerms { PerDay = 1, Items = [new FreeItem(new ModelId("nano-banana-pro"), "resolution=1K")] });
        var model = new ModelId("nano-banana-pro");

        (await OptionPrices()).ShouldBe(new Dictionary<string, Money> { ["1K"] = Money.Zero, ["2K"] = Money.Rubles(14.14m), ["4K"] = Money.Rubles(18.86m) });
        (await _shop.PaidDraft(_user, "4K")).Quote.Price.ShouldBe(Money.Rubles(18.86m));
        var free = await _shop.PaidDraft(_user);
        free.Quote.Price.ShouldBe(Money.Zero);
        (await _shop.Confirm(_user, free.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Price.ShouldBe(Money.Zero);

        (await OptionPrices())["1K"].ShouldBe(Money.Rubles(14.14m));
        (await _shop.PaidDraft(_user)).Quote.Price.ShouldBe(Money.Rubles(14.14m));
        var card = (await _shop.Send(new ShowModel(_user, model))).ShouldBeOfType<ModelView.Card>();
        (card.Offer.IsFreeNow, card.From).ShouldBe((false, Money.Rubles(14.14m)));

        async Task<IReadOnlyDictionary<string, Money>> OptionPrices()
        {
            await _shop.Send(new BeginDraft(_user, model));
            await _shop.Send(new AnswerField(_user, null, "a lighthouse"));
            return (await _shop.Send(new SkipField(_user))).ShouldBeOfType<WizardView.Ask>().Prices;
        }
    }

    [Test]
    public async Task A_used_up_allowance_shows_prices_instead_of_presents_on_every_list_and_card()
    {
        await Open(new FreeTerms { PerDay = 1 });
        await Order();

        var list = await _shop.Send(new ListModels(_user, ModelShelf.Free, null, 1));
        list.Offers.ShouldAllBe(offer => !offer.IsFreeNow && offer.From != null);
        list.Room!.Back!.IsTomorrow.ShouldBeTrue();
        (await _shop.Send(new ShowModel(_user, new ModelId("z-image")))).ShouldBeOfType<ModelView.Card>().Offer.IsFreeNow.ShouldBeFalse();
    }

    [Test]
    [Property("Case", 36)]
    public async Task Sixty_four_presses_on_two_instances_take_one_free_generation()
    {
        await Open(new FreeTerms { PerDay = 1, PerHour = 1 });
        await using var second = await _shop.OpenBeside();
        var view = await _shop.FreeDraft(_user);

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(press => (press % 2 == 0 ? _shop : second).Confirm(_user, view.Draft.Id)));

        results.Count(result => result is ConfirmResult.Started).ShouldBe(1);
        (await _shop.Balance(_user)).Free.Today.ShouldBe(0);
    }

    private async Task Open(FreeTerms free)
    {
        _shop = await TestShop.Open(new ShopOptions { Terms = new ShopTerms { Free = free }, OpenPerCustomerMax = 100, CallbackSecret = [1] });
        _user = await _shop.NewCustomer(100);
    }

    private async Task Order()
    {
        var view = await _shop.FreeDraft(_user);
        (await _shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Ticket!.Source.ShouldBe(FreeSource.Day);
    }

    private async Task<IReadOnlyList<string>> Shelf() =>
        [.. (await _shop.Send(new ListModels(_user, ModelShelf.Free, null, 1))).Offers.Select(offer => offer.Card.Id.Value)];
}
