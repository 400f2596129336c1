using Trt.Domain.Shared;

namespace Trt.Domain.Free;

/// <summary>
/// Free generations that a customer has earned: by invitations, promo codes and gifts. They outlive midnight and are spent when the
/// day's allowance gives none. Each movement leaves its entry, saved together with the new number.
/// </summary>
public sealed class FreeBank
{
    /// <summary>Far above any real gift, far below an overflow.</summary>
    public const int GrantMax = 100_000;

    private readonly List<FreeBankEntry> _newEntries = [];

    private FreeBank()
    {
    }

    public UserId UserId { get; private init; }

    public int Available { get; private set; }

    public static FreeBank Open(UserId user) => new() { UserId = user };

    /// <param name="reference">What it is given for, e.g. "invitation:42"; the same one again is refused by the database.</param>
    /// <param name="actor">Who caused it, as in <see cref="Booking.Actor"/>.</param>
    public void Grant(int count, string reference, string reason, DateTimeOffset now, string actor = Booking.System)
    {
        if (count is <= 0 or > GrantMax)
        {
            throw new InvalidOperationException($"A grant of {count} free generations is none");
        }

        Move(FreeBankMove.Grant, count, new Booking(reference, actor, reason, now));
    }

    public bool TrySpend(GenerationId generation, DateTimeOffset now)
    {
        if (Available == 0)
        {
            return false;
        }

        Move(FreeBankMove.Spend, -1, Booking.For(generation, Booking.Customer, "free generation", now));
        return true;
    }

    /// <summary>There was no result: what this generation took comes back.</summary>
    public void Return(GenerationId generation, string reason, DateTimeOffset now) =>
        Move(FreeBankMove.Return, +1, Booking.For(generation, Booking.System, reason, now));

    private void Move(FreeBankMove kind, int count, Booking booking)
    {
        Available = checked(Available + count);
        _newEntries.Add(FreeBankEntry.Of(this, kind, count, booking));
    }
}
