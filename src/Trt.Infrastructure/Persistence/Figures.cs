using Npgsql;
using NpgsqlTypes;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// The table <c>shop_hours</c>: a row for each hour with its money, and one for each hour and model with its orders. What is counted into
/// it and what is counted at a look is one query, so that both tell the same.
/// </summary>
internal sealed class Figures(Database database) : IFigures
{
    /// <summary>A late result and its cost may come within a day, a lost one be given back later still.</summary>
    private static readonly TimeSpan CountedAgain = TimeSpan.FromHours(48);

    /// <summary>A piece of history that is counted in one go.</summary>
    private static readonly TimeSpan Portion = TimeSpan.FromDays(1);

    private const int KeepTimeoutSeconds = 120;

    /// <summary>Only a large shop whose hours have never been kept takes so long, once.</summary>
    private const int ReadTimeoutSeconds = 120;

    private const string DayBucket = "(date_trunc('day', (hour AT TIME ZONE 'UTC') + @offset) - @offset) AT TIME ZONE 'UTC'";

    private const string Columns =
        "money_in, money_out, spent, gifts, begun, done, failed, expired, cancelled, free, cost, credits, waited";

    /// <summary>
    /// Rows of generations are found by when they were begun, for which there is an index of a few blocks: no order lasts two days.
    /// </summary>
    private const string Counted =
        """
        SELECT date_trunc('hour', at, 'UTC') AS hour, '' AS model,
            coalesce(sum(available_delta) FILTER (WHERE kind = 'Deposit'), 0) AS money_in,
            coalesce(-sum(available_delta) FILTER (WHERE kind = 'Withdraw'), 0) AS money_out,
            coalesce(-sum(available_delta + reserved_delta) FILTER (WHERE kind IN ('Commit', 'Reimburse')), 0) AS spent,
            coalesce(sum(available_delta) FILTER (WHERE kind = 'Bonus'), 0) AS gifts,
            0 AS begun, 0 AS done, 0 AS failed, 0 AS expired, 0 AS cancelled, 0 AS free, 0 AS cost, 0 AS credits, 0 AS waited
        FROM ledger_entries
        WHERE at >= @from AND at < @to AND kind IN ('Deposit', 'Withdraw', 'Commit', 'Reimburse', 'Bonus')
        GROUP BY 1
        UNION ALL
        SELECT hour, model, 0, 0, 0, 0, sum(begun), sum(done), sum(failed), sum(expired), sum(cancelled), sum(free), sum(cost),
            sum(credits), sum(waited)
        FROM (
            SELECT date_trunc('hour', created_at, 'UTC') AS hour, model, 1 AS begun, 0 AS done, 0 AS failed, 0 AS expired,
                0 AS cancelled, 0 AS free, 0 AS cost, 0 AS credits, 0 AS waited
            FROM generations
            WHERE created_at >= @from AND created_at < @to
            UNION ALL
            SELECT date_trunc('hour', finished_at, 'UTC'), model, 0,
                (status IN ('Succeeded', 'Delivered'))::int, (status = 'Failed')::int, (status = 'Expired')::int,
                (status = 'Cancelled')::int,
                (price = 0 AND status IN ('Succeeded', 'Delivered'))::int,
                CASE WHEN has_result THEN round(coalesce(cost * credits_spent / nullif(credits_expected, 0), cost, 0)) ELSE 0 END,
                CASE WHEN has_result THEN coalesce(credits_spent, credits_expected, 0) ELSE 0 END,
                CASE WHEN status IN ('Succeeded', 'Delivered') THEN extract(epoch FROM finished_at - created_at) ELSE 0 END
            FROM generations
            CROSS JOIN LATERAL (SELECT status IN ('Succeeded', 'Delivered') OR is_late AS has_result) ended
            WHERE created_at >= @from::timestamptz - interval '2 days' AND created_at < @to
                AND finished_at >= @from AND finished_at < @to) orders
        GROUP BY hour, model
        """;

    public async Task Keep(DateTimeOffset now, CancellationToken token)
    {
        var end = WholeHour(now);
        if (await Begin(end, token) is not { } from)
        {
            return;
        }

        for (; from < end; from += Portion)
        {
            await Count(from, from + Portion < end ? from + Portion : end, token);
        }
    }

