using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>What is known of the provider's prices, where it comes from, and what keeps a model off sale.</summary>
public sealed record ListCosts : IRequest<CostOverview>;

/// <param name="ListedAt">The provider's latest list that was believed.</param>
public sealed record CostOverview(DateTimeOffset? ListedAt, TimeSpan? Age, IReadOnlyList<CostView> Models);

/// <param name="Objection">Why it is not sold; null when it is.</param>
/// <param name="Trouble">Why its text gives no price; the last one counts.</param>
/// <param name="Lines">What differs from the card.</param>
public sealed record CostView(
    ModelId Model, DateTimeOffset ReadAt, string? Objection, string? Trouble, string? Text, IReadOnlyList<CostLine> Lines);

public sealed record CostLine(
    string Sku, decimal Credits, decimal? OnTheCard, CostSource Source, DateTimeOffset SeenAt, DateTimeOffset? ValidUntil, string Who);

internal sealed class ListCostsHandler(ITrtDb db, ICards cards, IShopTerms terms, TimeProvider time)
    : IRequestHandler<ListCosts, CostOverview>
{
    public async Task<CostOverview> Handle(ListCosts request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var models = await db.ModelCosts.AsNoTracking().ToListAsync(token);
        var lines = (await db.LineCosts.AsNoTracking().OrderBy(line => line.Sku).ToListAsync(token)).ToLookup(line => line.Model);
        var known = new KnownCosts(models, [.. lines.SelectMany(group => group)], now, terms.Current.Costs.AgeMax);
        var names = models.Select(model => model.Model).Concat(lines.Select(group => group.Key)).Distinct();
        return new CostOverview(
            known.ListedAt,
            now - known.ListedAt,
            [.. names.OrderBy(name => name.Value, StringComparer.Ordinal).Select(name => View(name, models, lines, known, now))]);
    }

    private CostView View(ModelId name, List<ModelCost> models, ILookup<ModelId, LineCost> lines, KnownCosts known, DateTimeOffset now)
    {
        var (model, card) = (models.Find(found => found.Model == name), cards.Current.Find(name));
        var sold = card is { IsOffered: true } ? known.LaidOver(card).At(now) : card;
        return new CostView(
            name,
            model?.ReadAt ?? lines[name].Max(line => line.SeenAt),
            sold is { IsOffered: false } ? sold.StatusReason : null,
            model?.Trouble,
            model?.Text,
            [
                .. lines[name].Select(line => new CostLine(
                    line.Sku, line.Credits, card?.Prices.Skus.FirstOrDefault(sku => sku.Key == line.Sku)?.Credits, line.Source, line.SeenAt,
                    line.ValidUntil, line.Who)),
            ]);
    }
}
