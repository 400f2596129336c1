using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>
/// A PostgreSQL of our own for whoever has none: made on the first start, listening on loopback only, ending with the program.
/// A second program on the same folder is a guest at the first one's server.
/// </summary>
public sealed partial class PrivateServer : IAsyncDisposable
{
    private const string Superuser = "trt";
    private const string MaintenanceDatabase = "postgres";
    private const int PortAttempts = 5;

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(30);

    private readonly ClusterFolder _folder;
    private readonly ClusterPrograms _programs;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private FileStream? _lock;
    private ServerProcess? _server;
    private string _password = "";
    private int _port;

    private PrivateServer(ClusterFolder folder, ClusterPrograms programs, ILogger logger, TimeProvider time)
    {
        _folder = folder;
        _programs = programs;
        _logger = logger;
        _time = time;
    }

    /// <summary>False for a guest at the server of another program.</summary>
    public bool IsOwner => _lock is not null;

    /// <summary>Where the data really are: not where they were wanted when the server's user cannot reach that.</summary>
    public string Folder => _folder.Root;

    /// <exception cref="PrivatePostgresException">Says what is missing and what to do.</exception>
    public static async Task<PrivateServer> Start(
        PrivatePostgresOptions options, ILogger logger, TimeProvider time, CancellationToken token)
    {
        var folder = await ClusterFolder.Open(options.Folder, token);
        var binaries = await PostgresBinaries.Find(options, folder.DataMajor, token);
        var postgres = new PrivateServer(folder, new ClusterPrograms(folder, binaries, options, logger), logger, time);
        try
        {
            await postgres.StartOrJoin(token);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }

        return postgres;
    }

    /// <summary>As its owner, who may do anything.</summary>
    public string ConnectionString(string database) => ConnectionString(database, Superuser, _password);

    public string ConnectionString(string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = _port,
        Username = role,
        Password = password,
        Database = database,
    }.ConnectionString;

    /// <summary>Follows from the one that is kept, so that every program on this folder knows it; from it nothing follows back.</summary>
    public string PasswordOf(string role) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_password), Encoding.UTF8.GetBytes(role)));

    /// <summary>Makes the database unless it is there.</summary>
    public async Task<string> EnsureDatabase(string database, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(Maintenance());
        await connection.OpenAsync(token);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = database } },
        };
        if (await exists.ExecuteScalarAsync(token) is null)
        {
            var name = database.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
            try
            {
                await create.ExecuteNonQueryAsync(token);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                LogCreatedMeanwhile(_logger, database);
            }
        }

        return ConnectionString(database);
    }

    /// <summary>
    /// Starts the server again when it has ended, at the same port, so that everybody finds it where it was. A guest takes over from a
    /// program that has ended with it.
    /// </summary>
    /// <returns>False when there was nothing to do: it lives, or another program sees to it.</returns>
    /// <exception cref="PrivatePostgresException">It does not start; tried again later it may.</exception>
    public async Task<bool> Revive(CancellationToken token)
    {
        if (_server is { Exited.IsCompleted: false })
        {
            return false;
        }

        _lock ??= _folder.TryLock();
        if (_lock is null)
        {
            return false;
        }

        await _programs.RemoveRemainsOfAKilledProgram(token);
        if (!await TryStart(_port, _time.GetUtcNow() + StartWithin, token))
        {
            throw new PrivatePostgresException($"The port {_port} of the PostgreSQL in {_folder.Root} is taken by another program.");
        }

        LogRevived(_logger, _port);
        return true;
    }

    /// <summary>Lets transactions in progress go, writes what is committed, and ends. A guest leaves the server running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is { } server && !server.Exited.IsCompleted)
        {
            await _programs.Stop(CancellationToken.None);
            await server.Exited;
        }

        _server = null;
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }

        _lock = null;
    }

    private async Task StartOrJoin(CancellationToken token)
    {
        var deadline = _time.GetUtcNow() + StartWithin;
        while (true)
        {
            _lock = _folder.TryLock();
            if (_lock is not null)
            {
                await StartOwn(deadline, token);
                return;
            }

            if (await TryJoin(token))
            {
                LogJoined(_logger, _folder.Root);
                return;
            }

            if (_time.GetUtcNow() > deadline)
            {
                throw new PrivatePostgresException(
                    $"Another program holds {_folder.Root}, but its PostgreSQL does not answer. "
                    + "Stop that program, or choose another folder.");
            }

            await Task.Delay(AskAgainAfter, _time, token);
        }
    }

    private async Task<bool> TryJoin(CancellationToken token)
    {
        if (PidFile.Read(_folder.PidFile) is not { Port: { } port } || !File.Exists(_folder.PasswordFile))
        {
            return false;
        }

        _port = port;
        _password = await _folder.Password(token);
        return await Answers(token);
    }

    private async Task StartOwn(DateTimeOffset deadline, CancellationToken token)
    {
        await _programs.RemoveRemainsOfAKilledProgram(token);
        if (!_folder.HasData)
        {
            await _programs.Initialise(Superuser, token);
        }

        _password = await _folder.Password(token);
        for (var attempt = 1; !await TryStart(FreePort(), deadline, token); attempt++)
        {
            if (attempt == PortAttempts)
            {
                throw new PrivatePostgresException($"No free port was found for PostgreSQL. {LastWords()}");
            }
        }

        LogStarted(_logger, _programs.Major, _port, _folder.Root);
    }

    /// <returns>False when somebody took the port meanwhile.</returns>
    private async Task<bool> TryStart(int port, DateTimeOffset deadline, CancellationToken token)
    {
        _port = port;
        _server = await ServerProcess.Start(_programs.Server(_port), _logger);
        while (!await Answers(token))
        {
            if (_server.Exited.IsCompleted)
            {
                return _server.LastWords.Contains("could not bind", StringComparison.Ordinal)
                    ? false
                    : throw new PrivatePostgresException($"PostgreSQL did not start in {_folder.Root}. {LastWords()}");
            }

            if (_time.GetUtcNow() > deadline)
            {
                throw new PrivatePostgresException(
                    $"PostgreSQL was not ready within {StartWithin.TotalSeconds} s. {LastWords()}");
            }

            await Task.Delay(AskAgainAfter, _time, token);
        }

        return true;
    }

    private async Task<bool> Answers(CancellationToken token)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Maintenance());
            await connection.OpenAsync(token);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new PrivatePostgresException($"The password in {_folder.PasswordFile} is not the one of the data beside it.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string LastWords() => $"Its last words:{Environment.NewLine}{_server?.LastWords}";

    private string Maintenance() =>
        new NpgsqlConnectionStringBuilder(ConnectionString(MaintenanceDatabase)) { Pooling = false }.ConnectionString;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL {Version} runs on 127.0.0.1:{Port}, data in {Folder}")]
    private static partial void LogStarted(ILogger logger, int version, int port, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private PostgreSQL had ended and runs again on 127.0.0.1:{Port}")]
    private static partial void LogRevived(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Joined the private PostgreSQL that another program runs in {Folder}")]
    private static partial void LogJoined(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Database {Database} was created by another program meanwhile")]
    private static partial void LogCreatedMeanwhile(ILogger logger, string database);
}
