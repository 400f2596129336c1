using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Testing;

/// <summary>One private PostgreSQL for all tests of this process, started by the first test that needs it.</summary>
public static class TestCluster
{
    internal const string ShopPassword = "0acafe51beef77dead";

    private const string FolderPrefix = "trt-test-postgres-";
    private const long MemoryMin = 4L << 30;

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
        var place = Place();
        foreach (var folder in Directory.EnumerateDirectories(place, FolderPrefix + "*"))
        {
            DeleteUnlessInUse(folder);
        }

        var own = Directory.CreateDirectory(Path.Combine(place, FolderPrefix + Path.GetRandomFileName()));
        var postgres = await PrivateServer.Start(
            // Several shops, each with a pool of its own, stand on it at a time.
            new PrivatePostgresOptions { Folder = own.FullName, Durable = false, ConnectionsMax = 400 },
            NullLogger.Instance,
            TimeProvider.System,
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => postgres.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return postgres;
    }

    /// <summary>
    /// In memory where there is room: a database is three hundred files, and making and deleting them took a fifth of the whole run on a disk.
    /// </summary>
    private static string Place()
    {
        var memory = new DirectoryInfo("/dev/shm");
        return memory.Exists && new DriveInfo(memory.FullName).AvailableFreeSpace > MemoryMin ? memory.FullName : Path.GetTempPath();
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
