using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>Looks for orders by what people quote: the reference of a message, the provider's task, the order's own number.</summary>
public sealed record FindOrders(Actor By, string Name, int Page = 1) : IAdminRequest<OrderListing>
{
    public const int PageSize = 6;
}

/// <param name="IsReference">It is written as references are, whether or not an order has it.</param>
/// <param name="ParkedAt">When a message under this reference could not be handled; null when none was.</param>
public sealed record OrderListing(string Name, Page<OrderSummary> Found, bool IsReference, DateTimeOffset? ParkedAt);

internal sealed class FindOrdersHandler(AdminGate gate, ITrtDb db, ICatalog catalog)
    : AdminHandler<FindOrders, OrderListing>(gate, AdminAct.LookAround)
{
    protected override async Task<OrderListing> Serve(FindOrders request, AdminRights rights, CancellationToken token)
    {
        var name = request.Name.Trim();
        var reference = Cid.Read(name);
        var found = await Named(name, reference)
            .OrderByDescending(order => order.CreatedAt)
            .ThenByDescending(order => order.Id)
            .As<OrderRow>()
            .PageOf(request.Page, FindOrders.PageSize, token);
        var parked = reference is { } cid && found.Items.Count == 0
            ? await db.ParkedUpdates.Where(update => update.Cid == cid.Value).Select(update => (DateTimeOffset?)update.At)
                .FirstOrDefaultAsync(token)
            : null;
        return new OrderListing(name, found.With(row => OrderSummary.Of(row, catalog)), reference is not null, parked);
    }

    private IQueryable<Generation> Named(string name, Cid? reference)
    {
        if (reference is { } cid)
        {
            return db.Generations.Where(order => order.Cid == cid || order.TaskId == name);
        }

        return Guid.TryParse(name, out var id)
            ? db.Generations.Where(order => order.Id == new GenerationId(id) || order.TaskId == name)
            : db.Generations.Where(order => order.TaskId == name);
    }
}
