using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>The customer has seen what came of a step and goes on to the next one. Its order is filled in, and nothing is spent.</summary>
/// <param name="Piece">Which piece of the result, from one.</param>
/// <param name="Model">The key of a model in place of the recipe's own.</param>
public sealed record GoOnRecipe(UserId UserId, GenerationId From, int Piece, string? Model = null) : IRequest<StepView>;

internal sealed class GoOnRecipeHandler(ITrtDb db, ICatalog catalog, StepStart start, TimeProvider time)
    : IRequestHandler<GoOnRecipe, StepView>
{
    public async Task<StepView> Handle(GoOnRecipe request, CancellationToken token)
    {
        var made = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == request.From && one.UserId == request.UserId && one.DeletedAt == null, token);
        var chosen = request.Model is null ? null : catalog.Current.FindByKey(request.Model)?.Id;
        await using var work = await db.Begin(token);
        if (made?.Place is not { } place || request.Piece < 1 || request.Piece > made.Result.Count
            || await db.LockRecipeRun(request.UserId, place.Run, token) is not { } run
            || !run.GoOn(place.Step + 1, made.Id, request.Piece, chosen, time.GetUtcNow()))
        {
            return new StepView.Forgotten();
        }

        await start.Ask(run, token);
        await work.Commit(token);
        return await start.Begin(run, token);
    }
}
