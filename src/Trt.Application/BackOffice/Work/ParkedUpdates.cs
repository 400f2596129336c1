using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Work;

/// <summary>A message at which the shop failed is taken out to be handled once more. It stays where it is until that went well.</summary>
/// <returns>Null when there is none of that number.</returns>
public sealed record TakeParkedUpdate(Actor By, long UpdateId) : IAdminRequest<ParkedUpdate?>;

/// <summary>It was handled once more.</summary>
/// <param name="TakenAt">When it had last failed as it was taken out: a new failure keeps it.</param>
/// <returns>False when it has failed again.</returns>
public sealed record DropParkedUpdate(Actor By, long UpdateId, DateTimeOffset TakenAt) : IAdminRequest<bool>;

internal sealed class TakeParkedUpdateHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<TakeParkedUpdate, ParkedUpdate?>(gate, AdminAct.RunShop)
{
    protected override async Task<ParkedUpdate?> Serve(TakeParkedUpdate request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var parked = await db.ParkedUpdates.AsNoTracking().FirstOrDefaultAsync(update => update.UpdateId == request.UpdateId, token);
        if (parked is not null)
        {
            db.Audit.Add(AuditEntry.Of(
                request.By.Mark, "update.replayed", $"update:{request.UpdateId}", null, null, "", time.GetUtcNow()));
            await work.Commit(token);
        }

        return parked;
    }
}

internal sealed class DropParkedUpdateHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<DropParkedUpdate, bool>(gate, AdminAct.RunShop)
{
    protected override async Task<bool> Serve(DropParkedUpdate request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.ParkedUpdates.FirstOrDefaultAsync(
            update => update.UpdateId == request.UpdateId && update.At <= request.TakenAt, token) is not { } handled)
        {
            return false;
        }

        db.ParkedUpdates.Remove(handled);
        await work.Commit(token);
        return true;
    }
}
