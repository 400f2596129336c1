using Npgsql;
using Trt.Benchmarks.Measuring;

namespace Trt.Benchmarks.Neighbours;

/// <summary>
/// What stands around a shop that is measured: Telegram and the provider, PostgreSQL, a database for it and one for the reference.
/// </summary>
internal sealed class Street : IAsyncDisposable
{
    private const string ShopsDatabase = "shop";
    private const string ReferenceDatabase = "pgbench";

    private readonly Plan _plan;

    private Street(Plan plan, NeighbourSink neighbours, BenchPostgres postgres, NpgsqlDataSource shop, NpgsqlDataSource reference) =>
        (_plan, Neighbours, Postgres, ShopTables, ReferenceTables) = (plan, neighbours, postgres, shop, reference);

    public NeighbourSink Neighbours { get; }

    public BenchPostgres Postgres { get; }

    public NpgsqlDataSource ShopTables { get; }

    public NpgsqlDataSource ReferenceTables { get; }

    public static async Task<Street> Build(Plan plan, CancellationToken token, Provider? provider = null)
    {
        var neighbours = await NeighbourSink.Start(token, provider: provider);
        var postgres = await BenchPostgres.Start(token);
        return new Street(
            plan, neighbours, postgres, await postgres.CreateDatabase(ShopsDatabase, token),
            await postgres.CreateDatabase(ReferenceDatabase, token));
    }

    /// <summary>It has said that it takes orders.</summary>
    /// <param name="owner">Who stands behind the counter; usually nobody does.</param>
    public async Task<ServerUnderTest> OpenShop(CancellationToken token, long? owner = null)
    {
        await ShopTables.Do("VACUUM ANALYZE", token);
        var shop = await Shop.Start(Neighbours, Postgres.AddressOf(ShopsDatabase), _plan.OutputFolder, token, owner);
        await shop.Ready(token);
        return shop;
    }

    /// <param name="onShopsRows">For what only reads: the same rows, not others like them.</param>
    public Task<Pgbench> Reference(string script, CancellationToken token, bool onShopsRows = false) =>
        Pgbench.Find(script, _plan.OutputFolder, Postgres.AddressOf(onShopsRows ? ShopsDatabase : ReferenceDatabase), token);

    public async ValueTask DisposeAsync()
    {
        await ShopTables.DisposeAsync();
        await ReferenceTables.DisposeAsync();
        await Postgres.DisposeAsync();
        await Neighbours.DisposeAsync();
    }
}