    public async Task<FigureTable> Read(FigureSpan span, CancellationToken token)
    {
        var kept = await KeptUntil(token);
        var bucket = span.ByDay is null ? "hour" : DayBucket;
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT bucket, model, sum(money_in)::bigint, sum(money_out)::bigint, sum(spent)::bigint, sum(gifts)::bigint,
                sum(begun)::int, sum(done)::int, sum(failed)::int, sum(expired)::int, sum(cancelled)::int, sum(free)::int,
                sum(cost)::bigint, sum(credits)::numeric, sum(waited)::float8
            FROM (
                SELECT hour, model, {Columns} FROM shop_hours WHERE hour >= @since AND hour < @from
                UNION ALL
                {Counted}) hours
            CROSS JOIN LATERAL (SELECT {bucket} AS bucket) of
            GROUP BY bucket, model
            ORDER BY bucket, model
            """);
        command.CommandTimeout = ReadTimeoutSeconds;
        Moment(command, "since", span.From);
        Moment(command, "from", kept is { } until && until > span.From ? until : span.From);
        Moment(command, "to", span.Now + TimeSpan.FromHours(1));
        if (span.ByDay is { } offset)
        {
            command.Parameters.AddWithValue("offset", offset);
        }

        await using var reader = await command.ExecuteReaderAsync(token);
        var (money, orders) = (new List<MoneyFigure>(), new List<OrderFigure>());
        while (await reader.ReadAsync(token))
        {
            var at = new DateTimeOffset(reader.GetDateTime(0), TimeSpan.Zero);
            if (reader.GetString(1) is { Length: > 0 } model)
            {
                orders.Add(new OrderFigure(
                    at, new ModelId(model), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9),
                    reader.GetInt32(10), reader.GetInt32(11), MoneyAt(reader, 12), reader.GetDecimal(13),
                    TimeSpan.FromSeconds(reader.GetDouble(14))));
            }
            else
            {
                money.Add(new MoneyFigure(
                    at, MoneyAt(reader, 2), MoneyAt(reader, 3), MoneyAt(reader, 4), MoneyAt(reader, 5)));
            }
        }

        return new FigureTable(money, orders);
    }

    public async Task<OpenOrders> Open(CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE status = 'Queued')::int, count(*) FILTER (WHERE status <> 'Queued')::int,
                min(created_at) FILTER (WHERE status = 'Queued'), coalesce(sum(price), 0)::bigint
            FROM generations
            WHERE status IN ('Queued', 'Submitting', 'Uncertain', 'Running')
            """);
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return new OpenOrders(
            reader.GetInt32(0), reader.GetInt32(1),
            await reader.IsDBNullAsync(2, token) ? null : new DateTimeOffset(reader.GetDateTime(2), TimeSpan.Zero), MoneyAt(reader, 3));
    }

    /// <summary>Newcomers are few, and a person's payments stand together.</summary>
    public async Task<Funnel> Newcomers(DateTimeOffset since, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT count(*)::int, count(*) FILTER (WHERE paid.times > 0)::int, count(*) FILTER (WHERE paid.times > 1)::int
            FROM users
            CROSS JOIN LATERAL (
                SELECT count(*) AS times FROM payments WHERE payments.user_id = users.id AND credited_at IS NOT NULL) paid
            WHERE users.created_at >= @since
            """);
        Moment(command, "since", since);
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return new Funnel(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>From where to count; null when everything is counted that has ended.</summary>
    private async Task<DateTimeOffset?> Begin(DateTimeOffset end, CancellationToken token)
    {
        if (await KeptUntil(token) is { } kept)
        {
            return kept >= end ? null : kept - CountedAgain;
        }

        const string First = "SELECT least((SELECT min(at) FROM ledger_entries), (SELECT min(created_at) FROM generations))";
        return await Moment(First, token) is { } first
            ? WholeHour(first)
            : null;
    }

    /// <summary>In one statement, so that an hour is there with all its models or not at all; two instances may do the same.</summary>
    private async Task Count(DateTimeOffset from, DateTimeOffset to, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            INSERT INTO shop_hours (hour, model, {Columns})
            SELECT hour, model, {string.Join(", ", Columns.Split(", ").Select(column => $"sum({column})"))}
            FROM (
                {Counted}
                UNION ALL
                SELECT hour, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                FROM generate_series(@from::timestamptz, @to::timestamptz - interval '1 hour', interval '1 hour') AS hour) counted
            GROUP BY hour, model
            ORDER BY hour, model
            ON CONFLICT (hour, model) DO UPDATE
            SET ({Columns}) = ROW ({string.Join(", ", Columns.Split(", ").Select(column => $"excluded.{column}"))})
            """);
        command.CommandTimeout = KeepTimeoutSeconds;
        Moment(command, "from", from);
        Moment(command, "to", to);
        await command.ExecuteNonQueryAsync(token);
    }

    private Task<DateTimeOffset?> KeptUntil(CancellationToken token) =>
        Moment("SELECT max(hour) + interval '1 hour' FROM shop_hours", token);

    private async Task<DateTimeOffset?> Moment(string sql, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(token) is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }

    private static void Moment(NpgsqlCommand command, string name, DateTimeOffset at) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = at.UtcDateTime });

    private static Money MoneyAt(NpgsqlDataReader reader, int column) => new(reader.GetInt64(column));

    private static DateTimeOffset WholeHour(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
