using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>The provider is asked about an order now, out of turn. As ever, the look alone ends an order.</summary>
public sealed record LookAtOrder(Actor By, GenerationId Id) : IAdminRequest<LookOutcome>;

public enum LookOutcome
{
    Asked,

    /// <summary>It has not left for the provider yet.</summary>
    NotThereYet,

    /// <summary>Nothing new can come of it.</summary>
    Ended,
    NotFound,
}

internal sealed class LookAtOrderHandler(AdminGate gate, ITrtDb db, IOutbox outbox, TimeProvider time)
    : AdminHandler<LookAtOrder, LookOutcome>(gate, AdminAct.TendOrders)
{
    protected override async Task<LookOutcome> Serve(LookAtOrder request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.Id, token) is not { } order)
        {
            return LookOutcome.NotFound;
        }

        if (!order.CanBeLookedAt)
        {
            return order.Status.IsOpen() ? LookOutcome.NotThereYet : LookOutcome.Ended;
        }

        order.Call();
        await outbox.Ensure(new CheckGeneration(order.Id, order.UserId), order.Cid, token);
        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "order.looked_at", OrderAudit.Subject(order.Id), null, null, "", time.GetUtcNow()));
        await work.Commit(token);
        return LookOutcome.Asked;
    }
}
