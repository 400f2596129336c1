using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>What one use costs: the first SKU whose conditions hold, times the measured quantity.</summary>
public sealed record PriceList(PriceUnit Unit, QuantitySource? Quantity, IReadOnlyList<Sku> Skus)
{
    /// <summary>A model without a known price; it is not offered.</summary>
    public static readonly PriceList None = new(PriceUnit.Generation, null, []);

    /// <summary>What single files add to the price of the units.</summary>
    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    /// <summary>The least that can be ordered, in units: three seconds where the shortest film has three.</summary>
    public decimal QuantityMin { get; init; } = 1;

    /// <summary>The credits of the surcharges that no order goes without.</summary>
    public decimal SurchargeMin { get; init; }

    /// <summary>Where the figures come from, for the operator.</summary>
    public string? Source { get; init; }

    /// <summary>Whether another value of this field may mean another price, so that the customer has to choose it knowingly.</summary>
    public bool DependsOn(string field) =>
        Skus.Any(sku => Condition.Speak(sku.When, field))
        || Measures(field)
        || Surcharges.Any(surcharge => surcharge.Reads(field));

    /// <summary>Whether the price counts what this field says.</summary>
    public bool Measures(string field) => Quantity?.Reads(field) == true;

    /// <summary>The price for exactly these checked inputs; null = no SKU or no quantity, so the model cannot be sold this way.</summary>
    public Quote? Quote(IReadOnlyDictionary<string, InputValue> values, PriceTerms terms) =>
        QuoteAsShown(values, terms) is { IsOver: false } quote ? quote : null;

    /// <summary>The same for an order whose price was shown while a promotion still ran: it is honoured although that has ended.</summary>
    public Quote? QuoteAsShown(IReadOnlyDictionary<string, InputValue> values, PriceTerms terms)
    {
        if (Skus.FirstOrDefault(sku => sku.Fits(values)) is not { } sku || Measure(values) is not { } quantity)
        {
            return null;
        }

        var surcharge = Surcharges.Sum(one => one.Of(values));
        return new Quote(sku.PriceOf(quantity, terms, surcharge), sku.Key, sku.Credits, quantity)
        {
            Surcharge = surcharge,
            Sent = Quantity is SumOf sum ? Units(sum.Sent(values)) : 0,
            IsAtMost = sku.IsAtMost,
            IsOver = sku.IsOver,
        };
    }

    /// <summary>"From …" on the card: the cheapest possible order.</summary>
    public Money? From(PriceTerms terms) =>
        Skus.Where(sku => !sku.IsOver).Min(sku => (Money?)sku.PriceOf(QuantityMin, terms, SurchargeMin));

    /// <summary>What one unit costs: the price on the shelf, which no order can be judged by without its unit.</summary>
    public UnitPrice? Each(PriceTerms terms)
    {
        var surcharge = Unit == PriceUnit.Generation ? SurchargeMin : 0;
        var prices = Skus.Where(sku => !sku.IsOver).Select(sku => sku.PriceOf(1, terms, surcharge)).ToHashSet();
        return prices.Count == 0 ? null : new UnitPrice(prices.Min(), Unit, IsLeast: prices.Count > 1 || Surcharges.Count > 0);
    }

    /// <summary>The list as it is at this moment: what was promised until before costs its regular price, or nobody knows what.</summary>
    public PriceList At(DateTimeOffset now) =>
        Skus.Any(sku => sku.Until <= now) ? this with { Skus = [.. Skus.Select(sku => sku.At(now))] } : this;

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

    /// <summary>
    /// The provider tells only at the end what it took. This is the most, and the true cost is what the customer pays for.
    /// </summary>
    public bool IsAtMost { get; init; }

    /// <summary>The end of a promotion.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it costs after the promotion; null = nobody knows, so it is not sold then.</summary>
    public decimal? Afterwards { get; init; }

    /// <summary>The promotion has ended and no regular price is known.</summary>
    public bool IsOver { get; init; }

    public bool Fits(IReadOnlyDictionary<string, InputValue> values) => Condition.AllHold(When, values);

    /// <summary>Every price anybody is shown or charged comes from here.</summary>
    /// <param name="surcharge">Credits beside those of the units.</param>
    public Money PriceOf(decimal quantity, PriceTerms terms, decimal surcharge = 0) => OwnPrice is { } perUnit
        ? new Money(checked(perUnit.Kopecks * decimal.ToInt64(quantity))) + terms.Price(surcharge)
        : terms.PriceOf(Credits * quantity + surcharge);

    internal Sku At(DateTimeOffset now) => !(Until <= now) ? this
        : Afterwards is { } regular ? this with { Credits = regular, Until = null, Afterwards = null }
        : this with { Until = null, IsOver = true };
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

/// <param name="IsLeast">Some orders cost more a unit.</param>
public sealed record UnitPrice(Money Price, PriceUnit Unit, bool IsLeast);

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
    internal Money PriceOf(decimal credits)
    {
        var price = Price(credits);
        return price.IsZero && credits > 0 ? new Money(1) : price;
    }
}

/// <summary>The price for exactly these inputs. What is quoted is the most a customer pays.</summary>
/// <param name="Credits">What the provider takes per unit.</param>
public sealed record Quote(Money Price, string Sku, decimal Credits, decimal Quantity)
{
    /// <summary>Credits beside those of the units.</summary>
    public decimal Surcharge { get; init; }

    /// <summary>So much of the quantity the customer sends: it is priced, and no result shows it.</summary>
    public decimal Sent { get; init; }

    /// <summary>The true cost is known at the end, and is never more.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>The promotion it comes from has ended.</summary>
    public bool IsOver { get; init; }

    /// <summary>What the provider takes for the whole order, in credits.</summary>
    public decimal Cost => Credits * Quantity + Surcharge;
}

/// <summary>What each file of an input adds, after some that are free.</summary>
/// <param name="Field">The input whose files, texts or lines are counted.</param>
/// <param name="Free">So many cost nothing.</param>
/// <param name="Credits">What the provider takes for each of the others.</param>
public sealed record Surcharge(string Field, int Free, decimal Credits, IReadOnlyDictionary<string, string> When)
{
    internal decimal Of(IReadOnlyDictionary<string, InputValue> values) =>
        Condition.AllHold(When, values) ? Math.Max(0, Count(values.GetValueOrDefault(Field)) - Free) * Credits : 0;

    internal bool Reads(string field) => field == Field || Condition.Speak(When, field);

    private static int Count(InputValue? value) => value switch
    {
        MediaValue media => media.Items.Count,
        TextListValue texts => texts.Items.Count,
        DialogueValue dialogue => dialogue.Lines.Count,
        _ => 0,
    };
}
