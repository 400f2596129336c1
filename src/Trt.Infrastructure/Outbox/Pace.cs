using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// Limits shared by all instances. A limit of n per window is n slots with the moment of their last use: a slot is free again when
/// the window has passed, so no window anywhere ever sees more than n, and a full burst is still allowed. What n is, the operator says.
/// </summary>
internal sealed class Pace(TrtDbContext context, IShopTerms terms, ShopOptions options, TimeProvider time) : IPace
{
    private static readonly TimeSpan JumpMin = TimeSpan.FromMinutes(1);

    /// <summary>The provider counts whole seconds of its own clock, so a little more.</summary>
    private static readonly TimeSpan CatalogWindow = TimeSpan.FromSeconds(1.1);

    /// <summary>The messenger takes thirty in all.</summary>
    private const int NewsPerSecond = 10;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WaitMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WaitWhenFull = TimeSpan.FromSeconds(2);

    public async Task<TimeSpan?> WaitForSubmit(CancellationToken token)
    {
        // What is long overdue and stuck runs nowhere any more.
        var since = time.GetUtcNow() - (2 * options.VideoDeadline);
        var running = await context.Generations.CountAsync(
            generation => (generation.Status == GenerationStatus.Submitting || generation.Status == GenerationStatus.Running)
                && generation.SubmittedAt > since,
            token);
        var limits = terms.Current.Pace;
        return running >= limits.RunningMax
            ? WaitWhenFull
            : await TakeSlot("submit", limits.StartsPerTenSeconds, TimeSpan.FromSeconds(10), token);
    }

    public Task<TimeSpan?> WaitForRead(CancellationToken token) =>
        TakeSlot("read", terms.Current.Pace.ReadsPerSecond, TimeSpan.FromSeconds(1), token);

    public Task<TimeSpan?> WaitForCatalog(CancellationToken token) => TakeSlot("catalog", 1, CatalogWindow, token);

    public Task<TimeSpan?> WaitForNews(CancellationToken token) => TakeSlot("news", NewsPerSecond, TimeSpan.FromSeconds(1), token);

    public Task Pause(string lane, TimeSpan duration, string reason, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        // What begins anew within a minute after its end has never been open for anybody.
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO pauses (name, since, until, reason) VALUES ({lane}, {now}, {now + duration}, {reason})
            ON CONFLICT (name) DO UPDATE SET
                since = CASE WHEN pauses.until > {now - BetweenTries} THEN pauses.since ELSE excluded.since END,
                until = greatest(pauses.until, excluded.until), reason = excluded.reason
            """,
            token);
    }

    public Task Resume(string lane, CancellationToken token) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM pauses WHERE name = {lane}", token);

    public async Task<bool> IsPaused(string lane, CancellationToken token) => await PauseOf(lane, token) is not null;

    public async Task<PauseSpan?> PauseOf(string lane, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var found = await context.Database
            .SqlQuery<PauseRow>($"SELECT since, until FROM pauses WHERE name = {lane} AND until > {now}")
            .ToListAsync(token);
        return found is [var pause] ? new PauseSpan(pause.Since, pause.Until) : null;
    }

    private sealed record PauseRow(DateTime? Since, DateTime Until);

    private async Task<TimeSpan?> TakeSlot(string name, int limit, TimeSpan window, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        // A use that lies far ahead of us is left over from a clock that was set back, and would block its slot until then.
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE pace_slots SET used_at = {now}
            WHERE (name, slot) = (
                    SELECT name, slot FROM pace_slots WHERE name = {name} AND slot <= {limit}
                    ORDER BY used_at LIMIT 1 FOR UPDATE SKIP LOCKED)
              AND (used_at <= {now - window} OR used_at > {now + JumpMin})
            """,
            token);
        if (taken == 1)
        {
            return null;
        }

        // The limit may have been raised since the slots were made.
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO pace_slots (name, slot) SELECT {name}, n FROM generate_series(1, {limit}) n ON CONFLICT DO NOTHING", token);
        var wait = await context.Database
            .SqlQuery<TimeSpan>(
                $"""SELECT min(used_at) + {window} - {now} AS "Value" FROM pace_slots WHERE name = {name} AND slot <= {limit}""")
            .SingleAsync(token);
        return wait > WaitMin ? wait : WaitMin;
    }
}
