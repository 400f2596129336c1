using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.PrivatePostgres;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class PrivateServerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("trt-private-postgres-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_fresh_folder_becomes_a_server_that_only_this_machine_and_only_this_program_can_use()
    {
        await using var postgres = await Start();

        (await Ask(postgres, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        (await Ask(postgres, "SHOW fsync")).ShouldBe("off");
        (await Ask(postgres, "SELECT upper('привет')")).ShouldBe("ПРИВЕТ", "the database knows Cyrillic letters");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(postgres.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        (await Should.ThrowAsync<PostgresException>(() => Ask(stranger.ConnectionString, "SELECT 1")))
            .SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Test]
    public async Task A_server_keeps_what_it_was_told_and_stops_with_the_program()
    {
        string first;
        await using (var postgres = await Start(durable: true))
        {
            first = Unpooled(await postgres.EnsureDatabase("shop", CancellationToken.None));
            await Ask(first, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('слово'); SELECT 1");
        }
        await Should.ThrowAsync<NpgsqlException>(() => Ask(first, "SELECT 1"));

        await using var again = await Start(durable: true);
        (await Ask(await again.EnsureDatabase("shop", CancellationToken.None), "SELECT word FROM kept")).ShouldBe("слово");
    }

    [Test]
    public async Task After_kill_9_the_server_goes_too_and_the_next_start_finds_everything()
    {
        using var program = await StartProgram();
        await Ask(program.Connection, "CREATE TABLE kept AS SELECT 7 AS number; SELECT 1");
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture));

        program.Process.Kill();
        await HasEnded(server);

        await using var postgres = await Start(durable: true);
        (await Ask(postgres, "SELECT number FROM kept")).ShouldBe(7);
        postgres.IsOwner.ShouldBeTrue();
    }

    [Test]
    public async Task A_start_right_after_kill_9_does_not_stumble_over_the_server_that_is_still_ending()
    {
        using var program = await StartProgram();
        program.Process.Kill();

        await using var postgres = await Start(durable: true);
        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
        postgres.IsOwner.ShouldBeTrue();
    }

    [Test]
    public async Task A_server_that_outlived_its_program_is_stopped_and_replaced()
    {
        await using (await Start())
        {
        }
        using var orphan = Process.GetProcessById(await StartServerByHand());

        await using var postgres = await Start();

        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
        await HasEnded(orphan);
    }

    [Test]
    public async Task A_server_that_was_killed_is_started_again_where_it_was()
    {
        await using var postgres = await Start(durable: true);
        (await postgres.Revive(CancellationToken.None)).ShouldBeFalse("it lives");
        var address = postgres.ConnectionString("postgres");
        await Ask(postgres, "CREATE TABLE kept AS SELECT 7 AS number; SELECT 1");
        using (var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture)))
        {
            server.Kill();
            await HasEnded(server);
        }

        await Eventually.Holds("it is started again", async () =>
        {
            try
            {
                return await postgres.Revive(CancellationToken.None);
            }
            catch (PrivatePostgresException)
            {
                // What is left of the killed one is still ending.
                return false;
            }
        });

        postgres.ConnectionString("postgres").ShouldBe(address);
        (await Ask(postgres, "SELECT number FROM kept")).ShouldBe(7);
    }

    [Test]
    public async Task Two_starts_at_once_share_one_server()
    {
        var both = await Task.WhenAll(Start(), Start());

        both.Count(postgres => postgres.IsOwner).ShouldBe(1);
        both[0].ConnectionString("postgres").ShouldBe(both[1].ConnectionString("postgres"));
        await both.Single(postgres => !postgres.IsOwner).DisposeAsync();
        var owner = both.Single(postgres => postgres.IsOwner);
        (await Ask(owner, "SELECT 1")).ShouldBe(1, "a guest leaves the server running");
        await owner.DisposeAsync();
    }

    [Test]
    public async Task A_folder_with_blanks_and_other_letters_is_a_folder_like_any_other()
    {
        // The server's user must be able to pass through, or the data would be put elsewhere.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute);
        }

        var wanted = Path.Combine(_folder, "мои данные 'и' \"всё\" $HOME");
        await using var postgres = await Start(wanted);
        postgres.Folder.ShouldBe(wanted);
        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_pid_file_of_a_process_that_is_no_more_is_no_obstacle()
    {
        await using (await Start())
        {
        }
        await File.WriteAllTextAsync(PidFile, "4194000\nwherever\n0\n5432\n\n\n\n");
        await using var postgres = await Start();
        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_pid_file_whose_number_now_belongs_to_a_stranger_leaves_the_stranger_alone()
    {
        await using (await Start())
        {
        }
        var user = await ServerUser.Choose(Path.Combine(_folder, "data"), CancellationToken.None);
        using var stranger = Process.Start(user.Companion("/bin/sleep", ["600"]))!;
        await File.WriteAllTextAsync(PidFile, $"{stranger.Id}\nwherever\n0\n5432\n\n\n\n");

        await using var postgres = await Start();

        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Test]
    public async Task A_start_that_was_killed_while_making_the_data_begins_anew()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "lock"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder, "data.new", "PG_VERSION"), "15");
        await using var postgres = await Start();
        (await Ask(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task The_server_does_not_hear_the_Ctrl_C_that_is_meant_for_the_program()
    {
        await using var postgres = await Start();
        var server = int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);
        ProcessGroup(server).ShouldNotBe(ProcessGroup(Environment.ProcessId));
    }

    [Test]
    public async Task Missing_binaries_are_one_clear_message_with_what_to_type()
    {
        var options = new PrivatePostgresOptions { Folder = _folder, Binaries = Path.Combine(_folder, "nothing") };
        var missing = await Start(options).ShouldThrowAsync<PrivatePostgresException>();
        missing.Message.ShouldContain("PostgreSQL was not found");
        missing.Message.ShouldContain("apt-get install postgresql");
        missing.Message.ShouldContain("DATABASE_URL");
    }

    [Test]
    public async Task Data_of_a_version_that_is_not_installed_are_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "lock"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "PG_VERSION"), "9\n");
        var refusal = await Start().ShouldThrowAsync<PrivatePostgresException>();
        refusal.Message.ShouldContain("made by PostgreSQL 9");
    }

    [Test]
    public async Task A_server_that_does_not_come_up_says_its_last_words()
    {
        await using (await Start())
        {
        }
        File.Delete(Path.Combine(_folder, "data", "global", "pg_control"));
        var refusal = await Start().ShouldThrowAsync<PrivatePostgresException>();
        refusal.Message.ShouldContain("did not start");
        refusal.Message.ShouldContain("pg_control");
    }

    [Test]
    public async Task A_folder_that_holds_something_else_is_not_taken()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "diary.txt"), "mine");
        (await Start().ShouldThrowAsync<PrivatePostgresException>()).Message.ShouldContain("holds something else");
    }

    [Test]
    public async Task A_folder_that_the_servers_user_cannot_reach_is_replaced_by_one_that_it_can()
    {
        Assume.That(Environment.IsPrivilegedProcess, "only root steps down to another user");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var closed = Path.Combine(_folder, "clone", ".data");

        string elsewhere;
        await using (var postgres = await Start(closed))
        {
            elsewhere = postgres.Folder;
            elsewhere.ShouldStartWith("/var/lib/trt/");
            await Ask(postgres, "CREATE TABLE kept (); SELECT 1");
        }
        await using (var again = await Start(closed))
        {
            (await Ask(again, "SELECT count(*) FROM kept")).ShouldBe(0, "the same wish leads to the same place");
        }

        Directory.Delete(elsewhere, recursive: true);
    }

    private string PidFile => Path.Combine(_folder, "data", "postmaster.pid");

    private Task<PrivateServer> Start(string? folder = null, bool durable = false) =>
        Start(new PrivatePostgresOptions { Folder = folder ?? _folder, Durable = durable });

    private static Task<PrivateServer> Start(PrivatePostgresOptions options) =>
        PrivateServer.Start(options, NullLogger.Instance, TimeProvider.System, CancellationToken.None);

    private static Task<object?> Ask(PrivateServer postgres, string sql) => Ask(postgres.ConnectionString("postgres"), sql);

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private async Task<HeldProgram> StartProgram()
    {
        var command = new ProcessStartInfo("dotnet", [typeof(PrivateServerTests).Assembly.Location, _folder]) { RedirectStandardOutput = true };
        var process = Process.Start(command)!;
        var connection = await process.StandardOutput.ReadLineAsync();
        return new HeldProgram(process, connection.ShouldNotBeNull("the program has started its server"));
    }

    /// <summary>As it would be left by a program on a system whose kernel does not end the server.</summary>
    private async Task<int> StartServerByHand()
    {
        var data = Path.Combine(_folder, "data");
        var user = await ServerUser.Choose(data, CancellationToken.None);
        var binaries = await PostgresBinaries.Find(new PrivatePostgresOptions { Folder = _folder }, dataMajor: null, CancellationToken.None);
        var (exit, text) = await user.Run(
            binaries.Control,
            ["start", "-D", data, "-w", "-l", Path.Combine(_folder, "by-hand.log"), "-o", "-c listen_addresses=127.0.0.1 -c port=54329 -c unix_socket_directories="],
            CancellationToken.None);
        exit.ShouldBe(0, text);
        return int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);
    }

    private static async Task HasEnded(Process process)
    {
        using var patience = new CancellationTokenSource(Soon, TimeProvider.System);
        await process.WaitForExitAsync(patience.Token);
    }

    private static string ProcessGroup(int processId) => File.ReadAllText($"/proc/{processId}/stat").Split(") ")[^1].Split(' ')[2];

    private sealed record HeldProgram(Process Process, string Connection) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.WaitForExit();
            Process.Dispose();
        }
    }
}
