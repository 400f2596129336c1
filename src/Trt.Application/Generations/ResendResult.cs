using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The customer does not see what was sent without an answer: it is sent once more.</summary>
public sealed record ResendResult(UserId UserId, GenerationId Id) : IRequest<ResendOutcome>;

public enum ResendOutcome
{
    OnTheWay,

    /// <summary>Everything is known to be in the chat, or is being sent already.</summary>
    NothingInDoubt,
    NotFound,
}

internal sealed class ResendResultHandler(ITrtDb db, IOutbox outbox) : IRequestHandler<ResendResult, ResendOutcome>
{
    public async Task<ResendOutcome> Handle(ResendResult request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.UserId, request.Id, token) is not { } generation)
        {
            return ResendOutcome.NotFound;
        }

        var doubted = await db.Deliveries
            .Where(part => part.UserId == request.UserId && part.GenerationId == request.Id && part.State == DeliveryState.Doubted)
            .ToListAsync(token);
        if (doubted.Count == 0)
        {
            return ResendOutcome.NothingInDoubt;
        }

        doubted.ForEach(part => part.SendAgain());
        outbox.Add(new DeliverResult(generation.Id, generation.UserId), generation.Cid);
        await work.Commit(token);
        return ResendOutcome.OnTheWay;
    }
}
