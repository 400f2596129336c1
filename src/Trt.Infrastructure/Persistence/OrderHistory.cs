using Npgsql;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// Figures of orders by model, in plain SQL. Rows are found by when they were begun, for which there is an index of a few blocks: no order
/// lasts longer than <see cref="LastsMax"/>.
/// </summary>
internal sealed class OrderHistory(Database database) : IOrderHistory
{
    private const string Done = "g.status IN ('Succeeded', 'Delivered')";

    /// <summary>It left for the provider and failed there. Whose task is not known may have failed anywhere.</summary>
    private const string Failed =
        """
        (g.submitted_at IS NOT NULL AND g.failure IN ('ProviderError', 'EmptyResult', 'ModelUnavailable')
            OR g.task_id IS NOT NULL AND g.failure = 'TimedOut')
        """;

    private const string Seconds = "extract(epoch FROM g.finished_at - g.submitted_at)";
    private const string Median = $"percentile_cont(0.5) WITHIN GROUP (ORDER BY {Seconds}) FILTER (WHERE {Done})";

    /// <summary>Fewer are chance.</summary>
    private const int RunsMin = 5;

    private static readonly TimeSpan LastsMax = TimeSpan.FromHours(6);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<IReadOnlyDictionary<ModelId, OrdersOfHour>> LastHour(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT g.model, count(*) FILTER (WHERE {Done})::int, count(*) FILTER (WHERE {Failed})::int,
                   count(DISTINCT g.user_id) FILTER (WHERE {Failed})::int, {Median},
                   (array_agg(coalesce(g.detail, g.failure) ORDER BY g.finished_at DESC) FILTER (WHERE {Failed}))[1]
            FROM generations g LEFT JOIN model_health h ON h.model = g.model
            WHERE g.created_at > @begun AND g.finished_at > @ended AND (h.judged_from IS NULL OR g.created_at >= h.judged_from)
            GROUP BY g.model
            """);
        command.Parameters.Add(Moment("begun", now - Hour - LastsMax));
        command.Parameters.Add(Moment("ended", now - Hour));
        return await Read(command, row => (
            new ModelId(row.GetString(0)),
            new OrdersOfHour(
                row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), Span(row, 4), row.IsDBNull(5) ? null : row.GetString(5))), token);
    }

    public async Task<IReadOnlyDictionary<ModelId, TimeSpan>> Usual(
        IReadOnlyCollection<ModelId> models, DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT g.model, {Median}
            FROM generations g
            WHERE g.created_at > @begun AND g.finished_at <= @ended AND g.model = ANY(@models) AND {Done}
            GROUP BY g.model
            """);
        command.Parameters.Add(Moment("begun", now - Day));
        command.Parameters.Add(Moment("ended", now - Hour));
        command.Parameters.AddWithValue("models", models.Select(model => model.Value).ToArray());
        return await Read(command, row => (new ModelId(row.GetString(0)), Span(row, 1) ?? TimeSpan.Zero), token);
    }

    public async Task<IReadOnlyList<RunTimeOfLine>> RunTimes(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT g.model, g.sku, {Median}, percentile_cont(0.9) WITHIN GROUP (ORDER BY {Seconds})
            FROM generations g
            WHERE g.created_at > @begun AND {Done}
            GROUP BY GROUPING SETS ((g.model), (g.model, g.sku))
            HAVING count(*) >= {RunsMin} AND (grouping(g.sku) = 1 OR g.sku IS NOT NULL)
            """);
        command.Parameters.Add(Moment("begun", now - (3 * Day)));
        var found = new List<RunTimeOfLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add(new RunTimeOfLine(
                new ModelId(reader.GetString(0)), reader.IsDBNull(1) ? null : reader.GetString(1),
                new RunTime(Span(reader, 2) ?? TimeSpan.Zero, Span(reader, 3) ?? TimeSpan.Zero)));
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<ModelId, FirstOrder>> FirstOfWatched(CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT DISTINCT ON (g.model) g.model, {Failed} AND NOT {Done}, coalesce(g.detail, g.failure)
            FROM model_health h JOIN generations g ON g.model = h.model AND g.created_at >= h.judged_from
            WHERE h.state = 'Watched' AND g.finished_at IS NOT NULL AND ({Done} OR {Failed})
            ORDER BY g.model, g.finished_at
            """);
        return await Read(command, row => (
            new ModelId(row.GetString(0)), new FirstOrder(row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetString(2))), token);
    }

    public async Task<IReadOnlyList<OrdersOfDay>> LastDay(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            SELECT g.model, g.sku, date_trunc('hour', g.finished_at) AS hour, count(*) FILTER (WHERE {Done})::int,
                   count(*) FILTER (WHERE {Failed})::int, {Median}, grouping(g.sku), grouping(date_trunc('hour', g.finished_at))
            FROM generations g
            WHERE g.created_at > @begun AND g.finished_at > @ended AND ({Done} OR {Failed})
            GROUP BY GROUPING SETS ((g.model), (g.model, g.sku), (g.model, date_trunc('hour', g.finished_at)))
            ORDER BY g.model, hour, g.sku
            """);
        command.Parameters.Add(Moment("begun", now - Day - LastsMax));
        command.Parameters.Add(Moment("ended", now - Day));
        var rows = new List<OrdersOfDay>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var (isOfSku, isOfHour) = (reader.GetInt32(6) == 0, reader.GetInt32(7) == 0);
            // Orders from before the price line was kept belong to none.
            if (isOfSku && reader.IsDBNull(1))
            {
                continue;
            }

            rows.Add(new OrdersOfDay(
                new ModelId(reader.GetString(0)), isOfSku ? reader.GetString(1) : null,
                isOfHour ? reader.GetFieldValue<DateTimeOffset>(2) : null,
                reader.GetInt32(3), reader.GetInt32(4), Span(reader, 5)));
        }

        return rows;
    }

    private static async Task<Dictionary<ModelId, T>> Read<T>(
        NpgsqlCommand command, Func<NpgsqlDataReader, (ModelId, T)> row, CancellationToken token)
    {
        var found = new Dictionary<ModelId, T>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var (model, value) = row(reader);
            found[model] = value;
        }

        return found;
    }

    private static TimeSpan? Span(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromSeconds(Math.Max(0, row.GetDouble(column)));

    private static NpgsqlParameter Moment(string name, DateTimeOffset at) => new(name, at.UtcDateTime);
}
