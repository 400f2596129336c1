using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>
/// One customer has brought another. It is made in the save that registers the newcomer, so there is at most one for each customer,
/// none to oneself and none that closes a ring.
/// </summary>
public sealed class Invitation
{
    private Invitation()
    {
    }

    public UserId InviteeId { get; private init; }

    public UserId InviterId { get; private init; }

    public DateTimeOffset AcceptedAt { get; private init; }

    /// <summary>The shop's day of the acceptance.</summary>
    public DateOnly AcceptedOn { get; private init; }

    /// <summary>Free generations for each side as they were promised then; later terms do not change it.</summary>
    public int Free { get; private init; }

    public InviterReward Reward { get; private set; }

    /// <summary>The shop's day on which the inviter's reward was decided.</summary>
    public DateOnly? RewardedOn { get; private set; }

    public Money? FirstPayment { get; private set; }

    /// <summary>The inviter's part of the first payment.</summary>
    public Money Share { get; private set; }

    public static Invitation Accept(UserId inviter, UserId invitee, int free, DateOnly day, DateTimeOffset now) => inviter != invitee
        ? new Invitation { InviterId = inviter, InviteeId = invitee, Free = free, AcceptedOn = day, AcceptedAt = now }
        : throw new InvalidOperationException($"{invitee} cannot invite themselves");

    /// <summary>The inviter has earned theirs, unless the day's number is full.</summary>
    /// <param name="rewardedToday">How many of this inviter's invitations were rewarded on that day.</param>
    /// <returns>Whether this very call gave it.</returns>
    public bool TryReward(int rewardedToday, int perDayMax, DateOnly day)
    {
        if (Reward != InviterReward.Waiting)
        {
            return false;
        }

        RewardedOn = day;
        Reward = rewardedToday < perDayMax ? InviterReward.Given : InviterReward.OverLimit;
        return Reward == InviterReward.Given;
    }

    /// <summary>True for the first payment only.</summary>
    public bool TryNotePayment(Money amount)
    {
        if (FirstPayment is not null)
        {
            return false;
        }

        FirstPayment = amount;
        return true;
    }

    /// <summary>The inviter's part, the first time it is asked for; afterwards nothing.</summary>
    public Money TakeShare(int percent, Money max)
    {
        if (FirstPayment is not { } payment || !Share.IsZero)
        {
            return Money.Zero;
        }

        return Share = Percentage.Of(payment, percent, max);
    }
}

public enum InviterReward
{
    Waiting,
    Given,

    /// <summary>The inviter's rewards of that day were used up.</summary>
    OverLimit,
}

/// <summary>When the inviter's free generations are due; the newcomer has theirs at once.</summary>
public enum RewardMoment
{
    Arrival,
    FirstGeneration,
    FirstPayment,
}
