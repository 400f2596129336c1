using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>The messenger's own book of Stars.</summary>
public interface IStars
{
    /// <summary>Gives a whole payment back; safe to repeat.</summary>
    Task<StarsRefund> Refund(UserId payer, string chargeId, CancellationToken token);

    /// <summary>A page of what came in and went back.</summary>
    /// <returns>Null when the messenger cannot be asked now.</returns>
    Task<StarsPage?> Read(int offset, CancellationToken token);
}

public abstract record StarsRefund
{
    /// <summary>The payer has it back, now or since an earlier call.</summary>
    public sealed record Done : StarsRefund;

    /// <summary>Proven: it stays where it is.</summary>
    public sealed record Refused(string Detail) : StarsRefund;

    /// <summary>Not now, or nobody knows: the same call again does no harm.</summary>
    public sealed record Again(TimeSpan After, string Detail) : StarsRefund;
}

/// <param name="Rows">How many rows the messenger gave, those that do not concern customers included; none = the end.</param>
public sealed record StarsPage(int Rows, IReadOnlyList<StarsMovement> Movements);

/// <param name="IsRefund">Back to the payer; otherwise a sale.</param>
public sealed record StarsMovement(string ChargeId, UserId Payer, PaidTotal Price, string Payload, DateTimeOffset At, bool IsRefund);
