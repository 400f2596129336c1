using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>What the customer says for the hole that is open.</summary>
/// <param name="Words">Null takes the example.</param>
/// <param name="Hole">The hole that the button belongs to, from zero; null for typed words, which fill whatever is open.</param>
public sealed record FillHole(UserId UserId, int Run, string? Words, int? Hole = null) : IRequest<StepView>;

internal sealed class FillHoleHandler(ITrtDb db, StepStart start, TimeProvider time) : IRequestHandler<FillHole, StepView>
{
    public async Task<StepView> Handle(FillHole request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockRecipeRun(request.UserId, request.Run, token) is not { } run)
        {
            await db.DropQuestion(request.UserId, token);
            await work.Commit(token);
            return new StepView.Forgotten();
        }

        var isMeant = run.Open is { } open && (request.Hole is null || run.Current.Holes.ElementAtOrDefault(request.Hole.Value) == open);
        var isTaken = !isMeant || run.Answer(request.Words ?? run.Open!.Example ?? "", time.GetUtcNow());
        await start.Ask(run, token);
        await work.Commit(token);
        return isTaken ? await start.Begin(run, token) : new StepView.Ask(run, run.Open!, IsTooLong: true);
    }
}
