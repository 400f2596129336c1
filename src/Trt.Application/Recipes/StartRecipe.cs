using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Domain.Free;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>The customer follows a recipe: from its first step, with nothing filled in.</summary>
public sealed record StartRecipe(UserId UserId, string Code, Language Language) : IRequest<StepView>;

internal sealed class StartRecipeHandler(ITrtDb db, RecipeBook book, StepOffers offers, StepStart start, TimeProvider time)
    : IRequestHandler<StartRecipe, StepView>
{
    public async Task<StepView> Handle(StartRecipe request, CancellationToken token)
    {
        if (await book.Find(request.UserId, request.Code, request.Language, token) is not { } found)
        {
            return new StepView.Forgotten();
        }

        var told = offers.Of(found.Recipe, FreeRoom.None).Select(step => step?.Price).ToList();
        await using var work = await db.Begin(token);
        await db.LockUser(request.UserId, token);
        var number = await db.RecipeRuns.Where(run => run.UserId == request.UserId).MaxAsync(run => (int?)run.Number, token) ?? 0;
        var begun = RecipeRun.Begin(request.UserId, number + 1, found.Recipe, told, time.GetUtcNow());
        db.RecipeRuns.Add(begun);
        await start.Ask(begun, token);
        await work.Commit(token);
        return await start.Begin(begun, token);
    }
}
