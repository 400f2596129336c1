using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>Two servers, the second a synchronous standby of the first.</summary>
public sealed class FailoverTests
{
    private const int Writers = 4;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("trt-failover-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>F33, and the answer "don't know": what was not acknowledged may be there or not, what was is.</summary>
    [Test]
    [CancelAfter(120_000)]
    public async Task A_primary_that_is_killed_loses_no_acknowledged_money_and_the_shop_goes_on_at_the_promoted_standby()
    {
        await using var primary = await Start("first");
        await primary.EnsureDatabase("shop", CancellationToken.None);
        await using var standby = await StandbyOf(primary);
        await Ask(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await Ask(primary, "SELECT pg_reload_conf()");
        await Eventually.Holds("the standby is synchronous", async () => await Ask(primary, "SELECT sync_state FROM pg_stat_replication") is "sync");

        await using var database = new Database(NullLoggerFactory.Instance, TimeProvider.System);
        await database.Open(DatabaseAddress.Parse(BothOf(primary, standby)), "", isDurable: true, CancellationToken.None);
        await using var probe = database.Probe();
        (await probe.Ask(50, CancellationToken.None)).ShouldBeNull();

        await using (var command = database.Source.CreateCommand("INSERT INTO wallets (user_id, available, reserved) VALUES (1, 100, 0)"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var (acknowledged, isEnough) = (new ConcurrentQueue<string>(), false);
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; !Volatile.Read(ref isEnough); number++)
            {
                if (await IsBooked(database, $"{writer}:{number}"))
                {
                    acknowledged.Enqueue($"{writer}:{number}");
                }
            }
        })).ToList();

        await Eventually.Holds("money is booked", () => acknowledged.Count > 200);
        using (var server = Process.GetProcessById(ServerIn(primary)))
        {
            server.Kill();
        }

        await Eventually.Holds("the database is away", async () => await probe.Ask(5, CancellationToken.None) is not null);
        var before = acknowledged.Count;
        (await Ask(standby, "SELECT pg_promote(true, 30)")).ShouldBe(true);
        await Eventually.Holds("money is booked again", () => acknowledged.Count > before + 100);
        Volatile.Write(ref isEnough, true);
        await Task.WhenAll(writing);

        await Eventually.Holds("the database is there", async () => await probe.Ask(50, CancellationToken.None) is null);
        var kept = new HashSet<string>();
        await using var books = database.Source.CreateCommand("SELECT reference FROM ledger_entries");
        await using var rows = await books.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            kept.Add(rows.GetString(0));
        }

        acknowledged.Except(kept).ShouldBeEmpty();
    }

    /// <summary>Anything but an absence would be a fault of ours.</summary>
    private static async Task<bool> IsBooked(Database database, string reference)
    {
        try
        {
            await using var command = database.Source.CreateCommand(
                $"""
                INSERT INTO ledger_entries (id, user_id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
                VALUES (gen_random_uuid(), 1, 'Deposit', 100, 0, 100, 0, '{reference}', 'test', 'test', now())
                """);
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            return false;
        }
    }

    private Task<PrivateServer> Start(string name) => PrivateServer.Start(
        new PrivatePostgresOptions { Folder = Path.Combine(_folder, name) }, NullLogger.Instance, TimeProvider.System, CancellationToken.None);

    /// <summary>A copy of the primary's data, which follows it from there on.</summary>
    private async Task<PrivateServer> StandbyOf(PrivateServer primary)
    {
        var settings = new NpgsqlConnectionStringBuilder(primary.ConnectionString("postgres"));
        var folder = await ClusterFolder.Open(Path.Combine(_folder, "second"), CancellationToken.None);
        var programs = (string)(await Ask(primary, "SELECT setting FROM pg_config WHERE name = 'BINDIR'"))!;
        var (exit, text) = await folder.User.Run(
            Path.Combine(programs, "pg_basebackup"),
            ["-d", $"host=127.0.0.1 port={settings.Port} user={settings.Username} password={settings.Password}", "-D", folder.Data, "-R", "-X", "stream", "-c", "fast"],
            CancellationToken.None);
        exit.ShouldBe(0, text);
        File.Copy(Path.Combine(primary.Folder, "password"), folder.PasswordFile);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "lock"), "");
        return await Start("second");
    }

    private static string BothOf(PrivateServer first, PrivateServer second)
    {
        var (one, two) = (new NpgsqlConnectionStringBuilder(first.ConnectionString("shop")), new NpgsqlConnectionStringBuilder(second.ConnectionString("shop")));
        return $"postgres://{one.Username}:{one.Password}@127.0.0.1:{one.Port},127.0.0.1:{two.Port}/shop";
    }

    private static int ServerIn(PrivateServer server) => int.Parse(
        File.ReadLines(Path.Combine(server.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task<object?> Ask(PrivateServer server, string question)
    {
        await using var connection = new NpgsqlConnection($"{server.ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync();
    }
}
