using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Recipes;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>An order becomes a recipe of its customer, gets a name, is shown to others, and goes.</summary>
internal static class KeptRecipeScreens
{
    public static Screen WhichWords(Language l, KeepableOrder order) => new(
        RecipeTexts.WhichWords(l, order.Words), Words(l, order.Order.Id, order.Words is not null));

    public static Screen Wrong(Language l, GenerationId order, KeepRecipeResult.Wrong wrong) =>
        new(RecipeTexts.Wrong(l, wrong.Problem, wrong.Limit, wrong.Given), Words(l, order, hasWords: true));

    public static Screen WordsTooLong(Language l, GenerationId order) => new(RecipeTexts.TooLongToEdit(l), Words(l, order, hasWords: true));

    public static Screen TooMany(Language l) => new(
        RecipeTexts.TooMany(l),
        new Keyboard().Row(new OwnRecipesRoute().Button(RecipeTexts.Mine(l, 0)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Kept(Language l, OwnRecipe recipe) => new(
        Html.Paragraphs(
            RecipeTexts.Kept(l, recipe.Title, recipe.Words is { } words ? WordsTemplate.Holes(words) : []),
            recipe.Words is { } template ? RecipeTexts.Quoted(template) : Html.Empty),
        RecipeScreens.OwnButtons(l, new Keyboard().Row(new StartRecipeRoute(recipe.Code).Button(RecipeTexts.Start(l))), recipe)
            .Row(new OwnRecipesRoute().Button(RecipeTexts.Mine(l, 0)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen AskName(Language l, OwnRecipe recipe) =>
        new(RecipeTexts.AskName(l, recipe.Title), new Keyboard().Row(Back(l, recipe), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen AskSharing(Language l, OwnRecipe recipe) => new(
        RecipeTexts.AskSharing(l, recipe.Title),
        new Keyboard()
            .Row(
                new ShareRecipeRoute(recipe.Number, RecipeSharing.WithWords).Button(RecipeTexts.WithWords(l)),
                new ShareRecipeRoute(recipe.Number, RecipeSharing.FormOnly).Button(RecipeTexts.FormOnlyButton(l)))
            .Row(recipe.Sharing == RecipeSharing.Nobody
                ? null
                : new ShareRecipeRoute(recipe.Number, RecipeSharing.Nobody).Button(RecipeTexts.Close(l)))
            .Row(Back(l, recipe), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <param name="link">Null while the messenger has not told the bot's name.</param>
    public static Screen Shared(Language l, OwnRecipe recipe, Uri? link) => new(
        recipe.Sharing == RecipeSharing.Nobody ? RecipeTexts.Closed(l, recipe.Title)
        : link is null ? RecipeTexts.LinkLater(l)
        : RecipeTexts.Link(l, link.AbsoluteUri, recipe.Sharing == RecipeSharing.WithWords),
        new Keyboard()
            .Row(recipe.Sharing == RecipeSharing.Nobody || link is null
                ? null
                : new Button.Copy(RecipeTexts.CopyLink(l), link.AbsoluteUri))
            .Row(Back(l, recipe), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen AskDrop(Language l, OwnRecipe recipe) => new(
        RecipeTexts.AskDrop(l, recipe.Title),
        new Keyboard()
            .Row(new DropRecipeRoute(recipe.Number, IsSure: true).Button(HistoryTexts.Delete(l)))
            .Row(Back(l, recipe)));

    private static Keyboard Words(Language l, GenerationId order, bool hasWords) => new Keyboard()
        .Row(new KeepRecipeRoute(order, IsBlank: false).Button(RecipeTexts.AsIs(l)))
        .Row(hasWords ? new KeepRecipeRoute(order, IsBlank: true).Button(RecipeTexts.AskEachTime(l)) : null)
        .Row(new QuitRecipeRoute().Button(MenuTexts.Back(l)));

    private static Button Back(Language l, OwnRecipe recipe) => new RecipeCardRoute(recipe.Code).Button(MenuTexts.Back(l));
}
