using Trt.Api.Bot;
using Trt.Api.Bot.Screens;
using Trt.Application.Drafts;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Api.Tests.Bot;

/// <summary>What is said about the money before it is set aside.</summary>
public sealed class ConfirmScreenTests
{
    [TestCase(Language.Russian, "Цена: <b>до 10 ₽</b>", "✨ Создать · до 10 ₽")]
    [TestCase(Language.English, "Price: <b>up to ₽10</b>", "✨ Create · up to ₽10")]
    public void A_price_that_is_only_the_most_says_so_and_promises_the_rest(Language language, string text, string button)
    {
        var screen = Shown(language, Card() with { Prices = Prices(isAtMost: true) });

        screen.Text.Value.ShouldContain(text);
        Labels(screen).ShouldContain(button);
    }

    [Test]
    public void A_price_that_is_fixed_is_said_as_ever()
    {
        var screen = Shown(Language.Russian, Card());

        screen.Text.Value.ShouldContain("Цена: <b>10 ₽</b>");
        Labels(screen).ShouldContain("✨ Создать за 10 ₽");
    }

    [TestCase(RefusalCharge.No, Language.Russian, "Списываем только за готовый результат.")]
    [TestCase(RefusalCharge.Unknown, Language.English, "You are charged only for a finished result.")]
    [TestCase(RefusalCharge.Yes, Language.Russian, "За отказ вы не платите.")]
    [TestCase(RefusalCharge.Yes, Language.English, "A refusal costs you nothing.")]
    public void Whoever_is_strict_about_content_is_announced_before_the_order(RefusalCharge charge, Language language, string text) =>
        Shown(language, Card() with { RefusalCharged = charge }).Text.Value.ShouldContain(text);

    [TestCase(true)]
    [TestCase(false)]
    public void What_is_new_is_marked_in_its_list(bool isNew)
    {
        var offer = new ModelOffer(Card(), Money.Rubles(10), IsFreeNow: false, isNew)
        {
            Each = new UnitPrice(Money.Rubles(10), PriceUnit.Generation, IsLeast: true),
        };

        var screen = ModelScreens.List(
            Language.Russian, new ModelList(ModelShelf.OfType, GenerationType.TextToImage, [offer], 1, 1, null, 5));

        Labels(screen)[0].ShouldBe(isNew ? "🆕 Test · от 10 ₽ за картинку" : "Test · от 10 ₽ за картинку");
        screen.Text.Value.Contains("новое на витрине", StringComparison.Ordinal).ShouldBe(isNew);
    }

    [Test]
    public void What_single_files_add_stands_below_the_price() =>
        Shown(Language.English, Card(), Money.Rubles(2)).Text.Value.ShouldContain("Of that for additional photos: ₽2");

    [TestCase(true)]
    [TestCase(false)]
    public void Wherever_a_price_is_agreed_to_a_trial_says_that_nothing_real_comes_of_it(bool isTrial)
    {
        var view = Confirm(Card()) with { IsDryRun = isTrial };
        var entrant = new DuelEntrant(view.Card, view.Quote, [], RunTime.Of(OutputKind.Image));
        Screen[] screens =
        [
            ConfirmScreen.Render(Language.English, view),
            DuelScreens.Choose(Language.English, new WizardView.Duel(view, [entrant, entrant], []), page: 1),
            GroupScreens.Ready(Language.English, new Person(new UserId(1), "Anna", null, Language.English), view, settings: null),
            ModelScreens.Unavailable(Language.English, view.Card, [], orderIsKept: true, view),
        ];

        screens.Select(screen => screen.Text.Value.Contains("a sample will come, not a real result", StringComparison.Ordinal))
            .ShouldAllBe(says => says == isTrial);
    }

    private static Screen Shown(Language language, ModelCard card, Money surcharge = default) =>
        ConfirmScreen.Render(language, Confirm(card) with { Surcharge = surcharge });

    private static WizardView.Confirm Confirm(ModelCard card)
    {
        var draft = Wizard.Begin(Draft.Open(new UserId(1)), card, DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1)).Draft;
        var quote = new DraftQuote(Money.Rubles(10), "default", "1", default);
        return new WizardView.Confirm(card, draft, quote, quote.Price, new CustomerFunds(Money.Rubles(100), FreeRoom.None), 5);
    }

    private static List<string> Labels(Screen screen) => [.. screen.Keyboard.Rows.SelectMany(row => row).Select(button => button.Text)];

    private static PriceList Prices(bool isAtMost) =>
        new(PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 10) { IsAtMost = isAtMost }]);

    private static ModelCard Card() => new()
    {
        Id = new ModelId("test"),
        Family = ProviderFamily.Jobs,
        SendAs = "test",
        Title = new LocalText("Test", "Test"),
        Benefit = new LocalText("Польза", "Benefit"),
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema([], []),
        Prices = Prices(isAtMost: false),
    };
}
