using System.Collections.Frozen;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>
/// What the provider takes, as known at one moment, in place of what the cards say. A price that is too old or in doubt is known no more,
/// and without one nothing is sold.
/// </summary>
public sealed class KnownCosts
{
    public static readonly KnownCosts None = new([], [], default, TimeSpan.Zero);

    private readonly FrozenDictionary<SkuId, LineCost> _lines;
    private readonly FrozenDictionary<ModelId, ModelCost> _models;
    private readonly DateTimeOffset _now;
    private readonly TimeSpan _ageMax;

    public KnownCosts(IReadOnlyList<ModelCost> models, IReadOnlyList<LineCost> lines, DateTimeOffset now, TimeSpan ageMax)
    {
        (_models, _lines) = (models.ToFrozenDictionary(model => model.Model), lines.ToFrozenDictionary(line => line.Id));
        (_now, _ageMax) = (now, ageMax);
        HoldsUntil = models.Select(model => model.ReadAt + ageMax).Where(end => end > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        ListedAt = models.Count == 0 ? null : models.Max(model => model.SeenAt);
    }

    /// <summary>Models whose contract the provider has changed so that orders would break → how.</summary>
    public IReadOnlyDictionary<ModelId, string> Drifted { get; init; } = FrozenDictionary<ModelId, string>.Empty;

    public bool IsEmpty => _models.Count == 0 && _lines.Count == 0 && Drifted.Count == 0;

    /// <summary>From then on more is too old than now, whatever the books say.</summary>
    public DateTimeOffset HoldsUntil { get; }

    /// <summary>The provider's latest list that was believed; null when there never was one.</summary>
    public DateTimeOffset? ListedAt { get; }

    /// <summary>The card with the costs of this moment; off sale where they are not known.</summary>
    public ModelCard LaidOver(ModelCard card)
    {
        var skus = card.Prices.Skus;
        if (skus.Any(sku => _lines.ContainsKey(new SkuId(card.Id, sku.Key))))
        {
            card = card with { Prices = card.Prices with { Skus = [.. skus.Select(sku => LaidOver(card, sku))] } };
        }

        return card.IsOffered && Objection(card) is { } objection
            ? card with { Status = objection.Status, StatusReason = objection.Why }
            : card;
    }

    private (ModelStatus Status, string Why)? Objection(ModelCard card)
    {
        if (Drifted.TryGetValue(card.Id, out var change))
        {
            return (ModelStatus.BlockedInvalid, $"the provider has changed it: {change}");
        }

        var lines = card.Prices.Skus.Select(sku => _lines.GetValueOrDefault(new SkuId(card.Id, sku.Key))).ToList();
        return _models.GetValueOrDefault(card.Id) is { } model
            && model.Objection(_now, _ageMax, isByHand: lines.TrueForAll(line => line?.IsByHand == true)) is { } why
                ? (model.Halt == CostHalt.Vanished ? ModelStatus.AbsentUpstream : ModelStatus.BlockedNoPrice, why)
                : null;
    }

    private Sku LaidOver(ModelCard card, Sku sku) =>
        _lines.TryGetValue(new SkuId(card.Id, sku.Key), out var line)
            ? sku with { Credits = line.Credits, Until = line.ValidUntil, Afterwards = null }
            : sku;
}
