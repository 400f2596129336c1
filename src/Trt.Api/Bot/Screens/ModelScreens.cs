using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Shelves of models and the card of one.</summary>
internal static class ModelScreens
{
    public static Screen List(Language l, ModelList list)
    {
        var keyboard = new Keyboard();
        foreach (var offer in list.Offers)
        {
            var fresh = offer.IsNew ? $"{MenuTexts.New} " : "";
            keyboard.Row(new ModelRoute(offer.Card.Id, new ShelfPlace(list.Shelf, list.Page)).Button($"{fresh}{offer.Card.Title.In(l)} · {Price(l, offer)}"));
        }

        if (list.PageCount > 1)
        {
            keyboard.Row(
                list.Page > 1 ? Page(list, list.Page - 1).Button("‹") : null,
                new Button.Closed(MenuTexts.Page(list.Page, list.PageCount)),
                list.Page < list.PageCount ? Page(list, list.Page + 1).Button("›") : null);
        }

        var title = list.Shelf switch
        {
            ModelShelf.OfType => list.Type is { } type ? WizardTexts.Label(TypeTexts.Label(l, type)) : MenuTexts.AllTitle(l),
            ModelShelf.Free => MenuTexts.FreeTitle(l, list.Room ?? FreeRoom.None, list.FreePerDay),
            ModelShelf.All => MenuTexts.AllTitle(l),
        };
        return new Screen(
            Html.Paragraphs(
                title,
                list.Offers.Count == 0 ? MenuTexts.Nothing(l) : MenuTexts.TypeHint(l),
                list.Offers.Any(offer => offer.IsNew) ? MenuTexts.NewHint(l) : Html.Empty),
            keyboard.Row(list is { Shelf: ModelShelf.OfType, Type: { } all, Offers.Count: > 1 }
                ? new DuelOfTypeRoute(all).Button(DuelTexts.Compare(l))
                : null).Row(
                list is { Shelf: ModelShelf.OfType, Type: { } kind } ? new IntentRoute(Intents.Of(kind)).Button(MenuTexts.Back(l)) : null,
                new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    /// <param name="from">Where the card was taken from; null: the shelf of its kind.</param>
    public static Screen Model(Language l, ModelView view, ShelfPlace? from = null) => view switch
    {
        ModelView.Card card => Card(l, card, from),
        ModelView.Unavailable unavailable => Unavailable(l, unavailable.Model, unavailable.Alternatives, orderIsKept: false),
        _ => throw new InvalidOperationException($"No screen for {view.GetType().Name}"),
    };

    /// <param name="orderIsKept">Then a press on another model takes the answers along.</param>
    /// <param name="waiting">What waits for the model if the customer likes.</param>
    public static Screen Unavailable(
        Language l, ModelCard? model, IReadOnlyList<ModelCard> alternatives, bool orderIsKept, WizardView.Confirm? waiting = null) => new(
        Html.Paragraphs(
            model switch
            {
                { RestsSince: { } since } => MenuTexts.Rests(l, model.Title.In(l), since),
                { Status: ModelStatus.BlockedInvalid } => MenuTexts.Renewed(l, model.Title.In(l)),
                _ => MenuTexts.Unavailable(l),
            },
            orderIsKept ? MenuTexts.OrderKept(l) : Html.Empty,
            waiting is null ? Html.Empty : Html.Paragraphs(ConfirmScreen.Trial(l, waiting), ConfirmScreen.Wait(l, waiting)),
            alternatives.Count > 0 ? MenuTexts.Instead(l) : Html.Empty),
        new Keyboard()
            .Row(waiting is not null ? ConfirmScreen.Go(l, waiting)
                : model is { IsResting: true } ? new BeginWaitingRoute(model.Id).Button(MenuTexts.FillInAndWait(l)) : null)
            .Grid(alternatives.Select(card => new ModelRoute(card.Id).Button(card.Title.In(l))), perRow: 1)
            .Row(orderIsKept ? new ShowDraftRoute().Button(ConfirmTexts.Retry(l)) : null)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    private static Screen Card(Language l, ModelView.Card view, ShelfPlace? from)
    {
        var card = view.Model;
        var needs = Needs(card).Select(group => string.Join(MenuTexts.Or(l), group.Select(field => field.Label.In(l).ToLowerInvariant())));
        return new Screen(
            Html.Paragraphs(
                MenuTexts.Card(l, card.Title.In(l), card.Maker, card.Benefit.In(l)),
                Html.Lines(
                    MenuTexts.CardFacts(
                        l, TypeTexts.Output(l, card.Output), ProgressTexts.Usual(l, view.Takes), PriceAndSum(l, view.Offer)),
                    MenuTexts.CardNeeds(l, string.Join(", ", needs))),
                card.IsSlow ? MenuTexts.Slow(l) : Html.Empty,
                view.Obstacle is { } obstacle ? ProgressTexts.Obstacle(l, obstacle) : Html.Empty,
                card.IsFree ? FreeTexts.Left(l, view.Free, view.FreePerDay) : Html.Empty),
            new Keyboard()
                .Row(new BeginRoute(card.Id).Button(MenuTexts.Start(l)))
                .Row(BackTo(card, from).Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    private static string PriceAndSum(Language l, ModelOffer offer) =>
        $"{Price(l, offer)}{(offer is { IsFreeNow: true, Card.IsWhollyFree: true } ? "" : PriceTexts.Usual(l, offer))}";

    /// <summary>What a person has to bring: words and files, not what they will choose. Of a group any one will do.</summary>
    private static IEnumerable<IReadOnlyList<Field>> Needs(ModelCard card)
    {
        var brought = WizardPlan.Steps(card).Where(field => field is not (ChoiceField or FlagField or NumberField)).ToList();
        var groups = card.Inputs.Rules.OfType<OneOfRequired>()
            .Select(rule => brought.Where(field => rule.Fields.Contains(field.Name)).ToList())
            .Where(group => group.Count > 0)
            .ToList();
        var alone = brought.Where(field => field.IsRequired && !groups.Exists(group => group.Contains(field)));
        return [.. groups, .. alone.Select(field => (List<Field>)[field])];
    }

    private static Route BackTo(ModelCard card, ShelfPlace? from) => from is { Search: { } search } ? new FoundRoute(search, from.Page)
        : from?.Shelf switch
        {
            ModelShelf.Free => new FreeModelsRoute(from.Page),
            ModelShelf.All => new AllModelsRoute(from.Page),
            ModelShelf.OfType or null => new ModelsOfTypeRoute(card.Type, from?.Page ?? 1),
        };

    public static string Price(Language l, ModelOffer offer) => offer switch
    {
        { IsFreeNow: true, Card.IsWhollyFree: true } => FreeTexts.Tag(l),
        { IsFreeNow: true, Each: { } each } => FreeTexts.PartlyFree(PriceTexts.Each(l, each, offer.Card)),
        { Each: { } each } => PriceTexts.Each(l, each, offer.Card),
        _ => "—",
    };

    private static Route Page(ModelList list, int page) => list.Shelf switch
    {
        ModelShelf.OfType => new ModelsOfTypeRoute(list.Type ?? default, page),
        ModelShelf.Free => new FreeModelsRoute(page),
        ModelShelf.All => new AllModelsRoute(page),
    };
}
