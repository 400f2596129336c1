using Trt.Domain.Shared;

namespace Trt.Domain.Free;

/// <summary>One movement of earned free generations. Entries are only ever added; the bank is their sum.</summary>
public sealed class FreeBankEntry
{
    private FreeBankEntry()
    {
    }

    public required Guid Id { get; init; }

    public required UserId UserId { get; init; }

    public required FreeBankMove Kind { get; init; }

    public required int Delta { get; init; }

    public required int AvailableAfter { get; init; }

    /// <summary>What it is about: an invitation, a promo code, a generation. Unique per kind, so nothing is granted twice.</summary>
    public required string Reference { get; init; }

    public required string Actor { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static FreeBankEntry Of(FreeBank after, FreeBankMove kind, int delta, Booking booking) => new()
    {
        Id = Guid.CreateVersion7(booking.At),
        UserId = after.UserId,
        Kind = kind,
        Delta = delta,
        AvailableAfter = after.Available,
        Reference = booking.Reference,
        Actor = booking.Actor,
        Reason = booking.Reason,
        At = booking.At,
    };
}

public enum FreeBankMove
{
    Grant,
    Spend,
    Return,
}
