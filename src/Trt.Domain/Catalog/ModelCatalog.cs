using System.Collections.Frozen;
using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>All cards at one moment; swapped as a whole when a new set is loaded.</summary>
public sealed class ModelCatalog
{
    private const int AlternativesMax = 4;

    private readonly FrozenDictionary<string, ModelCard> _byId;
    private readonly FrozenDictionary<string, ModelCard> _byKey;
    private readonly FrozenDictionary<string, ModelCard> _byLink;
    private readonly FrozenDictionary<GenerationType, IReadOnlyList<ModelCard>> _offeredByType;

    public ModelCatalog(string version, IEnumerable<ModelCard> cards)
    {
        Version = version;
        Cards = [.. cards.OrderBy(card => card.Order).ThenBy(card => card.Id.Value, StringComparer.Ordinal)];
        // An id of its own wins over a former one of another, which the reading of the cards refuses anyway.
        _byId = Cards.SelectMany(card => card.Formerly.Select(id => KeyValuePair.Create(id, card)))
            .Concat(Cards.Select(card => KeyValuePair.Create(card.Id.Value, card)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        _byKey = _byId.ToFrozenDictionary(pair => new ModelId(pair.Key).Key, pair => pair.Value, StringComparer.Ordinal);
        _byLink = _byId.GroupBy(pair => Bare(pair.Key), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        Edge = Cards.SelectMany(card => card.Prices.Skus).Min(sku => sku.Until);
        _offeredByType = Cards.Where(card => card.IsOffered)
            .GroupBy(card => card.Type)
            .ToFrozenDictionary(group => group.Key, IReadOnlyList<ModelCard> (group) => [.. group]);
        OfferedFree = [.. Cards.Where(card => card is { IsOffered: true, IsFree: true })];
        OfferedTypes = [.. _offeredByType.Keys.Order()];
    }

    /// <summary>A fingerprint of the content: the same cards give the same version.</summary>
    public string Version { get; }

    public IReadOnlyList<ModelCard> Cards { get; }

    /// <summary>Only types with something to sell.</summary>
    public IReadOnlyList<GenerationType> OfferedTypes { get; }

    public IReadOnlyList<ModelCard> OfferedFree { get; }

    /// <summary>When the next promotion ends; null when none runs.</summary>
    public DateTimeOffset? Edge { get; }

    /// <summary>The same cards at this moment: what was promised until an earlier one is over.</summary>
    public ModelCatalog At(DateTimeOffset now) => Edge <= now ? new ModelCatalog(Version, Cards.Select(card => card.At(now))) : this;

    /// <summary>By its id, or by one that it had in former times.</summary>
    public ModelCard? Find(ModelId id) => id.Value is { } key && _byId.TryGetValue(key, out var card) ? card : null;

    /// <summary>By its id as an address can hold it: what is neither letter nor digit may be anything there.</summary>
    public ModelCard? FindByLink(string word) => _byLink.GetValueOrDefault(Bare(word));

    /// <summary>By what stands for an id in a button.</summary>
    public ModelCard? FindByKey(string key) => _byKey.GetValueOrDefault(key);

    public IReadOnlyList<ModelCard> Offered(GenerationType type) => _offeredByType.GetValueOrDefault(type, []);

    /// <summary>
    /// What to offer in place of a model that is not sold: what its card names, then those that do the same, then the first of each other
    /// shelf.
    /// </summary>
    public IReadOnlyList<ModelCard> InsteadOf(ModelId id)
    {
        var gone = Find(id);
        var named = gone?.Instead.Select(Find).OfType<ModelCard>().Where(card => card.IsOffered) ?? [];
        var same = gone is null ? [] : Offered(gone.Type);
        var others = OfferedTypes.Select(type => Offered(type)[0]);
        return [.. named.Concat(same).Concat(others).DistinctBy(card => card.Id).Take(AlternativesMax)];
    }

    private static string Bare(string id) => string.Concat(id.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>What does the same as a model: what its card names, then the others of its kind.</summary>
    public IReadOnlyList<ModelCard> Like(ModelCard card) =>
    [
        .. card.Instead.Select(Find).OfType<ModelCard>().Where(named => named.IsOffered).Concat(Offered(card.Type))
            .Where(other => other.Id != card.Id)
            .DistinctBy(other => other.Id)
            .Take(AlternativesMax),
    ];
}
