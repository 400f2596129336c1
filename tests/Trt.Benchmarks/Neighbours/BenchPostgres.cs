using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A private PostgreSQL of the run, as safe as a real shop's: every commit reaches the disk.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private readonly PrivateServer _server;
    private readonly string _folder;
    private readonly int _process;

    private BenchPostgres(PrivateServer server, string folder, int process) => (_server, _folder, _process) = (server, folder, process);

    /// <summary>Of the server with everything it has started.</summary>
    public TimeSpan ProcessorTime => ProcessTree.ProcessorTime(_process);

    /// <param name="library">One that has to be there from the start.</param>
    public static async Task<BenchPostgres> Start(CancellationToken token, string? library = null)
    {
        var folder = Directory.CreateTempSubdirectory("trt-bench-").FullName;
        var server = await StartServer(folder, token);
        if (library is not null)
        {
            await Do(server, $"ALTER SYSTEM SET shared_preload_libraries = '{library}'", token);
            NpgsqlConnection.ClearAllPools();
            await server.DisposeAsync();
            server = await StartServer(folder, token);
        }

        var backend = (int)(await Do(server, "SELECT pg_backend_pid()", token))!;
        return new BenchPostgres(server, folder, ProcessTree.ParentOf(backend));
    }

    /// <summary>A database with the shop's own schema, made by its own migrations.</summary>
    public async Task<NpgsqlDataSource> CreateDatabase(string name, CancellationToken token)
    {
        var source = NpgsqlDataSource.Create(await _server.EnsureDatabase(name, token));
        await DatabaseSetup.Migrate(source, token);
        return source;
    }

    public string AddressOf(string database) => _server.ConnectionString(database);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var data = _server.Folder;
        await _server.DisposeAsync();
        foreach (var left in (string[])[data, _folder])
        {
            if (Directory.Exists(left))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    private static Task<PrivateServer> StartServer(string folder, CancellationToken token) =>
        PrivateServer.Start(new PrivatePostgresOptions { Folder = folder }, NullLogger.Instance, TimeProvider.System, token);

    private static async Task<object?> Do(PrivateServer server, string statement, CancellationToken token)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync(token);
    }
}
