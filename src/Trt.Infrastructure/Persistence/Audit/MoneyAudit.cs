using System.Data;
using Npgsql;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence.Audit;

/// <summary>
/// Runs the rules on one snapshot. The server does the adding up and sends back what differs, so memory here does not grow with the books.
/// </summary>
internal sealed class MoneyAudit(Database database) : IMoneyAudit
{
    /// <summary>For one rule; a ledger that needs longer has outgrown reading it whole.</summary>
    private static readonly TimeSpan RuleTime = TimeSpan.FromMinutes(10);

    public async Task<MoneyFindings> Examine(DateTimeOffset limboBefore, int listedMax, CancellationToken token)
    {
        await using var connection = await database.Source.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await using (var prepare = Command(connection, "SET TRANSACTION READ ONLY; SET LOCAL work_mem = '64MB'; SET LOCAL jit = off"))
        {
            await prepare.ExecuteNonQueryAsync(token);
        }

        return await Examine(connection, limboBefore, listedMax, token);
    }

    /// <summary>In the transaction that this connection is in.</summary>
    internal static async Task<MoneyFindings> Examine(
        NpgsqlConnection connection, DateTimeOffset limboBefore, int listedMax, CancellationToken token)
    {
        var figures = await ReadFigures(connection, token);
        var rules = new List<RuleFinding>();
        foreach (var rule in MoneyRules.All)
        {
            rules.Add(await Check(connection, rule, listedMax, token));
        }

        return new MoneyFindings(figures, rules, await ReadLimbo(connection, limboBefore, listedMax, token));
    }

    private static async Task<MoneyFigures> ReadFigures(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = Command(
            connection,
            $"""
            SELECT wallets, entries, deposited, granted, adjusted, available, reserved, spent, withdrawn
            FROM (
                SELECT count(*) AS wallets, coalesce(sum(available), 0)::bigint AS available, coalesce(sum(reserved), 0)::bigint AS reserved
                FROM wallets) sums_of_wallets,
                (SELECT count(*) AS entries,
                    coalesce(sum(available_delta + reserved_delta) FILTER (WHERE kind = 'Deposit'), 0)::bigint AS deposited,
                    coalesce(sum(available_delta + reserved_delta) FILTER (WHERE kind = 'Bonus'), 0)::bigint AS granted,
                    coalesce(sum(available_delta + reserved_delta)
                        FILTER (WHERE kind IN ({BookSides.CameIn}) AND kind NOT IN ('Deposit', 'Bonus')), 0)::bigint AS adjusted,
                    coalesce(-sum(available_delta + reserved_delta) FILTER (WHERE kind IN ({BookSides.Spent})), 0)::bigint AS spent,
                    coalesce(-sum(available_delta + reserved_delta) FILTER (WHERE kind IN ({BookSides.Withdrawn})), 0)::bigint AS withdrawn
                FROM ledger_entries) movements
            """);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new MoneyFigures(
            row.GetInt64(0), row.GetInt64(1),
            MoneyAt(row, 2), MoneyAt(row, 3), MoneyAt(row, 4), MoneyAt(row, 5), MoneyAt(row, 6), MoneyAt(row, 7), MoneyAt(row, 8));
    }

    private static async Task<RuleFinding> Check(NpgsqlConnection connection, MoneyRule rule, int listedMax, CancellationToken token)
    {
        await using var command = Command(
            connection,
            $"""
            SELECT subject, expected::bigint, found::bigint, count(*) OVER ()
            FROM ({RuleSql.Of(rule)}) differences ORDER BY subject LIMIT $1
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = listedMax });
        await using var rows = await command.ExecuteReaderAsync(token);
        var (listed, count) = (new List<MoneyDifference>(), 0L);
        while (await rows.ReadAsync(token))
        {
            listed.Add(new MoneyDifference(rule, rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2)));
            count = rows.GetInt64(3);
        }

        return new RuleFinding(rule, count, listed);
    }

    private static async Task<Limbo> ReadLimbo(NpgsqlConnection connection, DateTimeOffset before, int listedMax, CancellationToken token)
    {
        await using var command = Command(
            connection,
            """
            SELECT id, user_id, status, price, created_at, count(*) OVER (), (sum(price) OVER ())::bigint
            FROM generations
            WHERE status IN ('Queued', 'Submitting', 'Uncertain', 'Running') AND price > 0 AND (status = 'Uncertain' OR created_at < $1)
            ORDER BY created_at
            LIMIT $2
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = listedMax });
        await using var rows = await command.ExecuteReaderAsync(token);
        var (oldest, orders, held) = (new List<LimboOrder>(), 0L, Money.Zero);
        while (await rows.ReadAsync(token))
        {
            oldest.Add(new LimboOrder(
                new GenerationId(rows.GetGuid(0)),
                new UserId(rows.GetInt64(1)),
                Enum.Parse<GenerationStatus>(rows.GetString(2)),
                MoneyAt(rows, 3),
                rows.GetFieldValue<DateTimeOffset>(4)));
            (orders, held) = (rows.GetInt64(5), MoneyAt(rows, 6));
        }

        return new Limbo(orders, held, oldest);
    }

    private static Money MoneyAt(NpgsqlDataReader row, int column) => new(row.GetInt64(column));

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = (int)RuleTime.TotalSeconds };
}
