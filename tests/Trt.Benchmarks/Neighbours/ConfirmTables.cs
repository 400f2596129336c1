using Npgsql;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A shop's database full of people who are about to confirm an order.</summary>
internal sealed class ConfirmTables(NpgsqlDataSource source) : IAsyncDisposable
{
    public const long FirstPerson = 3_000_000_000;

    /// <summary>The same as in fill.sql.</summary>
    public static Guid DraftOf(long person) => new(
        0x01900000, 0, 0x7000, 0x80, 0, (byte)(person >> 40), (byte)(person >> 32), (byte)(person >> 24), (byte)(person >> 16), (byte)(person >> 8), (byte)person);

    public async Task Fill(int people, CancellationToken token)
    {
        foreach (var statement in Sql.Text("fill.sql").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = source.CreateCommand(statement);
            command.CommandTimeout = 300;
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = FirstPerson });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = people });
            await command.ExecuteNonQueryAsync(token);
        }

        await Run("VACUUM ANALYZE", token);
    }

    /// <summary>The messages that follow an order would mix into the figure; the customers of this shop wait for the end of the run.</summary>
    public Task PauseChat(CancellationToken token) =>
        Run("INSERT INTO pauses (name, until, reason) VALUES ('chat', now() + interval '1 day', 'a benchmark runs')", token);

    /// <summary>Both sides begin with the same clean slate, whoever wrote before.</summary>
    public Task Checkpoint(CancellationToken token) => Run("CHECKPOINT", token);

    public async Task<long> Reserved(long firstPerson, int people, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM wallets JOIN ledger_entries USING (user_id) JOIN generations USING (user_id) WHERE reserved = 1414 AND user_id BETWEEN $1 AND $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = firstPerson });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = firstPerson + people - 1 });
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task Run(string statement, CancellationToken token)
    {
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(token);
    }
}
