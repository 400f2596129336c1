using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Testing;

/// <summary>One private PostgreSQL for all tests of this process, started by the first test that needs it.</summary>
public static class TestCluster
{
    internal const string ShopPassword = "0a";

    private const string FolderPrefix = "trt-test-postgres-";

    private static readonly Lazy<Task<PrivateServer>> Started = new(Start);

    public static Task<PrivateServer> Postgres => Started.Value;

    internal static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection((await Postgres).ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PrivateServer> Start()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            DeleteUnlessInUse(folder);
        }

        var postgres = await PrivateServer.Start(
            new PrivatePostgresOptions { Folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName, Durable = false },
            NullLogger.Instance,
            TimeProvider.System,
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => postgres.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return postgres;
    }

    /// <summary>
    /// A test process is killed soon after its last test and cannot clean up: the next one does. The folder of a living one is locked;
    /// one without a lock is just being made.
    /// </summary>
    private static void DeleteUnlessInUse(string folder)
    {
        try
        {
            using (File.Open(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{folder} stays: {e.Message}");
        }
    }
}
