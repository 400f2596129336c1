using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Storefront;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The front door: what can be made, and the customer's own things.</summary>
internal static class MenuScreen
{
    private static readonly ConditionalWeakTable<MenuView, ConcurrentDictionary<Language, Keyboard>> Keyboards = [];

    public static Screen Render(Language l, MenuView menu, Html notice = default) => new(
        Html.Paragraphs(notice, menu.ModelCount == 0 ? MenuTexts.Nothing(l) : MenuTexts.MenuTitle(l, menu.ModelCount)),
        Buttons(l, menu));

    public static Screen Welcome(Language l, MenuView menu, string name, int givenFree = 0) => new(
        Html.Paragraphs(
            MenuTexts.Welcome(l, Words.Shorten(name, 40), menu.ModelCount),
            givenFree > 0 ? GrowthTexts.Welcome(l, givenFree) : Html.Empty),
        Buttons(l, menu));

    /// <summary>The same for everybody who speaks the language, until the cards change.</summary>
    private static Keyboard Buttons(Language l, MenuView menu) =>
        Keyboards.GetValue(menu, _ => new ConcurrentDictionary<Language, Keyboard>()).GetOrAdd(l, MakeButtons, menu);

    private static Keyboard MakeButtons(Language l, MenuView menu)
    {
        var keyboard = new Keyboard();
        if (menu.FreeCount > 0)
        {
            keyboard.Row(new FreeModelsRoute().Button(MenuTexts.Free(l)));
        }

        keyboard.Grid(
            menu.Entries.Select(entry => new ModelsOfTypeRoute(entry.Type).Button(TypeTexts.Label(l, entry.Type))),
            perRow: menu.Entries.Count > 6 ? 2 : 1);
        if (menu.ModelCount > 0)
        {
            keyboard.Row(new AllModelsRoute().Button(MenuTexts.All(l, menu.ModelCount)));
        }

        return keyboard
            .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new HistoryRoute().Button(MenuTexts.History(l)))
            .Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)))
            .Row(new HelpRoute().Button(MenuTexts.Help(l)), new LanguageRoute(l.Other()).Button(MenuTexts.LanguageButton(l)));
    }
}
