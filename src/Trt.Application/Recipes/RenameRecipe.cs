using FluentValidation;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>A new name for a recipe of one's own; null when there is no such recipe.</summary>
public sealed record RenameRecipe(UserId UserId, int Number, string Title) : IRequest<OwnRecipe?>;

internal sealed class RenameRecipeHandler(ITrtDb db) : IRequestHandler<RenameRecipe, OwnRecipe?>
{
    public async Task<OwnRecipe?> Handle(RenameRecipe request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockRecipe(request.UserId, request.Number, token) is not { } recipe)
        {
            return null;
        }

        recipe.Rename(request.Title);
        await db.DropQuestion(request.UserId, token);
        await work.Commit(token);
        return recipe;
    }
}

internal sealed class RenameRecipeValidator : AbstractValidator<RenameRecipe>
{
    public RenameRecipeValidator() => RuleFor(request => request.Title).NotEmpty();
}
