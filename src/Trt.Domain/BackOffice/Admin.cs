using Trt.Domain.Shared;

namespace Trt.Domain.BackOffice;

/// <summary>A person whom an owner trusts with the shop's customers, as far as their role goes.</summary>
public sealed class Admin
{
    private Admin()
    {
    }

    public UserId UserId { get; private init; }

    public AdminRole Role { get; private set; }

    /// <summary>How much they may credit to customers on one day; it holds while their role is <see cref="AdminRole.Limited"/>.</summary>
    public Money DailyLimit { get; private set; }

    public string AppointedBy { get; private set; } = "";

    public DateTimeOffset AppointedAt { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>The day that <see cref="Spent"/> belongs to.</summary>
    public DateOnly SpentOn { get; private set; }

    public Money Spent { get; private set; }

    public static Admin Appoint(UserId user, AdminRole role, Money dailyLimit, string by, DateTimeOffset now)
    {
        var admin = new Admin { UserId = user };
        admin.Reappoint(role, dailyLimit, by, now);
        return admin;
    }

    /// <summary>What was spent today stays spent: leaving and coming back gives no second limit.</summary>
    public void Reappoint(AdminRole role, Money dailyLimit, string by, DateTimeOffset now)
    {
        Become(role);
        Limit(dailyLimit);
        (AppointedBy, AppointedAt, IsActive) = (by, now, true);
    }

    public void Become(AdminRole role) =>
        Role = role != AdminRole.None ? role : throw new InvalidOperationException("Nobody is appointed to nothing: they are dismissed");

    public void Limit(Money daily) =>
        DailyLimit = daily >= Money.Zero ? daily : throw new InvalidOperationException($"{daily} a day is no limit");

    public void Dismiss() => IsActive = false;

    public Money SpentOnDay(DateOnly day) => SpentOn == day ? Spent : Money.Zero;

    public Money LeftOn(DateOnly day) => SpentOnDay(day) is var spent && spent < DailyLimit ? DailyLimit - spent : Money.Zero;

    /// <summary>Counts a credit against the day's limit; false, and nothing is counted, when it does not fit.</summary>
    public bool TrySpend(Money amount, DateOnly day)
    {
        if (amount <= Money.Zero)
        {
            throw new InvalidOperationException($"{amount} cannot be spent");
        }

        if (!IsActive || !Role.May(AdminAct.MoveMoney) || amount > LeftOn(day))
        {
            return false;
        }

        (Spent, SpentOn) = (SpentOnDay(day) + amount, day);
        return true;
    }
}
