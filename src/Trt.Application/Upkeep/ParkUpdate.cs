using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Upkeep;

/// <summary>Keeps an update whose handler failed, for a look and another try.</summary>
public sealed record ParkUpdate(long UpdateId, string Body, string Error, Cid Cid) : IRequest;

internal sealed class ParkUpdateHandler(ITrtDb db, IOutbox outbox, TimeProvider time) : AsyncRequestHandler<ParkUpdate>
{
    protected override async Task Handle(ParkUpdate request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.ParkedUpdates.AnyAsync(parked => parked.UpdateId == request.UpdateId, token))
        {
            return;
        }

        db.ParkedUpdates.Add(new ParkedUpdate
        {
            UpdateId = request.UpdateId,
            // A zero character is the one thing PostgreSQL does not store in a text.
            Body = request.Body.Replace("\0", "", StringComparison.Ordinal),
            Error = request.Error.Replace("\0", "", StringComparison.Ordinal),
            Cid = request.Cid.Value,
            At = time.GetUtcNow(),
        });
        outbox.Add(
            AlertOperator.About($"update:{request.UpdateId}", $"An update could not be handled and is parked. Cid {request.Cid}"),
            request.Cid);
        await work.Commit(token);
    }
}
