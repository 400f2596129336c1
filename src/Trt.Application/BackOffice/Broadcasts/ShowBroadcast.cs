using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>One broadcast with what became of it; null when there is none of this name, or it is another operator's draft.</summary>
public sealed record ShowBroadcast(Actor.InChat By, Guid Id) : IAdminRequest<BroadcastView?>
{
    Actor IAdminRequest<BroadcastView?>.By => By;
}

internal sealed class ShowBroadcastHandler(AdminGate gate, ITrtDb db, IBroadcasts broadcasts, ShopOptions options, TimeProvider time)
    : AdminHandler<ShowBroadcast, BroadcastView?>(gate, AdminAct.Broadcast)
{
    protected override async Task<BroadcastView?> Serve(ShowBroadcast request, AdminRights rights, CancellationToken token)
    {
        var found = await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(broadcast => broadcast.Id == request.Id, token);
        return found is null || (found.IsDraft && found.AuthorId != request.By.UserId) ? null
            : found.IsDraft
                ? new BroadcastView(
                    found, BroadcastCounts.None, await broadcasts.Count(found.Audience, options.DayOf(time.GetUtcNow()), token))
                : await Started(found, token);
    }

    private async Task<BroadcastView> Started(Broadcast broadcast, CancellationToken token)
    {
        var counts = await broadcasts.Counts(broadcast.Id, token);
        return new BroadcastView(broadcast, counts, counts.Total);
    }
}
