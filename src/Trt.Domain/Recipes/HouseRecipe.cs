using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Recipes;

/// <summary>A recipe of the house, in every language of the shop.</summary>
/// <param name="Code">Its name in links and buttons.</param>
public sealed record HouseRecipe(string Code, LocalText Title, LocalText Benefit, int Order, IReadOnlyList<HouseStep> Steps)
{
    public Recipe In(Language l) => new(Title.In(l), Benefit.In(l), [.. Steps.Select(step => step.In(l))]);
}

public sealed record HouseStep(
    LocalText Title, GenerationType Type, IReadOnlyList<string> Models, LocalText? Words, string Settings, IReadOnlyList<HouseHole> Holes)
{
    public RecipeStep In(Language l) => new(
        Title.In(l), Type, Models, Words?.In(l), Settings,
        [.. Holes.Select(hole => new RecipeHole(hole.Name, hole.Ask.In(l), hole.Example.In(l)))]);
}

public sealed record HouseHole(string Name, LocalText Ask, LocalText Example);
