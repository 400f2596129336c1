using Microsoft.EntityFrameworkCore;
using Trt.Application;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// The rows as the workers of all instances see them. A claimed row is leased; its worker renews the lease while it lives, so the rows
/// of one that died come back by themselves, and only who still holds the lease may write the outcome.
/// </summary>
internal sealed class OutboxQueue(TrtDbContext context, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public const int AttemptsMax = 12;

    /// <summary>A word whose answer was lost is said again, but not for ever.</summary>
    public const int TellingsMax = 6;

    /// <summary>How far ahead a claim looks for a fair choice among customers.</summary>
    private const int Horizon = 500;

    private static readonly string[] Known = [.. LaterCommands.Names];

    /// <summary>
    /// Takes up to <paramref name="count"/> due rows. Customers take turns, so ten orders of one do not stand before another's first;
    /// in the chat lane each customer has at most one row in work, which keeps their messages in order. Who has to wait, for a pause or
    /// for their own message under way, hides nobody behind them. What only a newer version knows is left to it. Starts that have
    /// waited for the same moment leave in the order in which they came.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> Claim(Lane lane, int count, CancellationToken token)
    {
        var now = Now();
        var name = lane.ToString();
        var pause = PauseOf(lane);
        var claimed = await context.Outbox.FromSql(
            $"""
            WITH waiting AS (
                SELECT id, user_id, CASE WHEN {name} = 'Submit' THEN date_trunc('second', due_at) ELSE due_at END AS moment
                FROM outbox
                WHERE lane = {name} AND parked_at IS NULL AND due_at <= {now}
                  AND (leased_until IS NULL OR leased_until < {now})
                  AND name = ANY ({Known})
                  AND NOT EXISTS (SELECT 1 FROM pauses WHERE until > {now} AND name = {pause})
                  AND ({name} <> 'Chat' OR (
                        NOT EXISTS (SELECT 1 FROM pauses WHERE until > {now} AND name = 'chat:' || outbox.user_id)
                        AND NOT EXISTS (
                            SELECT 1 FROM outbox busy
                            WHERE busy.lane = 'Chat' AND busy.user_id = outbox.user_id AND busy.leased_until >= {now})))
                ORDER BY due_at
                LIMIT {Horizon}
            ), turns AS (
                SELECT id, moment, row_number() OVER (PARTITION BY user_id ORDER BY moment, id) AS turn
                FROM waiting
            )
            UPDATE outbox SET leased_until = {now + Lease}
            WHERE id IN (
                SELECT outbox.id
                FROM outbox JOIN turns ON turns.id = outbox.id
                WHERE {name} <> 'Chat' OR turns.turn = 1
                ORDER BY turns.turn, turns.moment, turns.id
                LIMIT {count}
                FOR UPDATE OF outbox SKIP LOCKED)
              AND (leased_until IS NULL OR leased_until < {now})
            RETURNING *
            """)
            .AsNoTracking()
            .ToListAsync(token);
        return [.. claimed.OrderBy(row => row.Id)];
    }

    /// <summary>Whoever works on them is alive.</summary>
    /// <returns>Those that are still theirs, with the new end of the lease.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Renew(
        IReadOnlyDictionary<Guid, DateTimeOffset> held, CancellationToken token)
    {
        var renewed = await context.Outbox.FromSql(
            $"""
            UPDATE outbox SET leased_until = {Now() + Lease}
            FROM unnest({held.Keys.ToArray()}, {held.Values.ToArray()}) AS held(id, until)
            WHERE outbox.id = held.id AND outbox.leased_until = held.until
            RETURNING outbox.*
            """)
            .AsNoTracking()
            .ToListAsync(token);
        return renewed.ToDictionary(row => row.Id, row => row.LeasedUntil!.Value);
    }

    /// <returns>False when the row is another's by now; the same for the other outcomes.</returns>
    public async Task<bool> Finish(Guid id, DateTimeOffset lease, CancellationToken token) =>
        await context.Database.ExecuteSqlAsync($"DELETE FROM outbox WHERE id = {id} AND leased_until = {lease}", token) == 1;

    /// <summary>Who was in a hurry while the row was in work is not made to wait.</summary>
    public async Task<bool> RunAgain(OutboxRow row, DateTimeOffset lease, TimeSpan wait, string? why, CancellationToken token) =>
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox
            SET due_at = CASE WHEN due_at = {row.DueAt} THEN {Now() + wait} ELSE due_at END,
                leased_until = NULL, attempts = 0, last_error = {why}
            WHERE id = {row.Id} AND leased_until = {lease}
            """,
            token) == 1;

    /// <summary>
    /// Nobody knows whether it was said: once more after a while, and after some tries it counts as said. Tries that failed before a
    /// word left are not among them.
    /// </summary>
    public async Task<bool> SayAgain(OutboxRow row, DateTimeOffset lease, string why, CancellationToken token)
    {
        var tellings = row.Tellings + 1;
        return tellings >= TellingsMax
            ? await Finish(row.Id, lease, token)
            : await context.Database.ExecuteSqlAsync(
                $"""
                UPDATE outbox
                SET due_at = {Now() + (4 * Backoff(tellings))}, leased_until = NULL, attempts = 0, tellings = {tellings}, last_error = {why}
                WHERE id = {row.Id} AND leased_until = {lease}
                """,
                token) == 1;
    }

    /// <summary>Put aside when it has failed so often.</summary>
    public async Task<FailedRow> Fail(OutboxRow row, DateTimeOffset lease, string error, CancellationToken token)
    {
        var now = Now();
        var attempts = row.Attempts + 1;
        DateTimeOffset? parked = attempts >= AttemptsMax ? now : null;
        var isOurs = await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox
            SET attempts = {attempts}, last_error = {error}, leased_until = NULL, due_at = {now + Backoff(attempts)}, parked_at = {parked}
            WHERE id = {row.Id} AND leased_until = {lease}
            """,
            token) == 1;
        return !isOurs ? FailedRow.Anothers : parked is null ? FailedRow.Waits : FailedRow.Parked;
    }

    private DateTimeOffset Now() => time.GetUtcNow().ToUniversalTime();

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, attempts - 1)));

    private static string PauseOf(Lane lane) => lane switch
    {
        Lane.Chat or Lane.Operators or Lane.News => Pauses.Chat,
        // Submit knows its pause itself: what waits there still has its deadline.
        Lane.Submit or Lane.Check or Lane.Payment => "",
    };
}

internal enum FailedRow
{
    Waits,
    Parked,
    Anothers,
}
