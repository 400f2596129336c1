using MediatR;
using Trt.Application.Costs;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Costs;

/// <summary>The models whose price needs somebody, the most urgent first; a page at a time.</summary>
public sealed record WatchCosts(Actor By, int Page = 1) : IAdminRequest<CostWatchPage>
{
    public const int PageSize = 8;
}

/// <param name="Age">How old the provider's list is; null when it was never read.</param>
public sealed record CostWatchPage(TimeSpan? Age, Page<CostView> Models, DateTimeOffset At);

/// <summary>What one model costs, line by line; null when there is none of that name.</summary>
public sealed record WatchModelCosts(Actor By, ModelId Model) : IAdminRequest<ModelCostView?>;

public sealed record ModelCostView(CostView Model, IReadOnlyList<SoldLine> Lines, DateTimeOffset At, AdminRights Rights);

/// <param name="Source">Null where the card alone says what it costs.</param>
/// <param name="Price">What customers pay for one unit.</param>
public sealed record SoldLine(string Sku, decimal Credits, CostSource? Source, DateTimeOffset? Since, Money Price, bool IsOwn, Money Cost);

internal sealed class WatchCostsHandler(AdminGate gate, IMediator mediator, TimeProvider time)
    : AdminHandler<WatchCosts, CostWatchPage>(gate, AdminAct.LookAround)
{
    protected override async Task<CostWatchPage> Serve(WatchCosts request, AdminRights rights, CancellationToken token)
    {
        var costs = await mediator.Send(new ListCosts(), token);
        var models = costs.Models.Where(model => model.Standing != CostStanding.Well)
            .OrderBy(model => model.Standing).ThenBy(model => model.ReadAt).ThenBy(model => model.Model.Value, StringComparer.Ordinal)
            .ToList();
        var last = Math.Max(1, (models.Count + WatchCosts.PageSize - 1) / WatchCosts.PageSize);
        var page = Math.Clamp(request.Page, 1, last);
        IReadOnlyList<CostView> shown = [.. models.Skip((page - 1) * WatchCosts.PageSize).Take(WatchCosts.PageSize)];
        return new CostWatchPage(costs.Age, new Page<CostView>(shown, page, page < last), time.GetUtcNow());
    }
}

internal sealed class WatchModelCostsHandler(AdminGate gate, IMediator mediator, ICatalog catalog, IShopTerms terms, TimeProvider time)
    : AdminHandler<WatchModelCosts, ModelCostView?>(gate, AdminAct.LookAround)
{
    protected override async Task<ModelCostView?> Serve(WatchModelCosts request, AdminRights rights, CancellationToken token)
    {
        if (catalog.Current.Find(request.Model) is not { } card)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var known = (await mediator.Send(new ListCosts(), token)).Models.FirstOrDefault(model => model.Model == card.Id)
            ?? new CostView(card.Id, now, null, null, null, null, null, []);
        return new ModelCostView(known, [.. card.Prices.Skus.Select(sku => Line(sku, known))], now, rights);
    }

    private SoldLine Line(Sku sku, CostView known)
    {
        var line = known.Lines.FirstOrDefault(line => line.Sku == sku.Key);
        var prices = terms.Current.Prices;
        return new SoldLine(
            sku.Key, sku.Credits, line?.Source, line?.SeenAt, sku.PriceOf(1, prices), sku.OwnPrice is not null, prices.Cost(sku.Credits));
    }
}
