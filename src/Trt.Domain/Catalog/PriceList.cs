using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>What one use costs: the first SKU whose conditions hold, times the measured quantity.</summary>
public sealed record PriceList(PriceUnit Unit, QuantitySource? Quantity, IReadOnlyList<Sku> Skus)
{
    /// <summary>A model without a known price; it is not offered.</summary>
    public static readonly PriceList None = new(PriceUnit.Generation, null, []);

    /// <summary>The least that can be ordered, in units: three seconds where the shortest film has three.</summary>
    public decimal QuantityMin { get; init; } = 1;

    /// <summary>Where the figures come from, for the operator.</summary>
    public string? Source { get; init; }

    /// <summary>Whether another value of this field may mean another price, so that the customer has to choose it knowingly.</summary>
    public bool DependsOn(string field) => Skus.Any(sku => sku.When.ContainsKey(field)) || Quantity?.Reads(field) == true;

    /// <summary>The price for exactly these checked inputs; null = no SKU or no quantity, so the model cannot be sold this way.</summary>
    public Quote? Quote(IReadOnlyDictionary<string, InputValue> values, PriceTerms terms)
    {
        if (Skus.FirstOrDefault(sku => sku.Fits(values)) is not { } sku)
        {
            return null;
        }

        return Measure(values) is { } quantity ? new Quote(sku.PriceOf(quantity, terms), sku.Key, sku.Credits, quantity) : null;
    }

    /// <summary>"From …" on the card: the cheapest possible order.</summary>
    public Money? From(PriceTerms terms) => Skus.Count == 0 ? null : Skus.Min(sku => sku.PriceOf(QuantityMin, terms));

    /// <summary>Whole units of a measured quantity.</summary>
    public decimal Units(decimal measured) => Unit.Count(measured);

    /// <summary>Every unit counts from its start: 1001 characters are two thousands, 4.2 seconds are five.</summary>
    private decimal? Measure(IReadOnlyDictionary<string, InputValue> values)
    {
        if (Quantity is null)
        {
            return 1;
        }

        return Quantity.Measure(values) is { } measured and > 0 ? Units(measured) : null;
    }
}

/// <param name="Key">Stable name of the line, for receipts and operator overrides, e.g. "resolution=4K".</param>
/// <param name="Credits">What the provider takes per unit.</param>
public sealed record Sku(string Key, IReadOnlyDictionary<string, string> When, decimal Credits)
{
    /// <summary>What the operator wants per unit; it wins over the formula.</summary>
    public Money? OwnPrice { get; init; }

    /// <summary>Where this takes longer than the rest of the model.</summary>
    public TimeSpan? TimeLimit { get; init; }

    public bool Fits(IReadOnlyDictionary<string, InputValue> values) => Condition.AllHold(When, values);

    /// <summary>Every price anybody is shown or charged comes from here.</summary>
    public Money PriceOf(decimal quantity, PriceTerms terms) => OwnPrice is { } perUnit
        ? new Money(checked(perUnit.Kopecks * decimal.ToInt64(quantity)))
        : terms.PriceOf(this, quantity);
}

public enum PriceUnit
{
    Generation,
    Image,
    Second,
    Minute,
    ThousandChars,
    Megapixel,
}

public static class PriceUnits
{
    /// <summary>Whole units of what was measured in seconds, characters, pixels or pieces; a unit begun counts.</summary>
    public static decimal Count(this PriceUnit unit, decimal measured) => Math.Ceiling(measured / PerUnit(unit));

    private static decimal PerUnit(PriceUnit unit) => unit switch
    {
        PriceUnit.Minute => 60,
        PriceUnit.ThousandChars => 1000,
        // Sizes are sold as 1024 × 1024; a decimal megapixel would make that two.
        PriceUnit.Megapixel => 1024 * 1024,
        PriceUnit.Generation or PriceUnit.Image or PriceUnit.Second => 1,
    };
}

/// <summary>Money terms of the shop at the moment of a quote.</summary>
public sealed record PriceTerms(decimal RublesPerUsd, decimal UsdPerCredit, decimal Markup)
{
    public static readonly PriceTerms Default = new(78.57m, 0.005m, 2m);

    /// <summary>The one formula: credits × USD per credit × rate × markup, half a kopeck goes up.</summary>
    public Money Price(decimal credits) =>
        new(checked((long)Math.Round(credits * UsdPerCredit * RublesPerUsd * Markup * 100, 0, MidpointRounding.AwayFromZero)));

    /// <summary>What the provider takes, in our money; a kopeck begun counts.</summary>
    public Money Cost(decimal credits) => new(checked((long)Math.Ceiling(credits * UsdPerCredit * RublesPerUsd * 100)));

    /// <summary>What costs the shop something never costs the customer nothing.</summary>
    internal Money PriceOf(Sku sku, decimal quantity)
    {
        var price = Price(sku.Credits * quantity);
        return price.IsZero && sku.Credits > 0 ? new Money(1) : price;
    }
}

/// <summary>The price for exactly these inputs. What is quoted is the most a customer pays.</summary>
public sealed record Quote(Money Price, string Sku, decimal Credits, decimal Quantity);
