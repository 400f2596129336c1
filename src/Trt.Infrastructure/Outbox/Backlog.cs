using Trt.Application.Later;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>What waits in the whole shop, for a gauge: one cheap look, in no transaction of anybody's.</summary>
public sealed class Backlog(Database database)
{
    private static readonly Lane[] Lanes = Enum.GetValues<Lane>();

    public async Task<(IReadOnlyList<LaneBacklog> Lanes, Parkings Parked)> Read(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT lane, count(*), extract(epoch FROM @now - min(due_at))::float8
            FROM outbox
            WHERE parked_at IS NULL AND due_at <= @now AND (leased_until IS NULL OR leased_until <= @now)
            GROUP BY lane
            UNION ALL SELECT 'parked work', count(*), 0 FROM outbox WHERE parked_at IS NOT NULL
            UNION ALL SELECT 'parked updates', count(*), 0 FROM parked_updates
            """);
        command.Parameters.AddWithValue("now", now.ToUniversalTime());
        var rows = new Dictionary<string, (long Count, double Seconds)>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            rows.Add(reader.GetString(0), (reader.GetInt64(1), reader.GetDouble(2)));
        }

        return (
            [.. Lanes.Select(lane => Of(lane, rows.GetValueOrDefault($"{lane}")))],
            new Parkings(rows["parked work"].Count, rows["parked updates"].Count));
    }

    private static LaneBacklog Of(Lane lane, (long Count, double Seconds) row) => new(lane, row.Count, row.Seconds);
}

/// <param name="Due">Could be done now, and is in nobody's hands.</param>
/// <param name="OldestSeconds">How long the oldest of them has been due.</param>
public sealed record LaneBacklog(Lane Lane, long Due, double OldestSeconds);

public sealed record Parkings(long Work, long Updates);
