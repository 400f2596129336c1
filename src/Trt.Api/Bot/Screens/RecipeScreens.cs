using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Recipes;
using Trt.Application.Users;
using Trt.Domain.Generations;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Recipes of the house and of the customer, and what stands between their steps.</summary>
internal static class RecipeScreens
{
    public static Screen Shelf(Language l, RecipeShelf shelf) => new(
        RecipeTexts.ShelfTitle(l),
        new Keyboard()
            .Grid(shelf.House.Select(recipe => ButtonOf(l, recipe)), perRow: 1)
            .Row(new OwnRecipesRoute().Button(RecipeTexts.Mine(l, shelf.OwnCount)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Own(Language l, Page<OwnRecipe> page) => new(
        RecipeTexts.OwnTitle(l, page.Items.Count == 0),
        new Keyboard()
            .Grid(page.Items.Select(recipe => new RecipeCardRoute(recipe.Code).Button($"💾 {Words.Shorten(recipe.Title, 50)}")), perRow: 1)
            .Leaf(page, number => new OwnRecipesRoute(number))
            .Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Card(Language l, RecipeView view) => view switch
    {
        RecipeView.Card card => Card(l, card),
        RecipeView.Gone gone => new Screen(
            RecipeTexts.Gone(l),
            new Keyboard()
                .Grid(gone.Alike.Select(recipe => ButtonOf(l, recipe)), perRow: 1)
                .Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))),
        _ => throw new InvalidOperationException($"No screen for {view.GetType().Name}"),
    };

    /// <summary>Who came by a link reads what is theirs already above what they came for.</summary>
    public static Screen Greeted(Language l, CustomerFacts customer, Screen shown) => shown with
    {
        Text = Html.Paragraphs(HomeTexts.Gifts(l, customer.Welcome, customer.FreeLeft - customer.GivenFree), shown.Text),
    };

    public static Screen Ask(Language l, StepView.Ask ask) => new(
        Html.Paragraphs(
            ask.IsTooLong ? RecipeTexts.DoesNotGoIn(l) : Html.Empty,
            Head(l, ask.Run),
            RecipeTexts.Question(l, ask.Hole),
            RecipeTexts.AnswerInWords(l, ask.Hole.Example)),
        new Keyboard()
            .Row(ask.Hole.Example is null ? null : new TakeExampleRoute(ask.Run.Number, ask.Number).Button(RecipeTexts.TakeExample(l)))
            .Row(new QuitRecipeRoute().Button(RecipeTexts.Quit(l))));

    /// <summary>The order as any other one, under the place where it stands.</summary>
    public static Screen Headed(Language l, StepView.Order order, Screen screen) => screen with
    {
        Text = Html.Paragraphs(
            Head(l, order.Run),
            order.InPlaceOf is { } missed ? RecipeTexts.InPlaceOf(l, missed.Title.In(l), Model(l, order)) : Html.Empty,
            screen.Text),
    };

    public static Screen NoModel(Language l, RecipeRun run) => new(
        Html.Paragraphs(Head(l, run), RecipeTexts.NobodyDoes(l)),
        new Keyboard().Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Forgotten(Language l) => new(
        RecipeTexts.Forgotten(l),
        new Keyboard().Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Checkpoint(GenerationNotice notice, Checkpoint at)
    {
        var (l, made, run) = (notice.Language, notice.Generation, at.Run);
        var title = Title(l, run.Recipe);
        if (at.IsEnd)
        {
            return new Screen(
                RecipeTexts.Finished(l, title),
                new Keyboard()
                    .Row(new RetryStepRoute(made.Id).Button(RecipeTexts.Retry(l)), new MoreRoute(made.Id).Button(NextTexts.More(l)))
                    .Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
        }

        var dearer = at is { Told: { } told, Next.Price: { } now } && now > told ? RecipeTexts.Dearer(l, told, now) : Html.Empty;
        return new Screen(
            Html.Paragraphs(
                RecipeTexts.StepDone(l, title, at.Step + 1, run.Recipe.Steps.Count),
                at.Next is { } next
                    ? RecipeTexts.Next(l, next.Step.Title, next.Card.Title.In(l), Price(l, next))
                    : RecipeTexts.NobodyDoes(l),
                at.Next is { IsReplacement: true } ? RecipeTexts.StandsIn(l) : Html.Empty,
                dearer,
                RecipeTexts.OnlyByPress(l)),
            Onward(l, at, made));
    }

    public static Screen Stopped(Language l, GenerationNotice made) => new(
        RecipeTexts.Stopped(l),
        NextScreens.Under(l, made.Generation, made.Card, made.Next)
            .Row(
                made.Generation.Place is null ? null : new GoOnRecipeRoute(made.Generation.Id, 1).Button(RecipeTexts.GoOn(l, piece: null)),
                new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Models(Language l, StepModels models) => new(
        models.Offers.Count == 0 ? RecipeTexts.NobodyDoes(l) : RecipeTexts.WhichModel(l, models.Title),
        new Keyboard()
            .Grid(
                models.Offers.Select(offer => new GoOnRecipeRoute(models.Made.Id, 1, offer.Card.Id.Key)
                    .Button($"{Words.Shorten(offer.Card.Title.In(l), 36)} · {Price(l, offer)}")),
                perRow: 1)
            .Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>Of a step; where nobody knows the size of the order yet, of one unit.</summary>
    private static string Price(Language l, StepOffer offer) => offer switch
    {
        { IsFree: true } => FreeTexts.Tag(l),
        { Quote: { } quote } => quote.Price.In(l),
        { Each: { } each } => PriceTexts.Each(l, each, offer.Card),
        _ => "—",
    };

    private static Screen Card(Language l, RecipeView.Card card)
    {
        var recipe = card.Recipe;
        var words = card.Kept is null ? null : recipe.Steps[0].Words;
        var keyboard = new Keyboard().Row(card.CanBegin ? new StartRecipeRoute(card.Code).Button(RecipeTexts.Start(l)) : null);
        return new Screen(
            Html.Paragraphs(
                RecipeTexts.Card(RecipeTexts.Title(l, recipe.Title, ModelOf(l, card)), recipe.Benefit),
                words is null ? Html.Empty : RecipeTexts.Quoted(words),
                card is { Kept.Sharing: RecipeSharing.FormOnly, IsOwn: false } ? RecipeTexts.FormOnly(l) : Html.Empty,
                Html.Lines([.. recipe.Steps.Select((step, index) => card.Steps[index] is { } offer
                    ? RecipeTexts.Step(index + 1, card.Kept is null ? step.Title : "", offer.Card.Title.In(l), Price(l, offer))
                    : RecipeTexts.StepAway(l, index + 1, card.Kept is null ? step.Title : TypeTexts.Label(l, step.Type)))]),
                card is { Price: { } price, Recipe.Steps.Count: > 1 } ? RecipeTexts.Sum(l, price) : Html.Empty,
                recipe.Steps.Count > 1 ? RecipeTexts.Checkpoints(l) : Html.Empty),
            (card is { IsOwn: true, Kept: { } kept } ? OwnButtons(l, keyboard, kept) : keyboard)
                .Row(new RecipesRoute().Button(RecipeTexts.All(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Keyboard OwnButtons(Language l, Keyboard keyboard, OwnRecipe kept) => keyboard
        .Row(new NameRecipeRoute(kept.Number).Button(RecipeTexts.Rename(l)), new ShareRecipeRoute(kept.Number).Button(RecipeTexts.Share(l)))
        .Row(new DropRecipeRoute(kept.Number, IsSure: false).Button(HistoryTexts.Delete(l)));

    private static Keyboard Onward(Language l, Checkpoint at, Generation made)
    {
        var keyboard = new Keyboard();
        if (at.Next is not null)
        {
            var pieces = NextScreens.PiecesOf(made);
            keyboard.Grid(
                pieces.Select(piece => new GoOnRecipeRoute(made.Id, piece)
                    .Button(RecipeTexts.GoOn(l, pieces.Count > 1 ? piece : null))),
                perRow: 2);
        }

        return keyboard
            .Row(
                new RetryStepRoute(made.Id).Button(RecipeTexts.Retry(l)),
                at.Next is null ? null : new StepModelsRoute(made.Id).Button(RecipeTexts.OtherModel(l)))
            .Row(new StopRecipeRoute(made.Id).Button(RecipeTexts.Stop(l)));
    }

    private static Button ButtonOf(Language l, HouseRecipe recipe) => new RecipeCardRoute(recipe.Code).Button(recipe.Title.In(l));

    private static Html Head(Language l, RecipeRun run) =>
        RecipeTexts.Head(l, Title(l, run.Recipe), run.Step + 1, run.Recipe.Steps.Count, run.Current.Title);

    private static string Title(Language l, Recipe recipe) => RecipeTexts.Title(l, recipe.Title, TypeTexts.Label(l, recipe.Steps[0].Type));

    private static string ModelOf(Language l, RecipeView.Card card) =>
        card.Steps is [{ } first, ..] ? first.Card.Title.In(l) : TypeTexts.Label(l, card.Recipe.Steps[0].Type);

    private static string Model(Language l, StepView.Order order) => order.View switch
    {
        WizardView.Ask ask => ask.Card.Title.In(l),
        WizardView.Confirm confirm => confirm.Card.Title.In(l),
        _ => TypeTexts.Label(l, order.Run.Current.Type),
    };
}
