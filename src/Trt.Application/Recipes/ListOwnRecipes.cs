using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>A page of the customer's own, the newest first.</summary>
public sealed record ListOwnRecipes(UserId UserId, int Page) : IRequest<Page<OwnRecipe>>
{
    public const int PageSize = 8;
}

internal sealed class ListOwnRecipesHandler(ITrtDb db) : IRequestHandler<ListOwnRecipes, Page<OwnRecipe>>
{
    public async Task<Page<OwnRecipe>> Handle(ListOwnRecipes request, CancellationToken token)
    {
        var page = Math.Max(1, request.Page);
        var found = await db.Recipes.AsNoTracking()
            .Where(recipe => recipe.UserId == request.UserId)
            .OrderByDescending(recipe => recipe.Number)
            .Skip((page - 1) * ListOwnRecipes.PageSize)
            .Take(ListOwnRecipes.PageSize + 1)
            .ToListAsync(token);
        return new Page<OwnRecipe>([.. found.Take(ListOwnRecipes.PageSize)], page, found.Count > ListOwnRecipes.PageSize);
    }
}
