using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>Orders, newest first: everybody's, or one customer's, of one state, of one model.</summary>
public sealed record ListOrders(Actor By, OrderFilter Filter, int Page = 1, int PageSize = 8) : IAdminRequest<Page<OrderSummary>>
{
    public const int PageSizeMax = 100;
}

public sealed record OrderFilter(UserId? UserId = null, GenerationStatus? Status = null, ModelId? Model = null)
{
    public static readonly OrderFilter Everything = new();
}

internal sealed class ListOrdersHandler(AdminGate gate, ITrtDb db, ICatalog catalog)
    : AdminHandler<ListOrders, Page<OrderSummary>>(gate, AdminAct.LookAround)
{
    protected override async Task<Page<OrderSummary>> Serve(ListOrders request, AdminRights rights, CancellationToken token)
    {
        var (user, status, model) = request.Filter;
        var page = await db.Generations
            .Where(order => (user == null || order.UserId == user) && (status == null || order.Status == status)
                && (model == null || order.Model == model))
            .OrderByDescending(order => order.CreatedAt)
            .ThenByDescending(order => order.Id)
            .As<OrderRow>()
            .PageOf(request.Page, Math.Clamp(request.PageSize, 1, ListOrders.PageSizeMax), token);
        return page.With(row => OrderSummary.Of(row, catalog));
    }
}
