using System.Collections.Frozen;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Settings;

/// <summary>
/// What the operator may change while the shop is open. It begins as the environment says and goes on as the operator says;
/// everything that is decided with it is decided with one and the same set.
/// </summary>
public sealed record ShopTerms
{
    public PriceTerms Prices { get; init; } = PriceTerms.Default;

    /// <summary>Price lines with a price of the operator's own, per unit.</summary>
    public IReadOnlyDictionary<SkuId, Money> OwnPrices { get; init; } = FrozenDictionary<SkuId, Money>.Empty;

    /// <summary>Models that the operator keeps off the shelves.</summary>
    public IReadOnlySet<ModelId> Hidden { get; init; } = FrozenSet<ModelId>.Empty;

    /// <summary>What a new customer finds on the balance.</summary>
    public Money WelcomeBalance { get; init; }

    public FreeTerms Free { get; init; } = new();

    public TopUpTerms TopUps { get; init; } = new();

    public GrowthTerms Growth { get; init; } = new();

    /// <summary>These cards as they are sold on these terms.</summary>
    public ModelCatalog OnSale(ModelCatalog cards) => Offering.OnSale(cards, this);
}

/// <summary>What is given away every day.</summary>
public sealed record FreeTerms
{
    public int PerDay { get; init; } = 5;

    /// <summary>At most so many of them within sixty minutes; 0 = no such limit.</summary>
    public int PerHour { get; init; }

    /// <summary>What can be had for free; null = what the cards say.</summary>
    public IReadOnlyList<FreeItem>? Items { get; init; }
}

/// <param name="Sku">One price line; null = all of the model's.</param>
public sealed record FreeItem(ModelId Model, string? Sku)
{
    public override string ToString() => Sku is null ? Model.Value : new SkuId(Model, Sku).ToString();
}

/// <summary>How much can be paid in at once.</summary>
public sealed record TopUpTerms
{
    /// <summary>The amounts that have a button.</summary>
    public IReadOnlyList<Money> Amounts { get; init; } = [Money.Rubles(50), Money.Rubles(100), Money.Rubles(150)];

    public Money Min { get; init; } = Money.Rubles(50);

    public Money Max { get; init; } = Money.Rubles(50_000);
}

/// <summary>What is given for bringing others, and for coming.</summary>
public sealed record GrowthTerms
{
    /// <summary>Free generations for each side of an invitation.</summary>
    public int InvitationFree { get; init; } = 10;
}
