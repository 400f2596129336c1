using Npgsql;

namespace Trt.Benchmarks.Neighbours;

/// <summary>Lays rows by the scripts of the folder Sql and counts them; a big shop takes minutes to lay.</summary>
internal static class Tables
{
    private static readonly TimeSpan LayingTime = TimeSpan.FromMinutes(60);

    /// <param name="arguments">Stand in the script for $1, $2 …, letter by letter: a temporary table takes no parameters.</param>
    public static async Task Lay(this NpgsqlDataSource tables, string script, CancellationToken token, params string[] arguments)
    {
        // One connection: statements may share a temporary table.
        await using var connection = await tables.OpenConnectionAsync(token);
        foreach (var statement in Sql.Text(script).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var text = arguments.Select((argument, index) => (Mark: $"${index + 1}", argument))
                .Aggregate(statement, (sofar, each) => sofar.Replace(each.Mark, each.argument, StringComparison.Ordinal));
            await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = (int)LayingTime.TotalSeconds };
            await command.ExecuteNonQueryAsync(token);
        }
    }

    public static async Task Do(this NpgsqlDataSource tables, string statement, CancellationToken token)
    {
        await using var command = tables.CreateCommand(statement);
        command.CommandTimeout = (int)LayingTime.TotalSeconds;
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Both sides begin with the same clean slate, whoever wrote before.</summary>
    public static Task Checkpoint(this NpgsqlDataSource tables, CancellationToken token) => tables.Do("CHECKPOINT", token);

    /// <param name="statement">Counts between $1 and $2, both included.</param>
    public static async Task<long> Count(this NpgsqlDataSource tables, string statement, long first, long last, CancellationToken token)
    {
        await using var command = tables.CreateCommand(statement);
        command.CommandTimeout = (int)LayingTime.TotalSeconds;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        return (long)(await command.ExecuteScalarAsync(token))!;
    }
}
