namespace Trt.Domain.Generations;

/// <summary>Why an order is taken although it costs the house more than it brings.</summary>
public enum BelowCost
{
    /// <summary>The provider's price rose after ours was shown, and what was shown is kept.</summary>
    HonouredQuote,

    /// <summary>The operator's own price of the line is below what the provider takes.</summary>
    OwnPrice,
}
