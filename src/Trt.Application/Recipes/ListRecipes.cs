using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>The recipes of the house, and how many the customer has kept.</summary>
public sealed record ListRecipes(UserId UserId) : IRequest<RecipeShelf>;

public sealed record RecipeShelf(IReadOnlyList<HouseRecipe> House, int OwnCount);

internal sealed class ListRecipesHandler(ITrtDb db, IHouseRecipes house) : IRequestHandler<ListRecipes, RecipeShelf>
{
    public async Task<RecipeShelf> Handle(ListRecipes request, CancellationToken token) =>
        new(house.All, await db.Recipes.CountAsync(recipe => recipe.UserId == request.UserId, token));
}
