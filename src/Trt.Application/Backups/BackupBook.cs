using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Backups;

/// <summary>What the shop knows of its copies. Of several instances one makes each: whoever begins does so alone.</summary>
internal sealed class BackupBook(ITrtDb db, IOutbox outbox, ShopOptions options, TimeProvider time)
{
    private const int LatestMax = 20;

    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMinutes(30);

    /// <returns>Null when one is under way, or none is due yet.</returns>
    public async Task<Backup?> Begin(string place, bool isDueOnly, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockBackups(token);
        var now = time.GetUtcNow();
        var latest = await Latest(place, token);
        if (latest.Exists(backup => backup.IsUnderWay(now)) || (isDueOnly && !IsDue(latest, now)))
        {
            return null;
        }

        var backup = Backup.Begin(place, now);
        db.Backups.Add(backup);
        await work.Commit(token);
        return backup;
    }

    public async Task End(Backup backup, KeptBackup kept, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        backup.Succeed(kept, time.GetUtcNow());
        await work.Commit(token);
    }

    public async Task Fail(Backup backup, string problem, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        backup.Fail(problem, time.GetUtcNow());
        await work.Commit(token);
    }

    /// <summary>Operators must know when the last copy is old, and why, if that is known.</summary>
    public async Task TellIfOld(string place, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var latest = await Latest(place, token);
        if (IsOld(latest))
        {
            var last = (await LastGood(Good.Where(backup => backup.Place == place), token))?.EndedAt;
            var problem = latest.FirstOrDefault(backup => backup.EndedAt is not null)?.Problem ?? "";
            outbox.Add(new TellOperators(new Matter.BackupsMissing(last, problem)), Cid.New(time.GetUtcNow()));
            await work.Commit(token);
        }
    }

    public async Task<IReadOnlyList<Backup>> Outdated(string place, CancellationToken token) => BackupRotation.Outdated(
        await db.Backups
            .Where(backup => backup.Place == place && backup.Problem == null && backup.EndedAt != null && backup.RemovedAt == null)
            .ToListAsync(token),
        options.Backups,
        time.GetUtcNow());

    public async Task NoteRemoved(Backup backup, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        backup.Remove(time.GetUtcNow());
        await work.Commit(token);
    }

    public async Task<BackupsView> Look(string? place, CancellationToken token)
    {
        var latest = await db.Backups.AsNoTracking().OrderByDescending(backup => backup.BegunAt).Take(LatestMax).ToListAsync(token);
        var isOld = place is not null && IsOld(await Latest(place, token));
        return new BackupsView(
            place, options.Backups, latest, await LastGood(Good, token), await Good.CountAsync(token), isOld, time.GetUtcNow());
    }

    /// <summary>Those that are there, however many have failed since.</summary>
    private IQueryable<Backup> Good => db.Backups.AsNoTracking()
        .Where(backup => backup.EndedAt != null && backup.Problem == null && backup.RemovedAt == null);

    private static Task<Backup?> LastGood(IQueryable<Backup> good, CancellationToken token) =>
        good.OrderByDescending(backup => backup.EndedAt).FirstOrDefaultAsync(token);

    private Task<List<Backup>> Latest(string place, CancellationToken token) => db.Backups.AsNoTracking()
        .Where(backup => backup.Place == place)
        .OrderByDescending(backup => backup.BegunAt)
        .Take(LatestMax)
        .ToListAsync(token);

    private bool IsDue(List<Backup> latest, DateTimeOffset now) =>
        !latest.Exists(backup => backup.IsGood && now - backup.BegunAt < options.Backups.Every)
        && !latest.Exists(backup => backup.Problem is not null && now - backup.EndedAt < AfterAFailure);

    /// <summary>A failure is told at once: what hinders one copy hinders the next.</summary>
    private bool IsOld(List<Backup> latest)
    {
        var now = time.GetUtcNow();
        var begunAt = latest.FirstOrDefault(backup => backup.IsGood)?.BegunAt ?? latest.LastOrDefault()?.BegunAt;
        return latest.FirstOrDefault(backup => backup.EndedAt is not null)?.Problem is not null || now - begunAt > options.Backups.OldAfter;
    }
}
