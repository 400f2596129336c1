namespace Trt.Application.Ports;

/// <summary>One copy of the whole database: when it was begun, where it lies, and what became of it.</summary>
public sealed class Backup
{
    public const int NameLengthMax = 100;
    public const int PlaceLengthMax = 500;
    public const int ChecksumLengthMax = 64;
    public const int ProblemLengthMax = 1000;

    /// <summary>Whoever has not ended by then has died on the way.</summary>
    private static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(3);

    private Backup()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Of the file.</summary>
    public string Name { get; private set; } = "";

    public string Place { get; private init; } = "";

    public DateTimeOffset BegunAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public long Bytes { get; private set; }

    public long Rows { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>Null as long as nothing went wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>When its file made room for newer ones.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public bool IsGood => EndedAt is not null && Problem is null;

    public static Backup Begin(string place, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = $"trt-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.zip",
        Place = place,
        BegunAt = now,
    };

    public bool IsUnderWay(DateTimeOffset now) => EndedAt is null && now - BegunAt < LastsAtMost;

    public void Succeed(KeptBackup kept, DateTimeOffset now) =>
        (Name, Bytes, Rows, Checksum, EndedAt) = (kept.Name, kept.Bytes, kept.Rows, kept.Checksum, now);

    public void Fail(string problem, DateTimeOffset now) =>
        (Problem, EndedAt) = (problem.Length > ProblemLengthMax ? problem[..ProblemLengthMax] : problem, now);

    public void Remove(DateTimeOffset now) => RemovedAt = now;
}
