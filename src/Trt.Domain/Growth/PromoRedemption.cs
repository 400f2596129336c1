using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>One use of a promo code by one customer.</summary>
/// <param name="Number">1 for the customer's first use of this code.</param>
public sealed record PromoRedemption(UserId UserId, string Code, int Number, DateTimeOffset At)
{
    /// <summary>Under which the gift is booked, in the ledger or in the bank.</summary>
    public string Reference => Number == 1
        ? $"promo:{Code}:{UserId}"
        : string.Create(CultureInfo.InvariantCulture, $"promo:{Code}:{UserId}:{Number}");
}
