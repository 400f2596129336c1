using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Below the result of a recipe's step: what comes next and for how much now. Nothing goes on by itself.</summary>
public sealed record TellCheckpoint(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellCheckpointHandler(ITrtDb db, Notices notices, StepOffers offers, IGenerationNotifier notifier)
    : IRequestHandler<TellCheckpoint, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellCheckpoint command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        if (generation is not { Place: { } place, Result: [var made, ..] }
            || await db.RecipeRuns.AsNoTracking().FirstOrDefaultAsync(
                run => run.UserId == command.UserId && run.Number == place.Run, token) is not { Recipe.Steps.Count: > 1 } run)
        {
            return LaterOutcome.Done;
        }

        var notice = await notices.About(generation, token);
        var next = place.Step + 1 < run.Recipe.Steps.Count
            ? offers.Of(run.Recipe.Steps[place.Step + 1], made.Kind, notice.Free, run.Answers)
            : null;
        return await notifier.Checkpoint(notice, new Checkpoint(run, place.Step, next), token).OrLater();
    }
}
