using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Work;

/// <summary>What the shop could not do by itself: work put aside, messages it failed at, signals about orders it does not know.</summary>
public sealed record ListStuckWork(Actor By) : IAdminRequest<StuckWork>;

public sealed record StuckWork(IReadOnlyList<ParkedRow> Rows, IReadOnlyList<StuckUpdate> Updates, IReadOnlyList<StrayCallback> Callbacks);

/// <summary>An update without what its sender wrote.</summary>
public sealed record StuckUpdate(long UpdateId, string Error, string Cid, DateTimeOffset At);

public sealed record StrayCallback(string TaskId, DateTimeOffset At);

internal sealed class ListStuckWorkHandler(AdminGate gate, ITrtDb db, IParkedWork parked)
    : AdminHandler<ListStuckWork, StuckWork>(gate, AdminAct.RunShop)
{
    private const int ListedMax = 50;

    protected override async Task<StuckWork> Serve(ListStuckWork request, AdminRights rights, CancellationToken token) => new(
        await parked.List(token),
        await db.ParkedUpdates.AsNoTracking()
            .OrderByDescending(update => update.At)
            .Take(ListedMax)
            .Select(update => new StuckUpdate(update.UpdateId, update.Error, update.Cid, update.At))
            .ToListAsync(token),
        await db.ProviderCallbacks.AsNoTracking()
            .Where(callback => callback.GenerationId == null && callback.TaskId != null)
            .OrderByDescending(callback => callback.At)
            .Take(ListedMax)
            .Select(callback => new StrayCallback(callback.TaskId!, callback.At))
            .ToListAsync(token));
}
