using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>Who else may follow it, and how much of it they see; null when there is no such recipe.</summary>
public sealed record ShareRecipe(UserId UserId, int Number, RecipeSharing Sharing) : IRequest<OwnRecipe?>;

internal sealed class ShareRecipeHandler(ITrtDb db) : IRequestHandler<ShareRecipe, OwnRecipe?>
{
    public async Task<OwnRecipe?> Handle(ShareRecipe request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var recipe = await db.LockRecipe(request.UserId, request.Number, token);
        recipe?.Share(request.Sharing);
        await work.Commit(token);
        return recipe;
    }
}
