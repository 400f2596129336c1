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

    /// <summary>Where orders are done at all, enough of them were within this time.</summary>
    public static readonly TimeSpan DoneWithin = TimeSpan.FromDays(30);
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

    /// <summary>Each state is written out: the index of what came to nothing is one of these states, and not of a parameter.</summary>
    private IQueryable<Generation> Of(OrderKind kind)
    {
        var open = GenerationStatuses.Open;
        var since = time.GetUtcNow() - LeafOrders.DoneWithin;
        return kind switch
        {
            OrderKind.All => db.Generations,
            OrderKind.UnderWay => db.Generations.Where(order => open.Contains(order.Status)),
            OrderKind.Done => db.Generations.Where(
                order => order.CreatedAt > since
                    && (order.Status == GenerationStatus.Succeeded || order.Status == GenerationStatus.Delivered)),
            OrderKind.Failed => db.Generations.Where(order => order.Status == GenerationStatus.Failed),
            OrderKind.Expired => db.Generations.Where(order => order.Status == GenerationStatus.Expired),
            OrderKind.Cancelled => db.Generations.Where(order => order.Status == GenerationStatus.Cancelled),
        };
    }
}
