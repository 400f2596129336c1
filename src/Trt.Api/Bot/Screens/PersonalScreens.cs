using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Wallets;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The customer's own things: wallet, language, help.</summary>
internal static class PersonalScreens
{
    public static Screen Balance(Language l, BalanceView view) => new(
        Html.Paragraphs(
            BalanceTexts.Title(l, view.Available),
            view.Reserved.IsZero ? Html.Empty : BalanceTexts.Reserved(l, view.Reserved),
            FreeTexts.Left(l, view.Free, view.FreePerDay),
            view.Latest.Count == 0
                ? Html.Empty
                : Html.Lines([BalanceTexts.Latest(l), .. view.Latest.Select(entry => BalanceTexts.Entry(l, entry))])),
        new Keyboard()
            .Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)))
            .Row(new HistoryRoute().Button(MenuTexts.History(l)), new FreeModelsRoute().Button(MenuTexts.Free(l)))
            .Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)), new PromoRoute().Button(GrowthTexts.PromoButton(l)))
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Help(Language l, string? support) => new(
        GeneralTexts.Help(l, support),
        new Keyboard().Row(
            new LanguageRoute(l.Other()).Button(MenuTexts.LanguageButton(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>One line, whatever they do; on a press it shows without a message, so that no button makes the bot write.</summary>
    public static Reply Blocked(Language l, bool isPress, string? support) => (isPress
        ? new Reply(null, GeneralTexts.Blocked(l))
        : new Reply(new Screen(GeneralTexts.BlockedMessage(l, support), Keyboard.None))) with
    {
        Rejected = RejectReason.PermissionDenied,
    };

    public static Screen Languages() => new(
        GeneralTexts.ChooseLanguage(),
        new Keyboard().Row(
            new LanguageRoute(Language.Russian).Button("🇷🇺 Русский"),
            new LanguageRoute(Language.English).Button("🇬🇧 English")));
}
