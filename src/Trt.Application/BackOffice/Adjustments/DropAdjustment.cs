using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>The admin has changed their mind: the screen that still hangs in the chat signs nothing any more.</summary>
/// <returns>Whose balance it was about; null when there is nothing to drop (any more).</returns>
public sealed record DropAdjustment(UserId Admin, Guid AdjustmentId) : IAdminRequest<UserId?>
{
    public Actor By => new Actor.InChat(Admin);
}

internal sealed class DropAdjustmentHandler(AdminGate gate, ITrtDb db) : AdminHandler<DropAdjustment, UserId?>(gate, AdminAct.MoveMoney)
{
    protected override async Task<UserId?> Serve(DropAdjustment request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockAdjustment(request.AdjustmentId, token) is not { } adjustment || !adjustment.Drop(request.Admin))
        {
            return null;
        }

        await work.Commit(token);
        return adjustment.UserId;
    }
}
