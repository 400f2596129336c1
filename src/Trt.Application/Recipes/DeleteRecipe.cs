using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>
/// Gone for good, for everybody it was shared with too; whoever is in the middle of it goes on. False when there was none.
/// </summary>
public sealed record DeleteRecipe(UserId UserId, int Number) : IRequest<bool>;

internal sealed class DeleteRecipeHandler(ITrtDb db) : IRequestHandler<DeleteRecipe, bool>
{
    public async Task<bool> Handle(DeleteRecipe request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockRecipe(request.UserId, request.Number, token) is not { } recipe)
        {
            return false;
        }

        db.Recipes.Remove(recipe);
        await work.Commit(token);
        return true;
    }
}
