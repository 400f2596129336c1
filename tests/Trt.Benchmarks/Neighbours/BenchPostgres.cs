using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A private PostgreSQL of the run, as safe as a real shop's: every commit reaches the disk.</summary>
internal sealed class BenchPostgres(PrivateServer server, string folder) : IAsyncDisposable
{
    public static async Task<BenchPostgres> Start(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("trt-bench-").FullName;
        var options = new PrivatePostgresOptions { Folder = folder };
        return new BenchPostgres(await PrivateServer.Start(options, NullLogger.Instance, TimeProvider.System, token), folder);
    }

    /// <summary>A database with the shop's own schema, made by its own migrations.</summary>
    public async Task<NpgsqlDataSource> CreateDatabase(string name, CancellationToken token)
    {
        var source = NpgsqlDataSource.Create(await server.EnsureDatabase(name, token));
        await DatabaseSetup.Migrate(source, token);
        return source;
    }

    public string AddressOf(string database) => server.ConnectionString(database);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var data = server.Folder;
        await server.DisposeAsync();
        foreach (var left in (string[])[data, folder])
        {
            if (Directory.Exists(left))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }
}
