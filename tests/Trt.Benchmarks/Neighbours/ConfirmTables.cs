using Npgsql;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A shop's database full of people who are about to confirm an order.</summary>
internal sealed class ConfirmTables(NpgsqlDataSource source)
{
    public const long FirstPerson = 3_000_000_000;

    public async Task Fill(int people, CancellationToken token)
    {
        await source.Lay("fill.sql", token, $"{FirstPerson}", $"{people}");
        await source.Do("VACUUM ANALYZE", token);
    }

    /// <summary>The messages that follow an order would mix into the figure; the customers of this shop wait for the end of the run.</summary>
    public Task PauseChat(CancellationToken token) =>
        source.Do(
            "INSERT INTO pauses (name, until, reason) VALUES ('chat', now() + interval '1 day', 'a benchmark runs') ON CONFLICT DO NOTHING",
            token);

    public Task<long> Reserved(long firstPerson, int people, CancellationToken token) => source.Count(
        """
        SELECT count(*) FROM wallets JOIN ledger_entries USING (user_id) JOIN generations USING (user_id)
        WHERE reserved = 1414 AND user_id BETWEEN $1 AND $2
        """,
        firstPerson,
        firstPerson + people - 1,
        token);
}
