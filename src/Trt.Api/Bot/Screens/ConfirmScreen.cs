using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The last look before the money: what is ordered, what it costs, what is left.</summary>
internal static class ConfirmScreen
{
    public static Screen Render(Language l, WizardView.Confirm view, Html notice = default)
    {
        var card = view.Card;
        return new Screen(
            Html.Paragraphs(
                notice,
                ConfirmTexts.Title(l, GenerationTexts.Times(card.Title.In(l), view.Draft.Copies)),
                Filled(l, card, view.Draft.Values),
                WizardScreen.Caption(l, view),
                ConfirmTexts.Get(l, What(l, view), ProgressTexts.Usual(l, view.Takes ?? RunTime.Of(card.Output))),
                Trial(l, view),
                card.IsSlow ? MenuTexts.Slow(l) : Html.Empty,
                Wait(l, view),
                Html.Lines(
                    Price(l, view),
                    Sum(l, view),
                    Copies(l, view),
                    view.Surcharge.IsZero ? Html.Empty : ConfirmTexts.Surcharge(l, view.Surcharge)),
                card.RefusalCharged == RefusalCharge.Yes ? ConfirmTexts.StrictContent(l)
                : view.Quote.Price.IsZero ? Html.Empty
                : ConfirmTexts.OnlyForResult(l),
                !view.Quote.Price.IsZero && view.Card.IsFreeFor(view.Quote.Sku) ? FreeTexts.Back(l, view.Funds.Free) : Html.Empty),
            WizardScreen.WithCaption(l, view, view.Missing.IsZero ? WithMoney(l, view) : WithoutMoney(l, view.Missing, Closed(l, view))));
    }

    /// <summary>Wherever a price is agreed to, whoever agrees knows that nothing real comes of it.</summary>
    public static Html Trial(Language l, WizardView.Confirm view) => view.IsDryRun ? InspectTexts.DryRunPrice(l) : Html.Empty;

    /// <summary>What the order would wait for, and until when at the most.</summary>
    public static Html Wait(Language l, WizardView.Confirm view) => view.Wait is { } wait
        ? Html.Lines(ProgressTexts.Obstacle(l, wait.Place), ProgressTexts.NotLater(l, wait.Until, isPaid: !view.Quote.Price.IsZero))
        : Html.Empty;

    /// <summary>The press that costs money, or takes a free one.</summary>
    public static Button Go(Language l, WizardView.Confirm view)
    {
        var (draft, price) = (view.Draft.Id, view.Quote.Price);
        return view.Wait is { IsAgreed: true }
            ? new WaitRoute(draft, price).Button(ConfirmTexts.Wait(l, price, view.Card.IsAtMost(view.Quote.Sku)))
            : new ConfirmRoute(draft, price).Button(ConfirmTexts.Go(l, price, view.Card.IsAtMost(view.Quote.Sku)));
    }

    /// <summary>What there will be to press once the money is there; the text above says how much is missing.</summary>
    private static Button.Closed Closed(Language l, WizardView.Confirm view) => new(Go(l, view).Text);

    private static Html Price(Language l, WizardView.Confirm view) => view switch
    {
        { Missing.IsZero: false } => ConfirmTexts.Short(l, view.Quote.Price, view.Funds.Balance, view.Missing),
        { Quote.Price.IsZero: true } => FreeTexts.Price(l, view.Funds.Free, view.FreePerDay, view.Draft.Copies),
        _ when view.Card.IsAtMost(view.Quote.Sku) => ConfirmTexts.PriceAtMost(l, view.Quote.Price, view.Funds.Balance),
        _ => ConfirmTexts.Price(l, view.Quote.Price, view.Funds.Balance),
    };

    /// <summary>What was filled in, line by line.</summary>
    public static Html Filled(Language l, ModelCard card, IReadOnlyDictionary<string, InputValue> values) => Html.Lines([.. WizardPlan
        .Steps(card, values)
        .Where(field => values.ContainsKey(field.Name) || field.Default is not null)
        .Concat(WizardPlan.MoreSettings(card, values).Where(field => values.ContainsKey(field.Name)))
        .Select(field => ConfirmTexts.Line(
            field.Label.In(l), ValueTexts.Of(l, field, values.GetValueOrDefault(field.Name) ?? field.Default)))]);

