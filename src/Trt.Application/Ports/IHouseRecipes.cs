using Trt.Domain.Recipes;

namespace Trt.Application.Ports;

/// <summary>The recipes of the house, the likeliest first.</summary>
public interface IHouseRecipes
{
    IReadOnlyList<HouseRecipe> All { get; }
}
