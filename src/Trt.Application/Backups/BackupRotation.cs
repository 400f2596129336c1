using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.Backups;

/// <summary>
/// Which copies make room: all of the last days stay, the newest of each of the last weeks, and the newest of all whatever its age.
/// </summary>
internal static class BackupRotation
{
    private const int DaysOfWeek = 7;

    public static IReadOnlyList<Backup> Outdated(IEnumerable<Backup> good, BackupTerms terms, DateTimeOffset now)
    {
        var newestFirst = good.OrderByDescending(backup => backup.BegunAt).ToList();
        var weeks = newestFirst
            .Where(backup => now - backup.BegunAt <= TimeSpan.FromDays(terms.KeepWeeks * DaysOfWeek))
            .GroupBy(backup => Week(backup.BegunAt))
            .Select(week => week.First());
        var kept = newestFirst.Take(1)
            .Concat(newestFirst.Where(backup => now - backup.BegunAt <= TimeSpan.FromDays(terms.KeepDays)))
            .Concat(weeks)
            .ToHashSet();
        return [.. newestFirst.Where(backup => !kept.Contains(backup))];
    }

    /// <summary>Weeks begin on Monday; the first day of all was one.</summary>
    private static long Week(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerDay / DaysOfWeek;
}
