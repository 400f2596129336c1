using Trt.Domain.Shared;

namespace Trt.Domain.BackOffice;

/// <summary>
/// A correction of a customer's balance that an admin has written down and not yet signed. Its id names the booking,
/// so however often it is signed, it is booked once.
/// </summary>
public sealed class Adjustment
{
    /// <summary>Long enough to think it over; an old screen must not move money.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private Adjustment()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Whose balance.</summary>
    public UserId UserId { get; private init; }

    public UserId AdminId { get; private init; }

    /// <summary>Up or down.</summary>
    public long Kopecks { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>The customer is not told.</summary>
    public bool IsSilent { get; private set; }

    public AdjustmentState State { get; private set; }

    /// <summary>The ledger's name for it.</summary>
    public string Reference => $"adjustment:{Id:N}";

    public Money Size => new(Math.Abs(Kopecks));

    public static Adjustment Write(UserId customer, UserId admin, long kopecks, string reason, DateTimeOffset now)
    {
        if (AdjustmentAmount.Check(kopecks) is { } problem)
        {
            throw new InvalidOperationException($"An adjustment of {kopecks} kopecks is {problem}");
        }

        return new Adjustment
        {
            Id = Guid.CreateVersion7(now),
            UserId = customer,
            AdminId = admin,
            Kopecks = kopecks,
            Reason = reason,
            WrittenAt = now,
        };
    }

    /// <param name="isSecond">The signature of the second question, which only large amounts are asked.</param>
    /// <returns>What the signature leads to; money may move on <see cref="SigningStep.Book"/> alone.</returns>
    public SigningStep Sign(UserId admin, bool isSecond, bool isSilent, Money askTwiceAbove, DateTimeOffset now)
    {
        if (admin != AdminId)
        {
            return SigningStep.NotTheirs;
        }

        if (State == AdjustmentState.Booked)
        {
            return SigningStep.BookedBefore;
        }

        if (State == AdjustmentState.Dropped || now - WrittenAt >= Lifetime)
        {
            return SigningStep.Gone;
        }

        if (Size > askTwiceAbove && !isSecond)
        {
            (State, IsSilent) = (AdjustmentState.SignedOnce, isSilent);
            return SigningStep.AskAgain;
        }

        if (isSecond && State != AdjustmentState.SignedOnce)
        {
            return SigningStep.Gone;
        }

        // The second question repeats the choice of the first.
        IsSilent = isSecond ? IsSilent : isSilent;
        return SigningStep.Book;
    }

    public void Booked() => State = State is AdjustmentState.Written or AdjustmentState.SignedOnce
        ? AdjustmentState.Booked
        : throw new InvalidOperationException($"Adjustment {Id} is {State} and cannot be booked");

    /// <summary>The admin has changed their mind; what is booked stays booked.</summary>
    public bool Drop(UserId admin)
    {
        if (admin != AdminId || State == AdjustmentState.Booked)
        {
            return false;
        }

        State = AdjustmentState.Dropped;
        return true;
    }

    public Booking ToBooking(string actor, DateTimeOffset now) => new(Reference, actor, Reason, now);
}

public enum AdjustmentState
{
    Written,
    SignedOnce,
    Booked,
    Dropped,
}

public enum SigningStep
{
    Book,
    AskAgain,
    BookedBefore,

    /// <summary>Dropped or too old.</summary>
    Gone,

    /// <summary>Written by somebody else.</summary>
    NotTheirs,
}
