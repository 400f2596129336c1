using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>One order, several models: who stands, how they do, who is the best.</summary>
internal static class DuelScreens
{
    private const int OthersPerPage = 6;

    public static Screen Choose(Language l, WizardView.Duel view, int page)
    {
        var own = view.Own;
        return new Screen(
            Html.Paragraphs(
                view.Gone.Count > 0 ? DuelTexts.Gone(l, string.Join(", ", view.Gone.Select(card => card.Title.In(l)))) : Html.Empty,
                DuelTexts.Title(l, TypeTexts.Label(l, own.Card.Type)),
                ConfirmScreen.Filled(l, own.Card, own.Draft.Values),
                WizardScreen.Caption(l, view),
                Html.Lines([.. view.Entrants.Select(entrant => DuelTexts.Entrant(l, entrant, Price(l, entrant)))]),
                ConfirmScreen.Trial(l, own),
                ConfirmScreen.Wait(l, own),
                view.Entrants.Count == 1 ? DuelTexts.ChooseRivals(l, view.Others.Count > 0)
                : view.Missing.IsZero ? DuelTexts.Together(l, view.Price, own.Funds.Balance)
                : DuelTexts.Short(l, view.Price, own.Funds.Balance, view.Missing),
                view is { Entrants.Count: > 1, Price.IsZero: false } ? DuelTexts.OnlyForResults(l) : Html.Empty),
            Buttons(l, view, page));
    }

    /// <summary>Under the progress, and at its end: how each of them does.</summary>
    public static Html State(Language l, BatchState duel) =>
        Html.Lines([.. duel.Entrants.Select(entrant => DuelTexts.State(l, entrant, Title(l, entrant), Cost(l, entrant)))]);

    /// <summary>Under one result of a duel.</summary>
    public static Html Caption(Language l, EntrantState entrant) =>
        DuelTexts.Caption(l, entrant.Number, Title(l, entrant), Cost(l, entrant), entrant.Took);

    public static Screen Verdict(GenerationNotice notice)
    {
        var (l, duel) = (notice.Language, notice.Batch!);
        var made = duel.Entrants.Where(entrant => entrant.HasResult && entrant.Order.Status != GenerationStatus.Failed).ToList();
        var first = duel.Entrants[0].Order.Id;
        return new Screen(
            Html.Paragraphs(
                made.Count switch
                {
                    0 => DuelTexts.NobodyDid(l),
                    1 => DuelTexts.OnlyOneDid(l),
                    _ => DuelTexts.WhoIsBest(l),
                },
                State(l, duel),
                duel.Taken.IsZero ? Html.Empty : DuelTexts.Taken(l, duel.Taken, notice.Balance)),
            new Keyboard()
                .Grid(
                    made.Select(entrant => new WinnerRoute(entrant.Order.Id).Button(DuelTexts.Winner(entrant.Number, Title(l, entrant)))),
                    perRow: 1)
                .Row(
                    new DuelOfResultRoute(first).Button(DuelTexts.Again(l)),
                    made.Count == 0 ? new RewordRoute(first).Button(NextTexts.Reword(l)) : null)
                .Row(new HistoryRoute().Button(MenuTexts.History(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen Winner(Language l, GenerationNotice best) => new(
        DuelTexts.WinnerTitle(l, best.Card?.Title.In(l) ?? best.Generation.Model.Value),
        NextScreens.Under(l, best.Generation, best.Card, best.Next)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>One of them has no result; the others go on.</summary>
    public static Screen Failure(GenerationNotice notice, Html why, Html back) => new(
        Html.Paragraphs(why, back, GenerationTexts.Number(notice.Language, notice.Generation.Cid)),
        new Keyboard().Row(
            new ReceiptRoute(notice.Generation.Id).Button(ReceiptTexts.Button(notice.Language)),
            new MainMenuRoute().Button(MenuTexts.Menu(notice.Language))));

    private static Keyboard Buttons(Language l, WizardView.Duel view, int page)
    {
        var pageCount = Math.Max(1, (view.Others.Count + OthersPerPage - 1) / OthersPerPage);
        page = Math.Clamp(page, 1, pageCount);
        var keyboard = new Keyboard();
        if (view.Entrants.Count > 1)
        {
            keyboard
                .Row(view.Missing.IsZero ? Go(l, view) : new TopUpRoute().Button(TopUpTexts.TopUpMissing(l, view.Missing)))
                .Grid(view.Entrants.Select(entrant => Toggle(l, entrant, isIn: false, page)), perRow: 1);
        }

        if (!view.IsFull)
        {
            keyboard
                .Grid(
                    view.Others.Skip((page - 1) * OthersPerPage).Take(OthersPerPage).Select(other => Toggle(l, other, isIn: true, page)),
                    perRow: 1)
                .Row(
                    page > 1 ? new DuelPageRoute(page - 1).Button("‹") : null,
                    pageCount > 1 ? new NowhereRoute().Button(MenuTexts.Page(page, pageCount)) : null,
                    page < pageCount ? new DuelPageRoute(page + 1).Button("›") : null);
        }

        return WizardScreen.WithCaption(l, view, keyboard)
            .Row(
                new MoreSettingsRoute().Button(ConfirmTexts.Settings(l)),
                new DuelOverRoute().Button(DuelTexts.OnlyOne(l, view.Own.Card.Title.In(l))))
            .Row(new CancelDraftRoute().Button(WizardTexts.Cancel(l)));
    }

    private static Button Go(Language l, WizardView.Duel view)
    {
        var (draft, text) = (view.Own.Draft.Id, DuelTexts.Go(l, view.Entrants.Count, view.Price, IsAtMost(view)));
        return view.Own.Wait is { IsAgreed: true }
            ? new WaitRoute(draft, view.Price).Button(ConfirmTexts.Wait(l, view.Price, IsAtMost(view)))
            : new ConfirmRoute(draft, view.Price).Button(text);
    }

    private static bool IsAtMost(WizardView.Duel view) => view.Entrants.Any(entrant => entrant.Card.IsAtMost(entrant.Quote.Sku));

    private static Button Toggle(Language l, DuelEntrant entrant, bool isIn, int page) =>
        new EntrantRoute(entrant.Card.Id.Key, isIn, page)
            .Button($"{(isIn ? "➕" : "✖️")} {Words.Shorten(entrant.Card.Title.In(l), 40)} · {Price(l, entrant)}");

    private static string Price(Language l, DuelEntrant entrant) =>
        entrant.Quote.Price.IsZero ? FreeTexts.Tag(l) : entrant.Quote.Price.In(l);

    private static string Title(Language l, EntrantState entrant) => entrant.Card?.Title.In(l) ?? entrant.Order.Model.Value;

    private static string Cost(Language l, EntrantState entrant) =>
        !entrant.Order.IsPaid ? FreeTexts.Tag(l) : (entrant.Taken.IsZero ? entrant.Order.Price : entrant.Taken).In(l);
}
