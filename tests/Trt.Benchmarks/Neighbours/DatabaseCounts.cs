using Npgsql;

namespace Trt.Benchmarks.Neighbours;

/// <summary>What PostgreSQL has counted of the shop's work.</summary>
internal sealed record DatabaseCounts(double Statements, double Commits, double Flushes, double WalBytes)
{
    public const string Library = "pg_stat_statements";

    /// <summary>The library is there from the start and counts only where it is asked to.</summary>
    public static Task Quieten(NpgsqlDataSource house, CancellationToken token) => Track(house, "none", token);

    public static Task Begin(NpgsqlDataSource house, CancellationToken token) => Track(house, "all", token);

    /// <param name="house">The database where nobody else works.</param>
    /// <param name="database">The shop's.</param>
    public static async Task<DatabaseCounts> Read(NpgsqlDataSource house, string database, CancellationToken token)
    {
        // A session tells what it has counted when it ends, or a while later; so they end, and the shop opens others.
        await using (var end = house.CreateCommand("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1"))
        {
            end.Parameters.Add(new NpgsqlParameter<string> { TypedValue = database });
            await end.ExecuteNonQueryAsync(token);
        }

        await using var read = house.CreateCommand(
            """
            SELECT
                (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid WHERE datname = $1)::float8,
                (SELECT xact_commit FROM pg_stat_database WHERE datname = $1)::float8,
                (SELECT wal_sync FROM pg_stat_wal)::float8,
                (pg_current_wal_insert_lsn() - '0/0')::float8
            """);
        read.Parameters.Add(new NpgsqlParameter<string> { TypedValue = database });
        await using var row = await read.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new DatabaseCounts(row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3));
    }

    public DatabaseCounts Since(DatabaseCounts before) =>
        new(Statements - before.Statements, Commits - before.Commits, Flushes - before.Flushes, WalBytes - before.WalBytes);

    public DatabaseCounts Times(double factor) => new(Statements * factor, Commits * factor, Flushes * factor, WalBytes * factor);

    private static async Task Track(NpgsqlDataSource house, string what, CancellationToken token)
    {
        await house.Do($"ALTER SYSTEM SET pg_stat_statements.track = '{what}'", token);
        await house.Do("SELECT pg_reload_conf()", token);
        await house.Do($"CREATE EXTENSION IF NOT EXISTS {Library}", token);
    }
}
