using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Wallets;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The customer's own things: wallet, language, help.</summary>
internal static class PersonalScreens
{
    /// <param name="isClosed">They may spend nothing, so nothing that spends is offered.</param>
    public static Screen Balance(Language l, BalanceView view, bool isClosed = false) => new(
        Html.Paragraphs(
            BalanceTexts.Title(l, view.Available),
            view.Reserved.IsZero ? Html.Empty : BalanceTexts.Reserved(l, view.Reserved),
            FreeTexts.Left(l, view.Free, view.FreePerDay),
            view.Latest.Count == 0
                ? Html.Empty
                : Html.Lines([BalanceTexts.Latest(l), .. view.Latest.Select(entry => BalanceTexts.Entry(l, entry))])),
        isClosed
            ? new Keyboard()
                .Row(new HistoryRoute().Button(MenuTexts.History(l)), new ReceiptsRoute().Button(HomeTexts.Receipts(l)))
                .Row(new MainMenuRoute().Button(MenuTexts.Menu(l)))
            : new Keyboard()
            .Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)))
            .Row(new HistoryRoute().Button(MenuTexts.History(l)), new FreeModelsRoute().Button(MenuTexts.Free(l)))
            .Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)), new PromoRoute().Button(GrowthTexts.PromoButton(l)))
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Mine(Language l) => new(
        HomeTexts.MineTitle(l),
        new Keyboard()
            .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new HistoryRoute().Button(MenuTexts.History(l)))
            .Row(
                new HistoryRoute(new HistoryPlace(1, new HistoryFilter(IsFavourites: true))).Button(HistoryTexts.FavouritesButton(l)),
                new RecipesRoute().Button(RecipeTexts.Recipes(l)))
            .Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)), new PromoRoute().Button(GrowthTexts.PromoButton(l)))
            .Row(new ZonesRoute().Button(HistoryTexts.ZoneButton(l)), new NewsRoute().Button(NewsTexts.Entry(l)))
            .Row(new HelpRoute().Button(MenuTexts.Help(l)), new LanguageRoute(l.Other()).Button(MenuTexts.LanguageButton(l)))
            .Row(new MyDataRoute().Button(PrivacyTexts.Button(l)))
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen News(Language l, bool wants) => new(
        NewsTexts.Choice(l, wants),
        new Keyboard()
            .Row(new NewsRoute(!wants).Button(wants ? NewsTexts.Off(l) : NewsTexts.On(l)))
            .Row(new MineRoute().Button(HomeTexts.Mine(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Help(Language l, string? support) => new(
        GeneralTexts.Help(l, support),
        new Keyboard()
            .Row(new TutorialRoute().Button(HomeTexts.Tutorial(l)), new MyDataRoute().Button(PrivacyTexts.Button(l)))
            .Row(new LanguageRoute(l.Other()).Button(MenuTexts.LanguageButton(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>What stays open for whoever may order nothing: their money, what they bought, and a person to ask.</summary>
    public static Screen Closed(Language l, string? support) => new(
        Html.Paragraphs(GeneralTexts.BlockedMessage(l, support), HomeTexts.StaysOpen(l)),
        new Keyboard()
            .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new HistoryRoute().Button(MenuTexts.History(l)))
            .Row(new ReceiptsRoute().Button(HomeTexts.Receipts(l)), Contact(l, support)));

    /// <summary>A toast, so that no button makes the bot write.</summary>
    public static Reply Blocked(Language l) => new(null, GeneralTexts.Blocked(l)) { Rejected = RejectReason.PermissionDenied };

    /// <summary>A name in the messenger or an address opens by a press; anything else is read in the text.</summary>
    private static Button.Link? Contact(Language l, string? support) =>
        support is ['@', .. { Length: > 0 } name] && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? new Button.Link(HomeTexts.Support(l), new Uri($"https://t.me/{name}"))
            : Uri.TryCreate(support, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                ? new Button.Link(HomeTexts.Support(l), address)
                : null;

    public static Screen Languages() => new(
        GeneralTexts.ChooseLanguage(),
        new Keyboard().Row(
            new LanguageRoute(Language.Russian).Button("🇷🇺 Русский"),
            new LanguageRoute(Language.English).Button("🇬🇧 English")));
}
