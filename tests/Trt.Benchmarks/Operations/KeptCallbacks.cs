using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>
/// The provider says of running orders that they are done; the shop keeps what it said and that it has to look. It never gets to see a
/// record in a round: the provider takes its time over the first four looks.
/// </summary>
internal sealed class KeptCallbacks(BenchPostgres postgres, NpgsqlDataSource tables) : Operation(postgres, tables)
{
    private const int WaitingConnections = 64;

    private long _next = 6_000_000_000;

    public override Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token) => Round(
        shop, People(time), (first, orders) => new ClosedLoop(shop.Port, Clients).Run(new Callbacks(first, orders), Kept, time), token);

    /// <summary>At appointed times, whatever the shop does.</summary>
    public Task<Sample> Round(ServerUnderTest shop, double perSecond, TimeSpan time, CancellationToken token) => Round(
        shop,
        (int)(perSecond * time.TotalSeconds),
        (first, orders) => new OpenLoop(shop.Port, WaitingConnections).Run(new Callbacks(first, orders), Kept, perSecond, time),
        token);

    private static byte[] Kept => "\"ok\":true"u8.ToArray();

    private async Task<Sample> Round(ServerUnderTest shop, int orders, Func<long, int, LoadResult> load, CancellationToken token)
    {
        var first = _next;
        _next += orders;
        await Tables.Lay("running.sql", token, $"{first}", $"{orders}");
        await Tables.Do("ANALYZE generations", token);
        var sample = await Counted(shop, () => load(first, orders), "callbacks", () => Rows(first, orders, token), token);

        // A shop does not have so many orders running at once as went through here.
        await Tables.Do($"DELETE FROM outbox WHERE user_id BETWEEN {first} AND {first + orders - 1}", token);
        await Tables.Do($"DELETE FROM generations WHERE user_id BETWEEN {first} AND {first + orders - 1}", token);
        await Tables.Do("VACUUM generations, outbox", token);
        return sample;
    }

    /// <summary>Those that were kept for their order and made it be looked at.</summary>
    private Task<long> Rows(long first, int orders, CancellationToken token) => Tables.Count(
        """
        SELECT count(*) FROM generations g
        JOIN provider_callbacks c ON c.generation_id = g.id
        JOIN outbox o ON o.key = replace(g.id::text, '-', '') AND o.name = 'generation.check.v1'
        WHERE g.user_id BETWEEN $1 AND $2 AND c.task_id = g.task_id
        """,
        first, first + orders - 1, token);
}
