using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Questions;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Recipes;

/// <summary>A recipe of one's own, to be changed; null when there is no such recipe.</summary>
/// <param name="Asks">Its new name is what the next message says.</param>
public sealed record OpenOwnRecipe(UserId UserId, int Number, bool Asks = false) : IRequest<OwnRecipe?>;

internal sealed class OpenOwnRecipeHandler(ITrtDb db, IMediator mediator) : IRequestHandler<OpenOwnRecipe, OwnRecipe?>
{
    public async Task<OwnRecipe?> Handle(OpenOwnRecipe request, CancellationToken token)
    {
        var recipe = await db.Recipes.AsNoTracking().FirstOrDefaultAsync(
            kept => kept.UserId == request.UserId && kept.Number == request.Number, token);
        if (recipe is not null && request.Asks)
        {
            await mediator.Send(new AskQuestion(request.UserId, QuestionKind.RecipeTitle, $"{request.Number}"), token);
        }

        return recipe;
    }
}
