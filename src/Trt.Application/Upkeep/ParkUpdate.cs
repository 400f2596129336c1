using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
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
        // A zero character is the one thing PostgreSQL does not store in a text.
        var error = request.Error.Replace("\0", "", StringComparison.Ordinal);
        if (await db.ParkedUpdates.FirstOrDefaultAsync(parked => parked.UpdateId == request.UpdateId, token) is { } before)
        {
            (before.Error, before.At) = (error, time.GetUtcNow());
            await work.Commit(token);
            return;
        }

        db.ParkedUpdates.Add(new ParkedUpdate
        {
            UpdateId = request.UpdateId,
            Body = request.Body.Replace("\0", "", StringComparison.Ordinal),
            Error = error,
            Cid = request.Cid.Value,
            At = time.GetUtcNow(),
        });
        outbox.Add(new TellOperators(new Matter.UpdateParked(request.Cid.Value)), request.Cid);
        await work.Commit(token);
    }
}
