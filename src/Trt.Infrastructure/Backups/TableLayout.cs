using Npgsql;

namespace Trt.Infrastructure.Backups;

/// <summary>Which tables there are, with their columns. The server is asked: what a later build has added is not forgotten.</summary>
internal static class TableLayout
{
    public const string History = "\"__EFMigrationsHistory\"";

    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<BackupColumn> Columns)>> Read(
        NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT relname::text, array_agg(attname::text ORDER BY attnum), array_agg(format_type(atttypid, atttypmod) ORDER BY attnum)
            FROM pg_class
            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> '__EFMigrationsHistory'
            GROUP BY relname
            ORDER BY relname
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync(token);
        var tables = new List<(string, IReadOnlyList<BackupColumn>)>();
        while (await rows.ReadAsync(token))
        {
            var (names, types) = (rows.GetFieldValue<string[]>(1), rows.GetFieldValue<string[]>(2));
            tables.Add((rows.GetString(0), [.. names.Zip(types, (name, type) => new BackupColumn(name, type))]));
        }

        return tables;
    }

    /// <summary>Each after those that its rows refer to.</summary>
    public static async Task<IReadOnlyList<string>> InOrder(
        NpgsqlConnection connection, IEnumerable<string> tables, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT child.relname::text, parent.relname::text
            FROM pg_constraint
            JOIN pg_class child ON child.oid = conrelid
            JOIN pg_class parent ON parent.oid = confrelid
            WHERE contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND conrelid <> confrelid
            """,
            connection);
        var parents = new List<(string Child, string Parent)>();
        await using (var rows = await command.ExecuteReaderAsync(token))
        {
            while (await rows.ReadAsync(token))
            {
                parents.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        var (ordered, waiting) = (new List<string>(), tables.ToList());
        while (waiting.Find(table => parents.TrueForAll(pair => pair.Child != table || !waiting.Contains(pair.Parent))) is { } next)
        {
            ordered.Add(next);
            waiting.Remove(next);
        }

        return [.. ordered, .. waiting];
    }
}
