using System.Runtime.CompilerServices;
using Npgsql;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>Sums and whole tables, in plain SQL: what is asked of the database is to be read here, not guessed.</summary>
internal sealed class Reports(Database database) : IReports
{
    private const int TopModels = 5;

    /// <summary>A large table takes its time; the rows flow meanwhile.</summary>
    private const int ExportTimeoutSeconds = 600;

    public async Task<ShopFigures> Figures(FigureDays days, CancellationToken token)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(People(days));
        batch.BatchCommands.Add(GenerationsToday(days));
        batch.BatchCommands.Add(Models(days));
        batch.BatchCommands.Add(Revenue(days));
        batch.BatchCommands.Add(Limbo());
        batch.BatchCommands.Add(WaitingWork());
        await using var reader = await batch.ExecuteReaderAsync(token);

        await reader.ReadAsync(token);
        var people = new PeopleFigures(
            reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5));

        await reader.NextResultAsync(token);
        var today = new Dictionary<GenerationStatus, int>();
        while (await reader.ReadAsync(token))
        {
            today[Enum.Parse<GenerationStatus>(reader.GetString(0))] = reader.GetInt32(1);
        }

        await reader.NextResultAsync(token);
        var models = new List<ModelFigure>();
        while (await reader.ReadAsync(token))
        {
            models.Add(new ModelFigure(new ModelId(reader.GetString(0)), reader.GetInt32(1)));
        }

        await reader.NextResultAsync(token);
        await reader.ReadAsync(token);
        var revenue = new RevenueFigures(MoneyAt(reader, 0), MoneyAt(reader, 1), MoneyAt(reader, 2));

        await reader.NextResultAsync(token);
        await reader.ReadAsync(token);
        var limbo = new LimboFigures(MoneyAt(reader, 0), MoneyAt(reader, 1), reader.GetInt32(2));

        await reader.NextResultAsync(token);
        await reader.ReadAsync(token);
        return new ShopFigures(people, today, models, revenue, limbo, reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    public async Task<IReadOnlyList<MarginFigure>> Margins(DateTimeOffset from, TimeSpan dayOffset, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT ((finished_at AT TIME ZONE 'UTC') + @offset)::date AS day, model, count(*)::int, sum(taken)::bigint,
                   sum(round(coalesce(cost * credits_spent / nullif(credits_expected, 0), cost, 0)))::bigint,
                   count(loss)::int, coalesce(sum(cost - price) FILTER (WHERE loss IS NOT NULL), 0)::bigint
            FROM generations
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(CASE kind WHEN 'Commit' THEN -reserved_delta ELSE -available_delta END), 0) AS taken
                FROM ledger_entries
                WHERE ledger_entries.user_id = generations.user_id AND kind IN ('Commit', 'Reimburse')
                  AND reference = replace(generations.id::text, '-', '')) AS book
            WHERE created_at >= @from - interval '2 days' AND finished_at >= @from AND (status IN ('Succeeded', 'Delivered') OR is_late)
            GROUP BY day, model
            ORDER BY day DESC, model
            """);
        command.Parameters.Add(Moment("from", from));
        command.Parameters.AddWithValue("offset", dayOffset);
        await using var reader = await command.ExecuteReaderAsync(token);
        var margins = new List<MarginFigure>();
        while (await reader.ReadAsync(token))
        {
            margins.Add(new MarginFigure(
                reader.GetFieldValue<DateOnly>(0),
                new ModelId(reader.GetString(1)),
                reader.GetInt32(2),
                MoneyAt(reader, 3),
                MoneyAt(reader, 4),
                reader.GetInt32(5),
                MoneyAt(reader, 6)));
        }

        return margins;
    }

    public async Task<DayFigures> Day(DateTimeOffset from, DateTimeOffset before, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT (SELECT coalesce(sum(amount), 0)::bigint FROM payments WHERE credited_at >= @from AND credited_at < @before),
                   (SELECT coalesce(-sum(available_delta), 0)::bigint FROM ledger_entries
                    WHERE kind = 'Withdraw' AND at >= @from AND at < @before),
                   (SELECT count(*)::int FROM generations WHERE created_at >= @from AND created_at < @before),
                   (SELECT count(*)::int FROM generations
                    WHERE created_at >= @from AND created_at < @before AND status IN ('Failed', 'Expired')),
                   (SELECT count(*)::int FROM users WHERE created_at >= @from AND created_at < @before)
            """);
        command.Parameters.Add(Moment("from", from));
        command.Parameters.Add(Moment("before", before));
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return new DayFigures(MoneyAt(reader, 0), MoneyAt(reader, 1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
    }

    public IReadOnlyList<string> Columns(ExportTable table) => [.. TableOf(table).Columns.Select(column => column.Name)];

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        ExportTable table, DateTimeOffset from, DateTimeOffset before, [EnumeratorCancellation] CancellationToken token)
    {
        var export = TableOf(table);
        await using var command = database.Source.CreateCommand(export.Sql);
        command.CommandTimeout = ExportTimeoutSeconds;
        command.Parameters.AddWithValue("from", from.UtcDateTime);
        command.Parameters.AddWithValue("before", before.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var row = new object?[export.Columns.Length];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] = await reader.IsDBNullAsync(index, token) ? null : export.Columns[index].Read(reader, index);
            }

            yield return row;
        }
    }

    private static NpgsqlBatchCommand People(FigureDays days) => new(
        """
        SELECT count(*)::int,
               count(*) FILTER (WHERE created_at >= @today)::int,
               count(*) FILTER (WHERE created_at >= @week)::int,
               count(*) FILTER (WHERE created_at >= @month)::int,
               count(*) FILTER (WHERE seen_on = @day)::int,
               count(*) FILTER (WHERE blocked_at IS NOT NULL)::int
        FROM users
        """)
    {
        Parameters =
        {
            Moment("today", days.TodayFrom), Moment("week", days.WeekFrom), Moment("month", days.MonthFrom),
            new NpgsqlParameter("day", days.Today),
        },
    };

    private static NpgsqlBatchCommand GenerationsToday(FigureDays days) => new(
        "SELECT status, count(*)::int FROM generations WHERE created_at >= @today GROUP BY status")
    {
        Parameters = { Moment("today", days.TodayFrom) },
    };

    private static NpgsqlBatchCommand Models(FigureDays days) => new(
        "SELECT model, count(*)::int FROM generations WHERE created_at >= @month GROUP BY model ORDER BY count(*) DESC, model LIMIT @top")
    {
        Parameters = { Moment("month", days.MonthFrom), new NpgsqlParameter("top", TopModels) },
    };

    private static NpgsqlBatchCommand Revenue(FigureDays days) => new(
        """
        SELECT coalesce(-sum(reserved_delta) FILTER (WHERE at >= @today), 0)::bigint,
               coalesce(-sum(reserved_delta) FILTER (WHERE at >= @week), 0)::bigint,
               coalesce(-sum(reserved_delta), 0)::bigint
        FROM ledger_entries
        WHERE kind = 'Commit' AND at >= @month
        """)
    {
        Parameters = { Moment("today", days.TodayFrom), Moment("week", days.WeekFrom), Moment("month", days.MonthFrom) },
    };

    private static NpgsqlBatchCommand Limbo() => new(
        """
        SELECT (SELECT coalesce(sum(reserved), 0)::bigint FROM wallets),
               coalesce(sum(price), 0)::bigint,
               count(*)::int
        FROM generations
        WHERE status = 'Uncertain'
        """);

    private static NpgsqlBatchCommand WaitingWork() => new(
        """
        SELECT (SELECT count(*)::int FROM parked_updates),
               count(*) FILTER (WHERE parked_at IS NOT NULL)::int,
               count(*) FILTER (WHERE parked_at IS NULL)::int
        FROM outbox
        """);

    private static NpgsqlParameter Moment(string name, DateTimeOffset moment) => new(name, moment.UtcDateTime);

    private static Money MoneyAt(NpgsqlDataReader reader, int index) => new(reader.GetInt64(index));

    private static ExportDefinition TableOf(ExportTable table) => table switch
    {
        ExportTable.Users => Exports.Users,
        ExportTable.Ledger => Exports.Ledger,
        ExportTable.Payments => Exports.Payments,
    };
}
