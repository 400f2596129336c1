using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Privacy;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>A customer's own data: what is kept, an archive of it, and the ways to have it forgotten.</summary>
internal static class PrivacyScreens
{
    public static Screen MyData(Language l, PrivacyView view) => new(
        Html.Paragraphs(PrivacyTexts.Title(l), PrivacyTexts.Kept(l), PrivacyTexts.Seen(l), PrivacyTexts.Vanishing(l, view.Vanishes)),
        new Keyboard()
            .Row(new ArchiveRoute().Button(PrivacyTexts.ArchiveButton(l)))
            .Row(new VanishRoute(!view.Vanishes).Button(PrivacyTexts.VanishButton(l, view.Vanishes)))
            .Row(new EraseRoute().Button(PrivacyTexts.EraseButton(l)))
            .Row(new MineRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen ArchiveOrdered(Language l) => new(
        PrivacyTexts.ArchiveOrdered(l),
        new Keyboard().Row(new MyDataRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen WhatGoes(Language l, Money available) => new(
        Html.Paragraphs(
            PrivacyTexts.WhatGoes(l), PrivacyTexts.WhatStays(l), available.IsZero ? Html.Empty : PrivacyTexts.MoneyLeft(l, available)),
        new Keyboard()
            .Row(new EraseSureRoute().Button(PrivacyTexts.GoOn(l)))
            .Row(new MyDataRoute().Button(PrivacyTexts.KeepAll(l))));

    /// <param name="isOther">The balance has changed since the screen before.</param>
    public static Screen Surely(Language l, Money available, bool isOther = false) => new(
        Html.Paragraphs(isOther ? PrivacyTexts.BalanceIsOther(l) : Html.Empty, PrivacyTexts.Surely(l, available)),
        new Keyboard()
            .Row(new EraseGoRoute(available).Button(PrivacyTexts.Go(l, available)))
            .Row(new MyDataRoute().Button(PrivacyTexts.KeepAll(l))));

    public static Screen EraseEnded(Language l, ErasureResult result) => new(
        PrivacyTexts.EraseEnded(l, result),
        result is ErasureResult.Erased
            ? new Keyboard().Row(new MainMenuRoute().Button(PrivacyTexts.BeginAnew(l)))
            : new Keyboard().Row(new MyDataRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Forgotten(Language l, ForgetOutcome outcome, HistoryPlace from) => new(
        PrivacyTexts.Forgotten(l, outcome),
        new Keyboard().Row(new HistoryRoute(from).Button(MenuTexts.History(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
}