    private static string What(Language l, WizardView.Confirm view) => view.Card.Makes * view.Draft.Copies is > 1 and var count
        ? TypeTexts.Several(l, view.Card, count)
        : TypeTexts.Output(l, view.Card.Output);

    private static Html Copies(Language l, WizardView.Confirm view) =>
        view is { Draft.Copies: > 1 and var copies, Quote.Price.IsZero: false }
            ? ConfirmTexts.Copies(l, copies, view.ListPrice, view.Quote.Price)
            : Html.Empty;

    /// <summary>Files beside the units stand on a line of their own, so they are not in this product.</summary>
    private static Html Sum(Language l, WizardView.Confirm view) =>
        view is { Units: { Quantity: > 1 } units, Quote.Price.IsZero: false, Draft.Copies: 1 } && !view.Card.IsAtMost(view.Quote.Sku)
        ? PriceTexts.Sum(l, view.Card.Prices.Unit, units.Quantity, units.Each, view.Quote.Price - view.Surcharge)
        : Html.Empty;

    public static Screen MoreSettings(Language l, WizardView.MoreSettings view)
    {
        var keyboard = new Keyboard();
        foreach (var field in WizardPlan.Steps(view.Card, view.Draft.Values).Concat(WizardPlan.MoreSettings(view.Card, view.Draft.Values)))
        {
            var value = ValueTexts.Of(l, field, view.Draft.Values.GetValueOrDefault(field.Name) ?? field.Default);
            keyboard.Row(new EditRoute(field.Name).Button(Words.Shorten(ConfirmTexts.Change(l, field.Label.In(l), value), 60)));
        }

        return new Screen(
            ConfirmTexts.SettingsTitle(l, view.Card.Title.In(l)),
            keyboard.Row(new ShowDraftRoute().Button(ConfirmTexts.Retry(l))));
    }

    public static Screen Refusal(Language l, ConfirmResult.Refused refused)
    {
        var text = ConfirmTexts.Refusal(l, refused.Reason, refused.Missing);
        return refused.Reason switch
        {
            ConfirmRefusal.NotEnoughMoney => new Screen(text, WithoutMoney(l, refused.Missing)),
            ConfirmRefusal.TooManyUnderWay => new Screen(
                text,
                new Keyboard()
                    .Row(new ShowDraftRoute().Button(ConfirmTexts.Retry(l)))
                    .Row(new HistoryRoute().Button(MenuTexts.History(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))),
            _ => new Screen(text, new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l)))),
        };
    }

    /// <summary>The order as it is now, under the word why it was not placed.</summary>
    public static Screen ShownAgain(Language l, ConfirmRefusal reason, WizardView view)
    {
        var text = ConfirmTexts.Refusal(l, reason, Money.Zero);
        return view is WizardView.Confirm confirm ? Render(l, confirm, text) : Above(text, WizardScreen.Render(l, view));
    }

    private static Screen Above(Html text, Screen screen) => screen with { Text = Html.Paragraphs(text, screen.Text) };

    private static Keyboard WithMoney(Language l, WizardView.Confirm view) => new Keyboard()
        .Row(Go(l, view))
        .Row(view.HasRivals ? new DuelRoute().Button(DuelTexts.Compare(l)) : null)
        .Row(view.Card.IsResting ? new ModelRoute(view.Card.Id).Button(GenerationTexts.OtherModels(l)) : null)
        .Row(new MoreSettingsRoute().Button(ConfirmTexts.Settings(l)), new StepBackRoute().Button(MenuTexts.Back(l)))
        .Row(new CancelDraftRoute().Button(WizardTexts.Cancel(l)));

    private static Keyboard WithoutMoney(Language l, Money missing, Button.Closed? go = null) => new Keyboard()
        .Row(go)
        .Row(new TopUpRoute().Button(TopUpTexts.TopUpMissing(l, missing)))
        .Row(new FreeModelsRoute().Button(ConfirmTexts.FreeModels(l)))
        .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new MoreSettingsRoute().Button(ConfirmTexts.Settings(l)))
        .Row(new CancelDraftRoute().Button(WizardTexts.Cancel(l)));
}
