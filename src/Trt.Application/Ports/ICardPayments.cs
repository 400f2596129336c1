using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// The party that takes cards on a page of its own. Every call ends in yes, no or don't know, and returns it as a value.
/// All of them are safe to repeat: what asks for something carries a key that is ours.
/// </summary>
public interface ICardPayments
{
    /// <summary>Opens a payment; the same order twice is one payment.</summary>
    Task<CardOpening> Open(CardOrder order, CancellationToken token);

    /// <summary>Reads the record of a payment: the only proof of what became of it.</summary>
    Task<CardReading> Read(string chargeId, CancellationToken token);

    /// <summary>Gives a payment back; the same order twice is one refund.</summary>
    Task<CardRefunding> Refund(CardRefundOrder order, CancellationToken token);
}

/// <param name="Key">Our name for the payment; comes back with its record.</param>
public sealed record CardOrder(Guid Key, Money Amount, string Description);

public sealed record CardRefundOrder(Guid Key, string ChargeId, Money Amount);

public enum CardState
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
public sealed record CardCharge(string Id, CardState State, Money? Amount, Guid? Key, bool IsOurs, Money Refunded, Uri? PayAt);

public abstract record CardOpening
{
    public sealed record Opened(CardCharge Charge) : CardOpening;

    /// <summary>Proven: no payment was opened, and the same order would end the same way.</summary>
    public sealed record Refused(string Detail) : CardOpening;

    /// <summary>It may have been opened. Asking again with the same order finds out.</summary>
    public sealed record Unknown(TimeSpan? After, string Detail) : CardOpening;
}

public abstract record CardReading
{
    public sealed record Found(CardCharge Charge) : CardReading;

    /// <summary>The provider answers, but knows no such payment of ours.</summary>
    public sealed record Missing(string Detail) : CardReading;

    /// <summary>No usable answer; ask again.</summary>
    public sealed record Unreadable(TimeSpan? After, string Detail) : CardReading;
}

public abstract record CardRefunding
{
    public sealed record Done(string RefundId) : CardRefunding;

    /// <summary>On its way; the record of the payment tells when it has arrived.</summary>
    public sealed record UnderWay(string RefundId) : CardRefunding;

    /// <summary>Proven: nothing was given back.</summary>
    public sealed record Refused(string Detail) : CardRefunding;

    /// <summary>It may have been given back. Asking again with the same order finds out.</summary>
    public sealed record Unknown(TimeSpan? After, string Detail) : CardRefunding;
}
