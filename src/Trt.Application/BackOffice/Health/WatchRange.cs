using MediatR;
using Trt.Application.Costs;
using Trt.Application.Health;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Health;

/// <summary>All models on one page: how they do, what they earn, and how old their price is; the troubled ones first.</summary>
public sealed record WatchRange(Actor By) : IAdminRequest<RangeSheet>;

public sealed record RangeSheet(DateTimeOffset At, IReadOnlyList<RangeLine> Lines);

/// <param name="Least">The cheapest unit and what the supplier takes for it; null for a model without a price.</param>
/// <param name="PriceReadAt">When the supplier's price was last read; null where the card alone says it.</param>
public sealed record RangeLine(
    HealthLine Health, ModelCard? Card, (Money Price, Money Cost)? Least, DateTimeOffset? PriceReadAt, CostStanding Standing)
{
    public decimal? MarginPercent => Least is { Price: { IsZero: false } price, Cost: var cost }
        ? 100m * (price - cost).Kopecks / price.Kopecks
        : null;
}

internal sealed class WatchRangeHandler(AdminGate gate, IMediator mediator, ICatalog catalog, IShopTerms terms, TimeProvider time)
    : AdminHandler<WatchRange, RangeSheet>(gate, AdminAct.LookAround)
{
    protected override async Task<RangeSheet> Serve(WatchRange request, AdminRights rights, CancellationToken token)
    {
        var costs = (await mediator.Send(new ListCosts(), token)).Models.ToDictionary(model => model.Model);
        var health = await mediator.Send(new ListHealth(), token);
        return new RangeSheet(time.GetUtcNow(), [.. health.Models.Select(line => Line(line, costs.GetValueOrDefault(line.Model)))]);
    }

    private RangeLine Line(HealthLine line, CostView? costs)
    {
        var (card, prices) = (catalog.Current.Find(line.Model), terms.Current.Prices);
        var least = card?.Prices.Skus.Where(sku => !sku.IsOver)
            .Select(sku => ((Money, Money)?)(sku.PriceOf(1, prices), prices.Cost(sku.Credits)))
            .MinBy(sold => sold!.Value.Item1);
        return new RangeLine(line, card, least, costs?.ReadAt, costs?.Standing ?? CostStanding.Well);
    }
}
