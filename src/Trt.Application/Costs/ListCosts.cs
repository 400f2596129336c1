using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>What is known of the provider's prices, where it comes from, and what keeps a model off sale.</summary>
public sealed record ListCosts : IRequest<CostOverview>;

/// <param name="ListedAt">The provider's latest list that was believed.</param>
/// <param name="Opinion">What the public price page says of it all; null when it was never read.</param>
public sealed record CostOverview(DateTimeOffset? ListedAt, TimeSpan? Age, OpinionView? Opinion, IReadOnlyList<CostView> Models);

/// <param name="Agree">How many models cost the same there.</param>
/// <param name="Unclear">How many cannot be compared for certain.</param>
public sealed record OpinionView(DateTimeOffset ReadAt, TimeSpan Age, int Agree, int Differ, int Unclear);

/// <param name="Objection">Why it is not sold; null when it is.</param>
/// <param name="Trouble">Why its text gives no price; the last one counts.</param>
/// <param name="Difference">What the public price page says otherwise; null when it agrees or cannot be compared.</param>
/// <param name="Incomparable">Why it cannot be.</param>
/// <param name="Lines">What differs from the card.</param>
public sealed record CostView(
    ModelId Model, DateTimeOffset ReadAt, string? Objection, string? Trouble, string? Text, string? Difference, string? Incomparable,
    IReadOnlyList<CostLine> Lines)
{
    /// <summary>What took it off sale; null when nothing did, or its price is merely too old.</summary>
    public CostHalt? Halt { get; init; }

    public CostStanding Standing => Objection is not null ? CostStanding.OffSale
        : Trouble is not null ? CostStanding.NotTaken
        : Difference is not null ? CostStanding.Differs
        : Lines.Any(line => line.Source == CostSource.Hand) ? CostStanding.ByHand
        : CostStanding.Well;
}

/// <summary>How urgently a model's price needs a person, the most urgent first.</summary>
public enum CostStanding
{
    OffSale,

    /// <summary>What the provider shows now is not taken; the price before counts.</summary>
    NotTaken,

    /// <summary>The public price page says otherwise.</summary>
    Differs,
    ByHand,
    Well,
}

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
        var opinions = await db.SecondOpinions.AsNoTracking().ToDictionaryAsync(opinion => opinion.Model, token);
        var known = new KnownCosts(models, [.. lines.SelectMany(group => group)], now, terms.Current.Costs.AgeMax);
        var names = models.Select(model => model.Model).Concat(lines.Select(group => group.Key)).Concat(opinions.Keys).Distinct();
        List<CostView> views =
        [
            .. names.OrderBy(name => name.Value, StringComparer.Ordinal)
                .Select(name => View(name, models, lines, opinions.GetValueOrDefault(name), known, now)),
        ];
        return new CostOverview(known.ListedAt, now - known.ListedAt, Opinion([.. opinions.Values], views, now), views);
    }

    private static OpinionView? Opinion(List<SecondOpinion> opinions, List<CostView> views, DateTimeOffset now)
    {
        if (opinions.Count == 0)
        {
            return null;
        }

        var (readAt, differ) = (opinions.Max(opinion => opinion.ReadAt), views.Count(view => view.Difference is not null));
        var unclear = opinions.Count(opinion => opinion.Lines.Count == 0);
        return new OpinionView(readAt, now - readAt, opinions.Count - unclear - differ, differ, unclear);
    }

    private CostView View(
        ModelId name, List<ModelCost> models, ILookup<ModelId, LineCost> lines, SecondOpinion? opinion, KnownCosts known,
        DateTimeOffset now)
    {
        var (model, card) = (models.Find(found => found.Model == name), cards.Current.Find(name));
        var sold = card is { IsOffered: true } ? known.LaidOver(card).At(now) : card;
        return new CostView(
            name,
            model?.ReadAt ?? lines[name].Select(line => line.SeenAt).DefaultIfEmpty(opinion?.ReadAt ?? now).Max(),
            card is { IsOffered: true } && sold is { IsOffered: false } ? sold.StatusReason : null,
            model?.Trouble,
            model?.Text,
            card is null ? null : opinion?.Difference(CreditsOf(known.LaidOver(card))),
            opinion?.Why,
            [
                .. lines[name].Select(line => new CostLine(
                    line.Sku, line.Credits, card?.Prices.Skus.FirstOrDefault(sku => sku.Key == line.Sku)?.Credits, line.Source, line.SeenAt,
                    line.ValidUntil, line.Who)),
            ])
        {
            Halt = model?.Halt,
        };
    }

    private static Dictionary<string, decimal> CreditsOf(ModelCard card) =>
        card.Prices.Skus.ToDictionary(sku => sku.Key, sku => sku.Credits, StringComparer.Ordinal);
}
