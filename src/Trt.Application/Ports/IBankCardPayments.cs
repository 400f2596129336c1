using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// The party that takes cards on a page of its own. Every call ends in yes, no or don't know, and returns it as a value.
/// All of them are safe to repeat: what asks for something carries a key that is ours.
/// </summary>
public interface IBankCardPayments
{
    /// <summary>Opens a payment; the same order twice is one payment.</summary>
    Task<BankCardOpening> Open(BankCardOrder order, CancellationToken token);

    /// <summary>Reads the record of a payment: the only proof of what became of it.</summary>
    Task<BankCardReading> Read(string chargeId, CancellationToken token);

    /// <summary>Gives a payment back; the same order twice is one refund.</summary>
    Task<BankCardRefunding> Refund(BankCardRefundOrder order, CancellationToken token);
}

/// <param name="Key">Our name for the payment; comes back with its record.</param>
public sealed record BankCardOrder(Guid Key, Money Amount, string Description);

public sealed record BankCardRefundOrder(Guid Key, string ChargeId, Money Amount);

public enum BankCardState
{
    /// <summary>Nobody has paid yet.</summary>
    Waiting,

    Paid,
    Cancelled,

    /// <summary>A state we never ask for, or do not know.</summary>
    Other,
}

/// <summary>What the provider has on its books.</summary>
/// <param name="Amount">Null when it is not in roubles or no whole number of kopecks.</param>
/// <param name="Key">Our name for it; null when it carries none.</param>
/// <param name="IsOurs">Whether it was made for our account.</param>
/// <param name="Refunded">How much of it was given back so far.</param>
/// <param name="PayAt">Where it can be paid, as long as it can.</param>
public sealed record BankCardCharge(string Id, BankCardState State, Money? Amount, Guid? Key, bool IsOurs, Money Refunded, Uri? PayAt);

public abstract record BankCardOpening
{
    public sealed record Opened(BankCardCharge Charge) : BankCardOpening;

    /// <summary>Proven: no payment was opened, and the same order would end the same way.</summary>
    public sealed record Refused(string Detail) : BankCardOpening;

    /// <summary>It may have been opened. Asking again with the same order finds out.</summary>
    public sealed record Unknown(TimeSpan? After, string Detail) : BankCardOpening;
}

public abstract record BankCardReading
{
    public sealed record Found(BankCardCharge Charge) : BankCardReading;

    /// <summary>The provider answers, but knows no such payment of ours.</summary>
    public sealed record Missing(string Detail) : BankCardReading;

    /// <summary>No usable answer; ask again.</summary>
    public sealed record Unreadable(TimeSpan? After, string Detail) : BankCardReading;
}

public abstract record BankCardRefunding
{
    public sealed record Done(string RefundId) : BankCardRefunding;

    /// <summary>On its way; the record of the payment tells when it has arrived.</summary>
    public sealed record UnderWay(string RefundId) : BankCardRefunding;

    /// <summary>Proven: nothing was given back.</summary>
    public sealed record Refused(string Detail) : BankCardRefunding;

    /// <summary>It may have been given back. Asking again with the same order finds out.</summary>
    public sealed record Unknown(TimeSpan? After, string Detail) : BankCardRefunding;
}
