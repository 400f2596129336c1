using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What comes after an order: the result goes on, or the same is tried in another way.</summary>
internal static class NextScreens
{
    private const int StepsUnderResult = 2;
    private const int AlikeMax = 3;
    private const int PiecesPerRow = 5;
    private static readonly int[] Variations = [2, Draft.CopiesMax];

    /// <summary>Under a result: the two likeliest steps, and the way to all of them.</summary>
    public static Keyboard Under(Language l, Generation generation, ModelCard? card, WhatNext next) => Steps(l, generation, card, next)
        .Row(
            new FavouriteRoute(generation.Id, IsFavourite: true).Button(NextTexts.Favour(l)),
            new VaryRoute(generation.Id, Variations[0]).Button(NextTexts.Vary(l, Variations[0])),
            new MoreRoute(generation.Id).Button(NextTexts.More(l)))
        .Row(
            generation.HasFiles ? new OriginalsRoute(generation.Id).Button(GenerationTexts.Originals(l)) : null,
            new ReceiptRoute(generation.Id).Button(ReceiptTexts.Button(l)));

    public static Keyboard Steps(Language l, Generation generation, ModelCard? card, WhatNext next) => new Keyboard()
        .Row([.. next.Steps.Take(StepsUnderResult).Select(step => ButtonOf(l, generation, card, step))])
        .Row(
            Reword(l, generation, card),
            new RepeatRoute(generation.Id).Button(GenerationTexts.Again(l)));

    /// <summary>After a failure.</summary>
    public static Keyboard InsteadOf(Language l, Generation generation, ModelCard? card, WhatNext next) =>
        Retries(l, generation, card, next)
            .Row(
                new ReceiptRoute(generation.Id).Button(ReceiptTexts.Button(l)),
                new MainMenuRoute().Button(MenuTexts.Menu(l)));

    /// <summary>What was filled in is kept wherever one goes.</summary>
    public static Keyboard Retries(Language l, Generation generation, ModelCard? card, WhatNext next)
    {
        var isModerated = generation.Failure == FailureReason.Moderation;
        var again = new RepeatRoute(generation.Id).Button(GenerationTexts.Again(l));
        return new Keyboard()
            .Row(isModerated ? Reword(l, generation, card) ?? again : again, isModerated ? null : Reword(l, generation, card))
            .Grid(
                Alike(generation, next).Select(other => new ElsewhereRoute(generation.Id, other.Id.Key).Button(other.Title.In(l))),
                perRow: 1);
    }

    /// <summary>Where another model would do better; nothing is offered when the fault lies with us or with a file.</summary>
    public static IEnumerable<ModelCard> Alike(Generation generation, WhatNext next) => generation.Failure switch
    {
        FailureReason.ModelUnavailable or FailureReason.ProviderError or FailureReason.EmptyResult or FailureReason.TimedOut
            or FailureReason.Moderation or FailureReason.InvalidInput => next.Alike.Take(AlikeMax),
        _ => [],
    };

    public static Screen More(Language l, GenerationNotice view)
    {
        var (generation, card) = (view.Generation, view.Card);
        return new Screen(
            NextTexts.MoreTitle(l, card?.Title.In(l) ?? generation.Model.Value),
            new Keyboard()
                .Grid(view.Next.Steps.Select(step => Opening(l, generation, card, step)), perRow: 2)
                .Row([.. Variations.Select(copies => new VaryRoute(generation.Id, copies).Button(NextTexts.Vary(l, copies)))])
                .Row(new DuelOfResultRoute(generation.Id).Button(DuelTexts.Compare(l)))
                .Row(new SaveRecipeRoute(generation.Id).Button(RecipeTexts.Save(l)))
                .Row(
                    new BeginRoute(generation.Model).Button(GenerationTexts.New(l)),
                    new HistoryRoute().Button(MenuTexts.History(l)),
                    new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen Models(Language l, NextModelsRoute route, NextModels models)
    {
        var kind = models.Generation.Result[0].Kind;
        var step = new NextStep(route.Type, [.. models.Offers.Select(offer => offer.Card)]);
        return new Screen(
            models.Offers.Count == 0 ? MenuTexts.Nothing(l) : NextTexts.WhichModel(l, NextTexts.Step(l, step, kind)),
            new Keyboard()
                .Grid(
                    models.Offers.Select(offer => GoOn(models.Generation, offer.Card)
                        .Button($"{offer.Card.Title.In(l)} · {ModelScreens.Price(l, offer)}")),
                    perRow: 1)
                .Row(new MoreRoute(models.Generation.Id).Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    /// <summary>One of several pictures or songs goes on.</summary>
    public static Screen Pieces(Language l, GoOnRoute route, Generation generation) => new(
        NextTexts.WhichPiece(l),
        new Keyboard()
            .Grid(
                PiecesOf(generation).Select(number =>
                    new GoOnRoute(route.Generation, number, route.Model).Button(number.ToString(CultureInfo.InvariantCulture))),
                PiecesPerRow)
            .Row(new MoreRoute(generation.Id).Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    private static Button? Reword(Language l, Generation generation, ModelCard? card) =>
        card is not null && WizardPlan.Description(card) is not null
            ? new RewordRoute(generation.Id).Button(NextTexts.Reword(l))
            : null;

    /// <summary>What several models can do is a choice of its own there; under the result the first of them begins at once.</summary>
    private static Button Opening(Language l, Generation generation, ModelCard? card, NextStep step) => step.Cards.Count > 1
        ? new NextModelsRoute(generation.Id, step.Type).Button(NextTexts.Step(l, step, generation.Result[0].Kind))
        : ButtonOf(l, generation, card, step);

    private static Button ButtonOf(Language l, Generation generation, ModelCard? card, NextStep step)
    {
        var goesOnAsWhole = NextSteps.InputFor(step.First, card, generation.Result[0].Kind) is EarlierField { PieceAs: null };
        var route = goesOnAsWhole ? new GoOnRoute(generation.Id, 1, step.First.Id.Key) : GoOn(generation, step.First);
        return route.Button(NextTexts.Step(l, step, generation.Result[0].Kind));
    }

    /// <summary>Where there is one piece only, nobody has to choose it.</summary>
    private static GoOnRoute GoOn(Generation generation, ModelCard next) =>
        new(generation.Id, PiecesOf(generation) is [var only] ? only : 0, next.Id.Key);

    /// <summary>A film may come with its last frame: what goes on is what was ordered.</summary>
    public static List<int> PiecesOf(Generation generation) =>
        [.. generation.Result.Index().Where(piece => piece.Item.Kind == generation.Result[0].Kind).Select(piece => piece.Index + 1)];
}
