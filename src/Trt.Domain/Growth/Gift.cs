using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>The present of the house, once in a customer's life.</summary>
public sealed record Gift(UserId UserId, Money Amount, DateOnly Day, DateTimeOffset At)
{
    public string Reference => $"gift:{UserId}";
}
