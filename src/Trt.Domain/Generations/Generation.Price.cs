using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>What was agreed, what came, and what that comes to.</summary>
public sealed partial class Generation
{
    /// <summary>What the price counts and how much of it was agreed; null on orders from before this was kept.</summary>
    public PriceUnit? PricedBy { get; private set; }

    public decimal? OrderedQuantity { get; private set; }

    /// <summary>The price line it was priced by; null on orders from before this was kept.</summary>
    public string? Sku { get; private set; }

    /// <summary>So much of the ordered quantity the customer sent: films that are priced by the second and no part of the result.</summary>
    public decimal? SentQuantity { get; private set; }

    /// <summary>How much the verified result really has of it; never more than ordered.</summary>
    public decimal? ReceivedQuantity { get; private set; }

    /// <summary>What the provider took for it, by its own record; null when that does not say.</summary>
    public decimal? CreditsSpent { get; private set; }

    /// <summary>What it was to take by the card; null on orders from before this was kept.</summary>
    public decimal? CreditsExpected { get; private set; }

    /// <summary>The same in our money, at the rate of that day; null on orders from before this was kept.</summary>
    public Money? Cost { get; private set; }

    /// <summary>What it cost the house by what the provider really took; by its card where the record does not say.</summary>
    public Money? TrueCost => (Cost, CreditsSpent, CreditsExpected) switch
    {
        (null, _, _) => null,
        ({ } cost, { } spent, > 0 and var expected) => cost.Share(spent, expected),
        ({ } cost, null, _) when Result.Count > 0 => cost,
        _ => null,
    };

    /// <summary>Why the agreed price is below that; null when it is not.</summary>
    public BelowCost? Loss { get; private set; }

    /// <summary>The agreed price is the most it can be: what the provider really took decides.</summary>
    public bool IsAtMost { get; private set; }

    /// <summary>Kept from the quote, so that a result which turns out smaller or cheaper costs less.</summary>
    public void PriceBy(PriceUnit unit, Quote quote)
    {
        (PricedBy, OrderedQuantity, Sku) = (unit, quote.Quantity, quote.Sku);
        SentQuantity = quote.Sent > 0 ? quote.Sent : null;
        (CreditsExpected, IsAtMost) = (quote.Cost, quote.IsAtMost);
    }

    /// <summary>What the house expects to pay for it, held against what the customer pays.</summary>
    /// <param name="listed">What the same order would cost if it were begun now.</param>
    public void Reckon(Money cost, Money listed)
    {
        Cost = cost;
        Loss = !IsPaid || Price >= cost ? null : listed >= cost ? BelowCost.HonouredQuote : BelowCost.OwnPrice;
    }

    /// <summary>What this much of a result costs: its share of the agreed price, never more than agreed.</summary>
    public Money Receive(decimal quantity)
    {
        if (OrderedQuantity is not { } ordered || quantity <= 0 || quantity >= ordered)
        {
            ReceivedQuantity = OrderedQuantity;
            return Price;
        }

        ReceivedQuantity = quantity;
        return PriceOf(quantity, ordered);
    }

    /// <summary>What is taken for the result as it came.</summary>
    public Money PriceOfResult => IsAtMost ? PriceOfCost()
        : ReceivedQuantity is { } received && OrderedQuantity is { } ordered && received < ordered ? PriceOf(received, ordered)
        : Price;

    private Money PriceOf(decimal quantity, decimal ordered) =>
        Price.Share(quantity, ordered) is { IsZero: false } share ? share : new Money(1);

    /// <summary>
    /// What the true cost comes to where the agreed price is the most: its share of that, and never more. A cost that the record does not
    /// tell is taken for the most; a true zero costs the customer nothing.
    /// </summary>
    public Money PriceOfCost() => (CreditsSpent, CreditsExpected) switch
    {
        (0, _) => Money.Zero,
        ({ } spent and > 0, { } expected) when spent < expected =>
            Price.Share(spent, expected) is { IsZero: false } share ? share : new Money(1),
        _ => Price,
    };
}
