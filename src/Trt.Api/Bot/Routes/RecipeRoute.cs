using System.Globalization;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of recipes: the shelf, one of them, its steps, and what becomes of one's own.</summary>
internal abstract record RecipeRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["recipes"] = _ => new RecipesRoute(),
        ["my_recipes"] = arguments => new OwnRecipesRoute(PageIn(At(arguments, 0))),
        ["recipe"] = arguments => Code(arguments) is { } code ? new RecipeCardRoute(code) : null,
        ["recipe_start"] = arguments => Code(arguments) is { } code ? new StartRecipeRoute(code) : null,
        ["recipe_example"] = arguments => Number(At(arguments, 0)) is { } run && Number(At(arguments, 1)) is { } hole
            ? new TakeExampleRoute(run, hole)
            : null,
        ["recipe_quit"] = _ => new QuitRecipeRoute(),
        ["recipe_on"] = arguments => Number(At(arguments, 1)) is { } piece
            ? WithId(arguments, id => new GoOnRecipeRoute(id, piece, At(arguments, 2)))
            : null,
        ["recipe_models"] = arguments => WithId(arguments, id => new StepModelsRoute(id)),
        ["recipe_again"] = arguments => WithId(arguments, id => new RetryStepRoute(id)),
        ["recipe_stop"] = arguments => WithId(arguments, id => new StopRecipeRoute(id)),
        ["recipe_save"] = arguments => WithId(arguments, id => new SaveRecipeRoute(id)),
        ["recipe_keep"] = arguments => WithId(arguments, id => new KeepRecipeRoute(id, At(arguments, 1) == "0")),
        ["recipe_name"] = arguments => Number(At(arguments, 0)) is { } number ? new NameRecipeRoute(number) : null,
        ["recipe_share"] = arguments => Number(At(arguments, 0)) is { } number
            ? new ShareRecipeRoute(number, ShareRecipeRoute.Read(At(arguments, 1)))
            : null,
        ["recipe_drop"] = arguments => Number(At(arguments, 0)) is { } number ? new DropRecipeRoute(number, At(arguments, 1) == "1") : null,
    };

    private static string? Code(string[] arguments) => At(arguments, 0) is { Length: <= 40 } code ? code : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9_999_999 ? number : null;
}

internal sealed record RecipesRoute() : RecipeRoute("recipes");

internal sealed record OwnRecipesRoute(int Page = 1) : RecipeRoute("my_recipes", Text(Page));

internal sealed record RecipeCardRoute(string Code) : RecipeRoute("recipe", Code);

internal sealed record StartRecipeRoute(string Code) : RecipeRoute("recipe_start", Code);

/// <param name="Hole">Which of the step's holes the example is for, so that a second press does not fill the next one.</param>
internal sealed record TakeExampleRoute(int Run, int Hole) : RecipeRoute("recipe_example", Text(Run), Text(Hole));

/// <summary>Nobody fills the hole.</summary>
internal sealed record QuitRecipeRoute() : RecipeRoute("recipe_quit");

/// <param name="Piece">Which piece of the result goes on, from one.</param>
/// <param name="Model">The key of a model in place of the recipe's own.</param>
internal sealed record GoOnRecipeRoute(GenerationId From, int Piece, string? Model = null)
    : RecipeRoute("recipe_on", [Text(From), Text(Piece), .. Named(Model)]);

/// <summary>Who else could do the next step.</summary>
internal sealed record StepModelsRoute(GenerationId From) : RecipeRoute("recipe_models", Text(From));

/// <summary>The same step once more, below the checkpoint, which stays as it is.</summary>
internal sealed record RetryStepRoute(GenerationId Generation) : RecipeRoute("recipe_again", Text(Generation));

internal sealed record StopRecipeRoute(GenerationId Generation) : RecipeRoute("recipe_stop", Text(Generation));

/// <summary>An order is to be kept: which of its words stay is asked.</summary>
internal sealed record SaveRecipeRoute(GenerationId Generation) : RecipeRoute("recipe_save", Text(Generation));

/// <param name="IsBlank">None of its words stay.</param>
internal sealed record KeepRecipeRoute(GenerationId Generation, bool IsBlank)
    : RecipeRoute("recipe_keep", Text(Generation), IsBlank ? "0" : "1");

internal sealed record NameRecipeRoute(int Number) : RecipeRoute("recipe_name", Text(Number));

/// <param name="Sharing">Null asks.</param>
internal sealed record ShareRecipeRoute(int Number, RecipeSharing? Sharing = null)
    : RecipeRoute("recipe_share", [Text(Number), .. Named(Sharing is { } sharing ? WordOf(sharing) : null)])
{
    public static RecipeSharing? Read(string? word) =>
        Enum.GetValues<RecipeSharing>().Where(sharing => WordOf(sharing) == word).Cast<RecipeSharing?>().FirstOrDefault();

    private static string WordOf(RecipeSharing sharing) => sharing switch
    {
        RecipeSharing.Nobody => "off",
        RecipeSharing.FormOnly => "form",
        RecipeSharing.WithWords => "words",
    };
}

/// <param name="IsSure">They have read that it is gone for everybody.</param>
internal sealed record DropRecipeRoute(int Number, bool IsSure) : RecipeRoute("recipe_drop", Text(Number), IsSure ? "1" : "0");
