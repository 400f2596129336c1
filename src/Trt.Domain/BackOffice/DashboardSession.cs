using Trt.Domain.Shared;

namespace Trt.Domain.BackOffice;

/// <summary>
/// One way of one operator into the dashboard: the link they asked for, and what they opened with it. It is bound to the role they had.
/// </summary>
public sealed class DashboardSession
{
    public const int MarkLength = 64;
    public const int DeviceLengthMax = 120;

    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    /// <summary>A day at work.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private DashboardSession()
    {
    }

    public UserId UserId { get; private init; }

    public Guid Id { get; private init; }

    public AdminRole Role { get; private init; }

    /// <summary>Of the link: the link itself is written down nowhere.</summary>
    public string LinkMark { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Of what the browser shows with every request; null until the link is used.</summary>
    public string? KeyMark { get; private set; }

    public string Device { get; private set => field = value.Length > DeviceLengthMax ? value[..DeviceLengthMax] : value; } = "";

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it is over by itself.</summary>
    public DateTimeOffset EndsAt => OpenedAt is { } opened ? opened + Lifetime : AskedAt + LinkLifetime;

    public static DashboardSession Offer(UserId user, AdminRole role, string linkMark, DateTimeOffset now) => new()
    {
        UserId = user,
        Id = Guid.CreateVersion7(now),
        Role = role,
        LinkMark = linkMark,
        AskedAt = now,
    };

    public bool IsOver(DateTimeOffset now) => EndedAt is not null || now >= EndsAt;

    public LinkUse Use(string keyMark, string device, DateTimeOffset now)
    {
        if (OpenedAt is not null)
        {
            return LinkUse.UsedBefore;
        }

        if (IsOver(now))
        {
            return LinkUse.Over;
        }

        (KeyMark, Device, OpenedAt, SeenAt) = (keyMark, device, now, now);
        return LinkUse.Opened;
    }

    public void See(DateTimeOffset now) => SeenAt = now;

    /// <summary>False when it was over already.</summary>
    public bool End(DateTimeOffset now)
    {
        if (IsOver(now))
        {
            return false;
        }

        EndedAt = now;
        return true;
    }
}

public enum LinkUse
{
    Opened,
    UsedBefore,

    /// <summary>Too old, or taken back.</summary>
    Over,
}
