using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// The customer takes an order back. Possible until it has left for the provider: whoever gets its lock first, this or the start, has won,
/// and the other one finds it so.
/// </summary>
public sealed record CancelGeneration(UserId UserId, GenerationId Id) : IRequest<CancelOutcome>;

public enum CancelOutcome
{
    Cancelled,

    /// <summary>By an earlier press.</summary>
    CancelledBefore,

    /// <summary>It has left: the work is being done.</summary>
    Begun,

    /// <summary>It has ended otherwise.</summary>
    Ended,
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
        if (waiting.Count == 0)
        {
            return generation.Status == GenerationStatus.Cancelled ? CancelOutcome.CancelledBefore
                : generation.Status.IsOpen() ? CancelOutcome.Begun
                : CancelOutcome.Ended;
        }

        await settlement.Cancel(waiting, token);
        await work.Commit(token);
        waiting.ForEach(order => trail.Settled(wasOpen: true, order));
        return CancelOutcome.Cancelled;
    }
}
