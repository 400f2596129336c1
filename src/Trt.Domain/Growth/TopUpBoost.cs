using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>A percentage that waits for the customer's next top-up; one at a time, and used once.</summary>
/// <param name="Reference">Under which the bonus is booked.</param>
public sealed record TopUpBoost(UserId UserId, string Code, string Reference, int Percent, Money BonusMax, DateTimeOffset Since)
{
    public Money BonusFor(Money payment) => Percentage.Of(payment, Percent, BonusMax);
}

/// <summary>What a boost has added to a payment.</summary>
public sealed record TopUpBonus(string Code, Money Amount);
