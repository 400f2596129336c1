using System.Collections.Frozen;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>Which models do not do well at one moment. Most of the time there is none.</summary>
public sealed class KnownHealth
{
    public static readonly KnownHealth None = new([]);

    private readonly FrozenDictionary<ModelId, Ill> _models;

    internal KnownHealth(IEnumerable<ModelHealth> models) => _models = models
        .Select(model => (model.Model, Ill: Ill.Of(model)))
        .Where(model => model.Ill is not null)
        .ToFrozenDictionary(model => model.Model, model => model.Ill!);

    /// <summary>The same for everybody who sells by it, so that nothing has to be laid out anew.</summary>
    internal bool Says(KnownHealth other) =>
        _models.Count == other._models.Count && _models.All(model => model.Value == other._models.GetValueOrDefault(model.Key));

    internal ModelCatalog LaidOver(ModelCatalog cards) =>
        _models.Count == 0 ? cards : new ModelCatalog(cards.Version, cards.Cards.Select(LaidOver));

    private ModelCard LaidOver(ModelCard card) => !card.IsOffered || _models.GetValueOrDefault(card.Id) is not { } ill ? card
        : ill.Status is { } status ? card with { Status = status, StatusReason = ill.Why, RestsSince = ill.RestsSince }
        : card with { IsSlow = true };

    /// <param name="Status">Null where it is sold and only slow.</param>
    private sealed record Ill(ModelStatus? Status, string? Why, DateTimeOffset? RestsSince = null)
    {
        public static Ill? Of(ModelHealth model) => model switch
        {
            { IsSold: false, Hand: not null } => new(ModelStatus.Paused, $"paused by {model.Who}"),
            { IsSold: false, State: HealthState.Gone } => new(ModelStatus.AbsentUpstream, model.Why),
            { IsSold: false } => new(ModelStatus.Paused, model.Why, model.Since),
            { IsSlow: true } => new(null, null),
            _ => null,
        };
    }
}
