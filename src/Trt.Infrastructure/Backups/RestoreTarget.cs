using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Backups;

/// <summary>The database that a copy should go to: empty, or emptied when somebody has said so.</summary>
internal static class RestoreTarget
{
    /// <summary>Whoever finds rows here has found somebody's shop.</summary>
    private static readonly string[] Content = ["users", "wallets", "ledger_entries", "generations", "payments", "audit_entries"];

    /// <exception cref="UnfitBackupException">It holds something, is somebody else's, or a shop is open on it.</exception>
    public static async Task Clear(
        NpgsqlConnection connection, IReadOnlyCollection<string> migrations, bool isReplacing, CancellationToken token)
    {
        await RefuseOpenShop(connection, token);
        var tables = await Names(connection, "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace", token);
        if (tables.Count == 0)
        {
            return;
        }

        if (!tables.Contains("__EFMigrationsHistory")
            || !(await Names(connection, $"SELECT \"MigrationId\" FROM {TableLayout.History}", token)).Intersect(migrations).Any())
        {
            throw new UnfitBackupException(
                $"The database is another program's: it has {tables[0]} and no memory of ours. Nothing was changed. Name an empty database.");
        }

        var found = new List<string>();
        foreach (var table in Content.Intersect(tables))
        {
            var count = await Names(connection, $"SELECT count(*)::text FROM {table}", token);
            if (count[0] != "0")
            {
                found.Add($"{count[0]} in {table}");
            }
        }

        if (found.Count > 0 && !isReplacing)
        {
            throw new UnfitBackupException(
                $"The database is not empty: {string.Join(", ", found)}. Nothing was changed. Name an empty database, "
                + "or add --replace when all of that may go.");
        }

        await Drop(connection, token);
    }

    private static async Task RefuseOpenShop(NpgsqlConnection connection, CancellationToken token)
    {
        var open = await Names(
            connection,
            $"""
            SELECT pid::text FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = '{Database.Name}'
            """,
            token);
        if (open.Count > 0)
        {
            throw new UnfitBackupException(
                $"A shop is open on this database ({open.Count} connections). Nothing was changed. Stop all instances first.");
        }
    }

    private static async Task Drop(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            """
            DO $$ DECLARE thing text; BEGIN
                FOR thing IN SELECT format('%I', relname) FROM pg_class
                    WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
                LOOP EXECUTE 'DROP TABLE IF EXISTS ' || thing || ' CASCADE'; END LOOP;
                FOR thing IN SELECT oid::regprocedure::text FROM pg_proc
                    WHERE pronamespace = current_schema()::regnamespace
                    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
                LOOP EXECUTE 'DROP ROUTINE IF EXISTS ' || thing || ' CASCADE'; END LOOP;
            END $$
            """,
            connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private static async Task<List<string>> Names(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(token);
        var names = new List<string>();
        while (await rows.ReadAsync(token))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
