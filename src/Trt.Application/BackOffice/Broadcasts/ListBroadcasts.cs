using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>What was sent and is being sent, the newest first.</summary>
public sealed record ListBroadcasts(Actor By, int Page = 1) : IAdminRequest<Page<Broadcast>>
{
    public const int PageSize = 6;
}

internal sealed class ListBroadcastsHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<ListBroadcasts, Page<Broadcast>>(gate, AdminAct.Broadcast)
{
    protected override Task<Page<Broadcast>> Serve(ListBroadcasts request, AdminRights rights, CancellationToken token) =>
        db.Broadcasts.AsNoTracking()
            .Where(broadcast => broadcast.State != BroadcastState.Draft)
            .OrderByDescending(broadcast => broadcast.Id)
            .PageOf(request.Page, ListBroadcasts.PageSize, token);
}
