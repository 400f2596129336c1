using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>What a customer wrote and sent for an order. Who has read it, and when, is written down; null for no such order.</summary>
public sealed record ReadInputs(Actor By, GenerationId Id) : IAdminRequest<OrderInputs?>;

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record OrderInputs(Generation Order, ModelCard? Card);

internal sealed class ReadInputsHandler(AdminGate gate, ITrtDb db, ICatalog catalog, TimeProvider time)
    : AdminHandler<ReadInputs, OrderInputs?>(gate, AdminAct.ReadInputs)
{
    protected override async Task<OrderInputs?> Serve(ReadInputs request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.Generations.AsNoTracking().FirstOrDefaultAsync(order => order.Id == request.Id, token) is not { } order)
        {
            return null;
        }

        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "order.inputs_read", OrderAudit.Subject(order.Id), null, null, "", time.GetUtcNow()));
        await work.Commit(token);
        return new OrderInputs(order, catalog.Current.Find(order.Model));
    }
}

internal static class OrderAudit
{
    public static string Subject(GenerationId id) => $"order:{id}";
}
