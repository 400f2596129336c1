using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The customer takes an order back. Possible until it has left for the provider.</summary>
public sealed record CancelGeneration(UserId UserId, GenerationId Id) : IRequest<CancelOutcome>;

public enum CancelOutcome
{
    Cancelled,
    TooLate,
    NotFound,
}

internal sealed class CancelGenerationHandler(ITrtDb db, Batches batches, Settlement settlement, OrderTrail trail)
    : IRequestHandler<CancelGeneration, CancelOutcome>
{
    public async Task<CancelOutcome> Handle(CancelGeneration request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var generation = await db.LockGeneration(request.Id, token);
        if (generation is null || generation.UserId != request.UserId)
        {
            return CancelOutcome.NotFound;
        }

        // Of variations those that have left go on.
        var waiting = (await batches.Lock(generation, token)).Where(order => order.Status == GenerationStatus.Queued).ToList();
        await settlement.Cancel(waiting, token);
        await work.Commit(token);
        waiting.ForEach(order => trail.Settled(wasOpen: true, order));
        return waiting.Count > 0 ? CancelOutcome.Cancelled : CancelOutcome.TooLate;
    }
}
