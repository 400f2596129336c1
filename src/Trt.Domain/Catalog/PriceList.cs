using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>What one use costs: the first SKU whose conditions hold, times the measured quantity.</summary>
public sealed record PriceList(PriceUnit Unit, QuantitySource? Quantity, IReadOnlyList<Sku> Skus)
{
    /// <summary>The price for exactly these checked inputs; null = no SKU or no quantity, so the model cannot be sold this way.</summary>
    public Quote? Quote(IReadOnlyDictionary<string, InputValue> values, PriceTerms terms) => throw new NotSupportedException();

    /// <summary>"From …" on the card: the cheapest possible order.</summary>
    public Money? From(PriceTerms terms) => throw new NotSupportedException();
}

/// <param name="Key">Stable name of the line, for receipts and operator overrides, e.g. "resolution=4K".</param>
/// <param name="Credits">What the provider takes per unit.</param>
public sealed record Sku(string Key, IReadOnlyDictionary<string, string> When, decimal Credits);

public enum PriceUnit
{
    Generation,
    Image,
    Second,
    Minute,
    ThousandChars,
    Megapixel,
}

/// <summary>Where the quantity is measured.</summary>
public abstract record QuantitySource;

public sealed record CharactersOf(string Field) : QuantitySource;

public sealed record ValueOf(string Field) : QuantitySource;

public sealed record DurationOf(string Field) : QuantitySource;

/// <summary>Money terms of the shop at the moment of a quote.</summary>
public sealed record PriceTerms(decimal RublesPerUsd, decimal UsdPerCredit, decimal Markup)
{
    public static readonly PriceTerms Default = new(78.57m, 0.005m, 2m);

    /// <summary>The one formula: credits × USD per credit × rate × markup, half a kopeck goes up.</summary>
    public Money Price(decimal credits) =>
        new(checked((long)Math.Round(credits * UsdPerCredit * RublesPerUsd * Markup * 100, 0, MidpointRounding.AwayFromZero)));
}

/// <summary>The price for exactly these inputs. What is quoted is the most a customer pays.</summary>
public sealed record Quote(Money Price, string Sku, decimal Credits, decimal Quantity);
