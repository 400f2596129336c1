using Trt.Domain.Shared;

namespace Trt.Domain.Wallets;

/// <summary>One movement of money. Entries are only ever added; the wallet is their sum.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    public required Guid Id { get; init; }

    public required UserId UserId { get; init; }

    public required EntryKind Kind { get; init; }

    public required long AvailableDelta { get; init; }

    public required long ReservedDelta { get; init; }

    public required Money AvailableAfter { get; init; }

    public required Money ReservedAfter { get; init; }

    /// <summary>What it is about: a generation, a payment, an operator's request. Unique per kind, so nothing is booked twice.</summary>
    public required string Reference { get; init; }

    /// <summary>Who caused it: "customer", "system" or "operator:&lt;id&gt;".</summary>
    public required string Actor { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static LedgerEntry Of(Wallet after, EntryKind kind, long available, long reserved, Booking booking) => new()
    {
        Id = Guid.CreateVersion7(booking.At),
        UserId = after.UserId,
        Kind = kind,
        AvailableDelta = available,
        ReservedDelta = reserved,
        AvailableAfter = after.Available,
        ReservedAfter = after.Reserved,
        Reference = booking.Reference,
        Actor = booking.Actor,
        Reason = booking.Reason,
        At = booking.At,
    };
}

public enum EntryKind
{
    Deposit,
    Bonus,
    Reserve,
    Commit,
    Release,
    Withdraw,
    Adjust,

    /// <summary>The price of a result that was paid for and lost before it reached the customer.</summary>
    Reimburse,
}
