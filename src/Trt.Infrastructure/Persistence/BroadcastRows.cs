using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>Whom broadcasts go to, in plain SQL: many rows at once, each taken once.</summary>
internal sealed class BroadcastRows(TrtDbContext context) : IBroadcasts
{
    private static readonly TimeSpan WriteTime = TimeSpan.FromMinutes(2);

    public async Task<int> Count(Audience audience, DateOnly today, CancellationToken token)
    {
        var who = Filter.Of(audience, today);
        return await context.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM users
            WHERE NOT has_left AND blocked_at IS NULL AND wants_news
              AND ({who.Since}::date IS NULL OR seen_on >= {who.Since}::date)
              AND ({who.Language}::text IS NULL OR language = {who.Language}::text)
              AND ({who.HasPaid}::boolean IS NULL
                OR {who.HasPaid}::boolean = EXISTS (SELECT 1 FROM ledger_entries WHERE user_id = users.id AND kind = 'Deposit'))
              AND (NOT {who.HasMoney} OR EXISTS (SELECT 1 FROM wallets WHERE user_id = users.id AND available > 0))
            """).SingleAsync(token);
    }

    public async Task<int> Address(Guid broadcast, Audience audience, DateOnly today, CancellationToken token)
    {
        var (who, usual) = (Filter.Of(audience, today), context.Database.GetCommandTimeout());
        context.Database.SetCommandTimeout(WriteTime);
        try
        {
            return await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO broadcast_recipients (user_id, broadcast_id, state)
                SELECT id, {broadcast}, 'Waiting' FROM users
                WHERE NOT has_left AND blocked_at IS NULL AND wants_news
                  AND ({who.Since}::date IS NULL OR seen_on >= {who.Since}::date)
                  AND ({who.Language}::text IS NULL OR language = {who.Language}::text)
                  AND ({who.HasPaid}::boolean IS NULL
                    OR {who.HasPaid}::boolean = EXISTS (SELECT 1 FROM ledger_entries WHERE user_id = users.id AND kind = 'Deposit'))
                  AND (NOT {who.HasMoney} OR EXISTS (SELECT 1 FROM wallets WHERE user_id = users.id AND available > 0))
                """,
                token);
        }
        finally
        {
            context.Database.SetCommandTimeout(usual);
        }
    }

    public async Task<UserId?> Claim(Guid broadcast, DateTimeOffset now, CancellationToken token)
    {
        var at = now.ToUniversalTime();
        while (true)
        {
            var taken = await context.Database.SqlQuery<Taken>(
                $"""
                UPDATE broadcast_recipients AS recipient
                SET state = CASE WHEN users.wants_news AND NOT users.has_left AND users.blocked_at IS NULL THEN 'Claimed'
                    WHEN users.has_left THEN 'Left' ELSE 'Skipped' END, at = {at}
                FROM users
                WHERE users.id = recipient.user_id AND recipient.broadcast_id = {broadcast} AND recipient.user_id = (
                    SELECT next.user_id FROM broadcast_recipients AS next
                    WHERE next.broadcast_id = {broadcast} AND next.state = 'Waiting'
                      AND EXISTS (SELECT 1 FROM broadcasts WHERE id = {broadcast} AND state = 'Sending')
                    ORDER BY next.user_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING recipient.user_id AS "UserId", recipient.state AS "State"
                """).ToListAsync(token);
            if (taken is not [var next])
            {
                return null;
            }

            if (next.State == nameof(RecipientState.Claimed))
            {
                return new UserId(next.UserId);
            }
        }
    }

    public Task Note(Guid broadcast, UserId user, RecipientState state, DateTimeOffset now, CancellationToken token) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE broadcast_recipients SET state = {state.ToString()}, at = {now.ToUniversalTime()}
            WHERE user_id = {user.Value} AND broadcast_id = {broadcast} AND state IN ('Claimed', 'Unknown')
            """,
            token);

    public Task GiveUp(Guid broadcast, DateTimeOffset claimedBefore, DateTimeOffset now, CancellationToken token) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE broadcast_recipients SET state = 'Unknown', at = {now.ToUniversalTime()}
            WHERE broadcast_id = {broadcast} AND state = 'Claimed' AND at < {claimedBefore.ToUniversalTime()}
            """,
            token);

    public async Task<BroadcastCounts> Counts(Guid broadcast, CancellationToken token)
    {
        var counts = await context.Database.SqlQuery<Counted>(
            $"""
            SELECT state AS "State", count(*)::int AS "People" FROM broadcast_recipients WHERE broadcast_id = {broadcast} GROUP BY state
            """)
            .ToDictionaryAsync(row => Enum.Parse<RecipientState>(row.State), row => row.People, token);
        return new BroadcastCounts(
            Of(RecipientState.Waiting), Of(RecipientState.Claimed), Of(RecipientState.Sent), Of(RecipientState.Left),
            Of(RecipientState.Failed), Of(RecipientState.Unknown), Of(RecipientState.Skipped));

        int Of(RecipientState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>What an audience asks of its people; null where it does not.</summary>
    private sealed record Filter(DateOnly? Since = null, string? Language = null, bool? HasPaid = null, bool HasMoney = false)
    {
        public static Filter Of(Audience audience, DateOnly today) => audience switch
        {
            Audience.Everyone => new Filter(),
            Audience.ActiveWeek => new Filter(Since: today.AddDays(-6)),
            Audience.ActiveMonth => new Filter(Since: today.AddDays(-29)),
            Audience.ActiveQuarter => new Filter(Since: today.AddDays(-89)),
            Audience.Paid => new Filter(HasPaid: true),
            Audience.NeverPaid => new Filter(HasPaid: false),
            Audience.WithBalance => new Filter(HasMoney: true),
            Audience.Russian => new Filter(Language: "Russian"),
            Audience.English => new Filter(Language: "English"),
        };
    }

    private sealed record Taken(long UserId, string State);

    private sealed record Counted(string State, int People);
}
