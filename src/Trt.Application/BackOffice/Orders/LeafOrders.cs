using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>Everybody's orders, the newest first, a piece at a time however many there are.</summary>
/// <param name="After">The last one of the piece before; null begins.</param>
public sealed record LeafOrders(Actor By, OrderKind Kind = OrderKind.All, GenerationId? After = null) : IAdminRequest<Slice<OrderSummary>>
{
    public const int SliceSize = 25;

    /// <summary>Orders that ended in one way are looked for in this time only: a rare one would be looked for in all others.</summary>
    public static readonly TimeSpan EndedWithin = TimeSpan.FromDays(30);
}

public enum OrderKind
{
    All,
    UnderWay,
    Done,
    Failed,
    Expired,
    Cancelled,
}

internal sealed class LeafOrdersHandler(AdminGate gate, ITrtDb db, ICatalog catalog, TimeProvider time)
    : AdminHandler<LeafOrders, Slice<OrderSummary>>(gate, AdminAct.LookAround)
{
    protected override async Task<Slice<OrderSummary>> Serve(LeafOrders request, AdminRights rights, CancellationToken token)
    {
        var rows = Of(request.Kind);
        if (request.After is { } after)
        {
            rows = rows.Where(order => order.Id < after);
        }

        var slice = await rows.OrderByDescending(order => order.Id).As<OrderRow>()
            .SliceOf(LeafOrders.SliceSize, row => row.Id.ToString(), token);
        return slice.With(row => OrderSummary.Of(row, catalog));
    }

    private IQueryable<Generation> Of(OrderKind kind)
    {
        var open = GenerationStatuses.Open;
        var since = time.GetUtcNow() - LeafOrders.EndedWithin;
        return kind switch
        {
            OrderKind.All => db.Generations,
            OrderKind.UnderWay => db.Generations.Where(order => open.Contains(order.Status)),
            OrderKind.Done => db.Generations.Where(
                order => order.CreatedAt > since
                    && (order.Status == GenerationStatus.Succeeded || order.Status == GenerationStatus.Delivered)),
            OrderKind.Failed => Ended(GenerationStatus.Failed),
            OrderKind.Expired => Ended(GenerationStatus.Expired),
            OrderKind.Cancelled => Ended(GenerationStatus.Cancelled),
        };

        IQueryable<Generation> Ended(GenerationStatus how) =>
            db.Generations.Where(order => order.CreatedAt > since && order.Status == how);
    }
}
