using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>
/// The rows as the workers of all instances see them. Claimed rows are leased by the database's clock, so a crashed worker's rows
/// come back by themselves and the clocks of the instances do not matter.
/// </summary>
internal sealed class OutboxQueue(TrtDbContext context, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public const int AttemptsMax = 12;

    /// <summary>How far ahead a claim looks for a fair choice among customers.</summary>
    private const int Horizon = 500;

    /// <summary>
    /// Takes up to <paramref name="count"/> due rows. Customers take turns, so ten orders of one do not stand before another's first;
    /// in the chat lane each customer has at most one row in work, which keeps their messages in order.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> Claim(Lane lane, int count, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var name = lane.ToString();
        var pause = PauseOf(lane);
        return await context.Outbox.FromSql(
            $"""
            WITH waiting AS (
                SELECT id, user_id, due_at
                FROM outbox
                WHERE lane = {name} AND parked_at IS NULL AND due_at <= {now}
                  AND (leased_until IS NULL OR leased_until < clock_timestamp())
                ORDER BY due_at
                LIMIT {Horizon}
            ), turns AS (
                SELECT id, due_at, row_number() OVER (PARTITION BY user_id ORDER BY due_at, id) AS turn
                FROM waiting
                WHERE NOT EXISTS (
                        SELECT 1 FROM pauses
                        WHERE until > {now} AND (name = {pause} OR ({name} = 'Chat' AND name = 'chat:' || waiting.user_id)))
                  AND ({name} <> 'Chat' OR NOT EXISTS (
                        SELECT 1 FROM outbox busy
                        WHERE busy.lane = 'Chat' AND busy.user_id = waiting.user_id AND busy.leased_until >= clock_timestamp()))
            )
            UPDATE outbox SET leased_until = clock_timestamp() + {Lease}
            WHERE id IN (
                SELECT outbox.id
                FROM outbox JOIN turns ON turns.id = outbox.id
                WHERE {name} <> 'Chat' OR turns.turn = 1
                ORDER BY turns.turn, turns.due_at
                LIMIT {count}
                FOR UPDATE OF outbox SKIP LOCKED)
              AND (leased_until IS NULL OR leased_until < clock_timestamp())
            RETURNING *
            """)
            .AsNoTracking()
            .ToListAsync(token);
    }

    public Task Finish(OutboxRow row, CancellationToken token) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM outbox WHERE id = {row.Id}", token);

    public Task RunAgain(OutboxRow row, TimeSpan wait, string? why, CancellationToken token)
    {
        var due = time.GetUtcNow().ToUniversalTime() + wait;
        return context.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET due_at = {due}, leased_until = NULL, attempts = 0, last_error = {why} WHERE id = {row.Id}", token);
    }

    /// <summary>True when the row has failed so often that it is put aside.</summary>
    public async Task<bool> Fail(OutboxRow row, string error, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var attempts = row.Attempts + 1;
        DateTimeOffset? parked = attempts >= AttemptsMax ? now : null;
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox
            SET attempts = {attempts}, last_error = {error}, leased_until = NULL, due_at = {now + Backoff(attempts)}, parked_at = {parked}
            WHERE id = {row.Id}
            """,
            token);
        return parked is not null;
    }

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, attempts - 1)));

    private static string PauseOf(Lane lane) => lane switch
    {
        Lane.Chat => Pauses.Chat,
        // Submit handles its pause itself: the customer is told and gets the money back instead of waiting.
        Lane.Submit or Lane.Check or Lane.Payment => "",
    };
}
