using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Trt.Testing;

namespace Trt.Chaos.Tests.Deployments;

/// <summary>A PgBouncer before the database, in the mode that the deployment uses.</summary>
internal sealed class Pooler : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Pooler(Process process, DirectoryInfo folder, string connectionString) =>
        (_process, _folder, ConnectionString) = (process, folder, connectionString);

    /// <summary>The same database, by this door.</summary>
    public string ConnectionString { get; }

    public static async Task<Pooler> Before(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var port = ShopProgram.FreePort();
        var folder = Directory.CreateTempSubdirectory("trt-pooler-");
        var configuration = Path.Combine(folder.FullName, "pgbouncer.ini");
        await File.WriteAllTextAsync(configuration, string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host={target.Host} port={target.Port} user={target.Username} password='{target.Password}'
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 20
            ignore_startup_parameters = extra_float_digits
            """));
        var pooler = new Pooler(
            Process.Start(Program(), ["-q", .. NotAsRoot(), configuration]), folder, new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = port }.ConnectionString);
        await Eventually.Holds("the pooler lets somebody through", pooler.Answers);
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>PgBouncer refuses to be root.</summary>
    private static string[] NotAsRoot() => Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];

    private static string Program() => $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':')
        .Select(folder => Path.Combine(folder, "pgbouncer"))
        .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("There is no pgbouncer: ./trt test installs it.");

    private async Task<bool> Answers()
    {
        try
        {
            await using var source = NpgsqlDataSource.Create($"{ConnectionString};Pooling=false");
            await using var command = source.CreateCommand("SELECT 1");
            return await command.ExecuteScalarAsync() is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
