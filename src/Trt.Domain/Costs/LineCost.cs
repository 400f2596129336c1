using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Shared;

namespace Trt.Domain.Costs;

/// <summary>What the provider takes for one price line of one model, in place of what its card says. A card is never edited.</summary>
public sealed class LineCost
{
    public const int SkuLengthMax = 200;
    public const int WhoLengthMax = 100;

    private LineCost()
    {
    }

    public ModelId Model { get; private init; }

    /// <summary>The key of the price line.</summary>
    public string Sku { get; private init; } = "";

    public decimal Credits { get; private set; }

    public CostSource Source { get; private set; }

    /// <summary>Where it was seen first: the moment of the list, or of the person's word.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>A price of an offer that ends; after this moment it is unknown.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    /// <summary>From when on orders are reckoned with it.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>"sync", or "operator:&lt;id or name&gt;".</summary>
    public string Who { get; private set; } = "";

    public SkuId Id => new(Model, Sku);

    public bool IsByHand => Source == CostSource.Hand;

    public static LineCost Of(ModelId model, SkuCredits line, CostSource source, DateTimeOffset seenAt, string who, DateTimeOffset now)
    {
        var cost = new LineCost { Model = model, Sku = line.Sku };
        cost.Change(line, source, seenAt, who, now);
        return cost;
    }

    public void Change(SkuCredits line, CostSource source, DateTimeOffset seenAt, string who, DateTimeOffset now) =>
        (Credits, ValidUntil, Source, SeenAt, Who, TakenAt) = (line.Credits, line.Until, source, seenAt, who, now);
}

public enum CostSource
{
    /// <summary>The provider's list of models.</summary>
    Sync,

    /// <summary>A person's word; it wins.</summary>
    Hand,
}
