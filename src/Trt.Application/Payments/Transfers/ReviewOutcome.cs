using Trt.Application.Payments.Cashbox;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>What became of a reviewer's decision.</summary>
public abstract record ReviewOutcome
{
    /// <summary>This decision counts.</summary>
    public sealed record Decided(Payment Payment) : ReviewOutcome;

    /// <summary>Somebody was faster, or it is the same press again; what they decided stays.</summary>
    public sealed record DecidedBefore(Payment Payment) : ReviewOutcome;

    public sealed record AmountRefused(TopUpProblem Problem, Money Min, Money Max) : ReviewOutcome;

    /// <summary>More than this admin may still credit today; an owner can.</summary>
    public sealed record OverLimit(Payment Payment, Money Amount, Money Limit, Money Left) : ReviewOutcome;

    public sealed record NotFound : ReviewOutcome;
}
