namespace Trt.Application.Terms;

/// <summary>How often the database is copied, and for how long copies stay.</summary>
public sealed record BackupTerms
{
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>All copies of so many days stay.</summary>
    public int KeepDays { get; init; } = 7;

    /// <summary>Of each of so many weeks the newest one stays.</summary>
    public int KeepWeeks { get; init; } = 4;

    /// <summary>One that was missed is made up for; of two somebody must know.</summary>
    public TimeSpan OldAfter => Every * 2;
}
