using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>Nobody else gets it from now on; who has it keeps it.</summary>
/// <returns>Null when there is none; otherwise as it stands, whoever stopped it.</returns>
public sealed record StopBroadcast(Actor.InChat By, Guid Id) : IAdminRequest<BroadcastView?>
{
    Actor IAdminRequest<BroadcastView?>.By => By;
}

internal sealed class StopBroadcastHandler(AdminGate gate, ITrtDb db, IBroadcasts broadcasts, TimeProvider time)
    : AdminHandler<StopBroadcast, BroadcastView?>(gate, AdminAct.Broadcast)
{
    protected override async Task<BroadcastView?> Serve(StopBroadcast request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockBroadcast(request.Id, token) is not { IsDraft: false } broadcast)
        {
            return null;
        }

        var (now, counts) = (time.GetUtcNow(), await broadcasts.Counts(request.Id, token));
        if (broadcast.Stop(now))
        {
            db.Audit.Add(AuditEntry.Of(
                request.By.Mark, "broadcast.stopped", $"broadcast:{broadcast.Id:N}", null,
                string.Create(CultureInfo.InvariantCulture, $"{counts.Sent} / {broadcast.Total}"), "", now));
            await work.Commit(token);
        }

        return new BroadcastView(broadcast, counts, counts.Total);
    }
}
