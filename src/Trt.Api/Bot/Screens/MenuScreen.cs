using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Storefront;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The front door: what people come for, in eight buttons, and the kinds behind them.</summary>
internal static class MenuScreen
{
    private const int FreeShownMax = 99;

    private static readonly ConditionalWeakTable<MenuView, ConcurrentDictionary<KeyboardFor, Keyboard>> Keyboards = [];

    public static Screen Render(Language l, MenuView menu, CustomerFacts customer) => new(
        Html.Paragraphs(
            menu.ModelCount == 0 ? MenuTexts.Nothing(l) : MenuTexts.MenuTitle(l, menu.ModelCount),
            customer.OrderWaits ? HomeTexts.OrderWaits(l) : Html.Empty),
        Buttons(l, menu, customer));

    /// <summary>What is theirs already, and one button that makes something of it.</summary>
    public static Screen Welcome(Language l, MenuView menu, string name, CustomerFacts customer) => new(
        Html.Paragraphs(
            MenuTexts.Welcome(l, Words.Shorten(name, 40), menu.ModelCount),
            HomeTexts.Gifts(l, customer.Welcome, customer.FreeLeft - customer.GivenFree),
            customer.GivenFree > 0 ? GrowthTexts.Welcome(l, customer.GivenFree) : Html.Empty),
        Buttons(l, menu, customer));

    public static Screen Kinds(Language l, MenuView menu, Intent intent) => new(
        Html.Paragraphs(
            WizardTexts.Label(HomeTexts.Label(l, intent)),
            menu.Of(intent).Count == 0 ? MenuTexts.Nothing(l) : HomeTexts.ChooseKind(l)),
        new Keyboard()
            .Grid(
                menu.Of(intent).Select(
                    entry => new ModelsOfTypeRoute(entry.Type).Button($"{TypeTexts.Label(l, entry.Type)} · {entry.ModelCount}")),
                perRow: 1)
            .Row(new RecipesRoute().Button(RecipeTexts.Recipes(l)))
            .Row(menu.ModelCount > 0 ? new AllModelsRoute().Button(MenuTexts.All(l, menu.ModelCount)) : null)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Aside(Language l, Html word, bool orderWaits) => new(
        word,
        new Keyboard()
            .Row(orderWaits ? new ShowDraftRoute().Button(HomeTexts.BackToOrder(l)) : null)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>The same for everybody of whom it says the same, until the cards change.</summary>
    private static Keyboard Buttons(Language l, MenuView menu, CustomerFacts customer) =>
        Keyboards.GetValue(menu, _ => new ConcurrentDictionary<KeyboardFor, Keyboard>()).GetOrAdd(
            new KeyboardFor(l, Math.Min(customer.FreeLeft, FreeShownMax), customer.OrderWaits, customer.IsNew), MakeButtons, menu);

    private static Keyboard MakeButtons(KeyboardFor whom, MenuView menu)
    {
        var l = whom.Language;
        Route? first = whom is { IsNew: true, FreeLeft: > 0 } && menu.FirstPicture is { } model ? new FirstPictureRoute(model) : null;
        var free = first is null && menu.FreeCount > 0 ? new FreeModelsRoute().Button(HomeTexts.Free(l, whom.FreeLeft)) : null;
        return new Keyboard()
            .Row(whom.OrderWaits ? new ShowDraftRoute().Button(HomeTexts.BackToOrder(l)) : null)
            .Row(first?.Button(HomeTexts.FirstPicture(l)))
            .Grid(Enum.GetValues<Intent>().Select(intent => Of(l, menu, intent)).Append(free).OfType<Button>(), perRow: 2)
            .Row(menu.ModelCount > 0 ? new SeekRoute().Button(HomeTexts.Find(l)) : null, new MineRoute().Button(HomeTexts.Mine(l)));
    }

    /// <summary>Where there is one kind only, nobody has to choose it.</summary>
    private static Button? Of(Language l, MenuView menu, Intent intent) => menu.Of(intent) switch
    {
        [] => null,
        [var only] => new ModelsOfTypeRoute(only.Type).Button(HomeTexts.Label(l, intent)),
        _ => new IntentRoute(intent).Button(HomeTexts.Label(l, intent)),
    };

    private readonly record struct KeyboardFor(Language Language, int FreeLeft, bool OrderWaits, bool IsNew);
}
