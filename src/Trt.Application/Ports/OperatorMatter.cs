namespace Trt.Application.Ports;

/// <summary>Where a matter stands with the operators: since when, how often it was seen, and what they have heard of it.</summary>
public sealed class OperatorMatter
{
    public const int SubjectLengthMax = 200;

    /// <summary>What has happened is told again after so long at the soonest, however often it happens.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    /// <summary>What goes on is told once more after this.</summary>
    public static readonly TimeSpan FirstReminder = TimeSpan.FromHours(1);

    public static readonly TimeSpan LaterReminders = TimeSpan.FromDays(1);

    private OperatorMatter()
    {
    }

    public string Subject { get; private init; } = "";

    public Matter Matter { get; private set; } = null!;

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>How often it was seen since it was told of last.</summary>
    public int Times { get; private set; }

    public int Reminders { get; private set; }

    public DateTimeOffset? OverAt { get; private set; }

    public bool IsOver => OverAt is not null;

    public static (OperatorMatter Standing, MatterWord Word) Begin(Matter matter, DateTimeOffset now)
    {
        var standing = new OperatorMatter { Subject = matter.Subject };
        return (standing, standing.BeginAnew(matter, now));
    }

    /// <summary>It was seen once more; null when nobody has to hear of that.</summary>
    public MatterWord? See(Matter matter, DateTimeOffset now)
    {
        if (IsOver || (!matter.Lasts && now - ToldAt >= Quiet))
        {
            var times = IsOver ? 1 : Times + 1;
            return BeginAnew(matter, now) with { Times = times };
        }

        (Matter, SeenAt, Times) = (matter, now, Times + 1);
        return matter.Lasts ? Remind(now) : null;
    }

    /// <summary>It goes on; null when that was said not long ago.</summary>
    public MatterWord? Remind(DateTimeOffset now)
    {
        if (IsOver || !Matter.Lasts || now - ToldAt < (Reminders == 0 ? FirstReminder : LaterReminders))
        {
            return null;
        }

        var word = new MatterWord(Matter, MatterNews.GoesOn, Since, Times);
        (ToldAt, Times, Reminders) = (now, 0, Reminders + 1);
        return word;
    }

    /// <summary>Null when it was over before, or nobody has to hear of its end.</summary>
    public MatterWord? End(DateTimeOffset now)
    {
        if (IsOver)
        {
            return null;
        }

        OverAt = now;
        return Matter is { Lasts: true, EndsQuietly: false } ? new MatterWord(Matter, MatterNews.Over, Since, Times) : null;
    }

    private MatterWord BeginAnew(Matter matter, DateTimeOffset now)
    {
        (Matter, Since, SeenAt, ToldAt, OverAt) = (matter, now, now, now, null);
        (Times, Reminders) = (0, 0);
        return new MatterWord(matter, MatterNews.Begins, now, 1);
    }
}

public enum MatterNews
{
    Begins,
    GoesOn,
    Over,
}

/// <param name="Times">How often it was seen since the word before.</param>
public sealed record MatterWord(Matter Matter, MatterNews News, DateTimeOffset Since, int Times);
