using System.Text.Json.Serialization;
using Trt.Domain.Catalog;

namespace Trt.Domain.Recipes;

/// <summary>
/// The way from an idea to a finished piece, in one language, as somebody follows it: step by step, each an order of its own.
/// </summary>
/// <param name="Title">Empty where its author's words are not shown: then the model names it.</param>
public sealed record Recipe(string Title, string? Benefit, IReadOnlyList<RecipeStep> Steps)
{
    public const int StepsMax = 5;
}

/// <param name="Models">The ids of the models that do it best, the best first; others of the kind stand in for them.</param>
/// <param name="Words">What is asked of the model, with holes; null where its customer writes all of it.</param>
/// <param name="Settings">Choices that go with it, as inputs in JSON; a model that does not know one goes by its own.</param>
public sealed record RecipeStep(
    string Title,
    [property: JsonConverter(typeof(JsonStringEnumConverter<GenerationType>))] GenerationType Type,
    IReadOnlyList<string> Models,
    string? Words,
    string Settings,
    IReadOnlyList<RecipeHole> Holes)
{
    public IReadOnlyDictionary<string, InputValue> Chosen() => InputValues.FromJson(Settings);
}

/// <param name="Ask">The question; null where the name of the hole is one.</param>
/// <param name="Example">May be taken by a press.</param>
public sealed record RecipeHole(string Name, string? Ask = null, string? Example = null);
