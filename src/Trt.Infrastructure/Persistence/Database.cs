using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Infrastructure.Persistence;

/// <summary>The one way to the database. It is opened after the port, so that a slow database never hides a living program.</summary>
/// <param name="interceptors">Whoever stands between; in the shop nobody does.</param>
public sealed class Database(ILoggerFactory loggers, TimeProvider time, IEnumerable<IInterceptor>? interceptors = null) : IAsyncDisposable
{
    /// <summary>Of the database that is ours, and what the server knows our connections by.</summary>
    internal const string Name = "trt";

    /// <summary>Two shops, their watches and an operator's command fit into the 100 that PostgreSQL grants as it comes.</summary>
    private const int ConnectionsMax = 40;

    /// <summary>For a free one of the pool, and for a new one to come about.</summary>
    private static readonly TimeSpan WaitForConnection = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Beside what the driver calls transient: whatever an operator or a supervisor ends (57…), a server that is a standby now (25006).
    /// </summary>
    private static readonly string[] StatesOfAbsence = ["08", "53", "57", "58", PostgresErrorCodes.ReadOnlySqlTransaction];

    /// <summary>What may take longer (tables, the proof of money, migrations) says so itself.</summary>
    private static readonly TimeSpan WaitForAnswer = TimeSpan.FromSeconds(10);

    private PrivateServer? _own;
    private string? _address;
    private NpgsqlDataSource? _source;
    private PooledDbContextFactory<TrtDbContext>? _contexts;

    public NpgsqlDataSource Source => _source ?? throw new DatabaseClosedException();

    /// <summary>Whether the private server of this folder is up, so that a guest can come without starting one.</summary>
    public static bool IsOwnRunning(string dataFolder) => ClusterFolder.IsInUse(OwnFolder(dataFolder));

    /// <summary>True when it is not there or breaks off for a moment: the same again may go well. False for what it refuses.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        DatabaseClosedException => true,
        PostgresException refused => refused.IsTransient || StatesOfAbsence.Any(refused.SqlState.StartsWith) || HasBrokenOff(refused),
        NpgsqlException => true,
        AggregateException several => several.InnerExceptions.Any(IsAway),
        _ => exception.InnerException is { } inner && IsAway(inner),
    };

    /// <summary>An inner trouble that ended the session, as a full disk does to a new one: whoever comes next may be let in.</summary>
    private static bool HasBrokenOff(PostgresException refused) =>
        refused.SqlState == PostgresErrorCodes.InternalError && refused.InvariantSeverity is "FATAL" or "PANIC";

    /// <summary>True when it answers and has no room to write anything down.</summary>
    public static bool IsFull(Exception exception) => exception switch
    {
        PostgresException refused => refused.SqlState == PostgresErrorCodes.DiskFull,
        _ => exception.InnerException is { } inner && IsFull(inner),
    };

    /// <summary>Safe to call again after a failure.</summary>
    /// <param name="address">Null starts a private server in <paramref name="dataFolder"/>.</param>
    /// <exception cref="UnfitDatabaseException">Another try does not help; the message says what to do.</exception>
    public async Task Open(DatabaseAddress? address, string dataFolder, bool isDurable, CancellationToken token)
    {
        var tuned = Tuned(address?.ConnectionString ?? await OpenOwn(dataFolder, isDurable, token));
        var source = Named(tuned);
        try
        {
            await Advised(() => DatabaseSetup.Migrate(source, token));
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }

        _contexts = new PooledDbContextFactory<TrtDbContext>(DatabaseSetup.Options(source, interceptors ?? []));
        (_address, _source) = (tuned, source);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    /// <summary>A way to ask whether it is there that needs nothing of the pool.</summary>
    public DatabaseProbe Probe() => new(_address ?? throw new DatabaseClosedException());

    /// <summary>For one long work that must not take a connection from the shop: the answer may take as long as it takes.</summary>
    internal NpgsqlDataSource Patient() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(_address ?? throw new DatabaseClosedException())
        {
            Pooling = false,
            CommandTimeout = 0,
            MaxAutoPrepare = 0,
            ApplicationName = $"{Name} backup",
        });

    /// <summary>As its owner and as it is: no table is made. For what makes all of them.</summary>
    /// <param name="address">Null means the private server of <paramref name="dataFolder"/>.</param>
    public async Task<NpgsqlDataSource> OpenAsIs(DatabaseAddress? address, string dataFolder, CancellationToken token)
    {
        var settings = new NpgsqlConnectionStringBuilder(address?.ConnectionString ?? await OwnAddress(dataFolder, isDurable: true, token))
        {
            Pooling = false,
            CommandTimeout = 0,
            ApplicationName = $"{Name} restore",
        };
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Starts the private server again when it has ended; there is nothing to do for a server of somebody else's.</summary>
    /// <exception cref="PrivatePostgresException">It does not start now.</exception>
    public async Task Revive(CancellationToken token)
    {
        if (_own is not null)
        {
            await _own.Revive(token);
        }
    }

    internal TrtDbContext CreateContext() => _contexts?.CreateDbContext() ?? throw new DatabaseClosedException();

    /// <summary>Its owner makes what the shop needs; the shop comes as somebody who may do no more than it does.</summary>
    private async Task<string> OpenOwn(string folder, bool isDurable, CancellationToken token)
    {
        await using var owner = NpgsqlDataSource.Create(await OwnAddress(folder, isDurable, token));
        var password = _own!.PasswordOf(ShopRole.Name);
        await Advised(() => DatabaseSetup.Prepare(owner, password, token));
        return _own.ConnectionString(Name, ShopRole.Name, password);
    }

    private async Task<string> OwnAddress(string folder, bool isDurable, CancellationToken token)
    {
        _own ??= await PrivateServer.Start(
            new PrivatePostgresOptions { Folder = OwnFolder(folder), Durable = isDurable },
            loggers.CreateLogger<PrivateServer>(),
            time,
            token);
        return await _own.EnsureDatabase(Name, token);
    }

    private async Task Advised(Func<Task> setUp)
    {
        try
        {
            await setUp();
        }
        catch (UnfitDatabaseException unfit)
        {
            throw new UnfitDatabaseException($"{unfit.Message} Nothing was changed. {WayToAnEmptyOne()}", unfit);
        }
    }

    private static NpgsqlDataSource Named(string connectionString)
    {
        // Without a name its metrics and spans would be labelled with the connection string.
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = Name };
        // What belongs to an update, a request or a row has a span above it; the outbox asks for work many times a second and has none.
        builder.ConfigureTracing(tracing => tracing
            .ConfigureCommandFilter(_ => Activity.Current is not null)
            .ConfigureBatchFilter(_ => Activity.Current is not null)
            .EnableFirstResponseEvent(false));
        return builder.Build();
    }

    private string WayToAnEmptyOne() => _own is null
        ? "To start empty, let DATABASE_URL name an empty database."
        : $"To start empty, stop the program and move {_own.Folder} away, or remove it if nothing in it matters.";

    internal static string OwnFolder(string dataFolder) => Path.Combine(dataFolder, "postgres");

    /// <summary>Prepared statements, and a pool that fits the machine: more connections than hands make everything slower.</summary>
    private static string Tuned(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Npgsql's own builder says that it contains every keyword it knows; this one knows what is written.
        var written = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
        if (!written.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Math.Clamp(Environment.ProcessorCount * 8, 20, ConnectionsMax);
        }

        if (!written.ContainsKey("Timeout"))
        {
            settings.Timeout = (int)WaitForConnection.TotalSeconds;
        }

        if (!written.ContainsKey("Command Timeout"))
        {
            settings.CommandTimeout = (int)WaitForAnswer.TotalSeconds;
        }

        if (!written.ContainsKey("Max Auto Prepare"))
        {
            // A pooler that hands out connections by the transaction forgets what was prepared on another one.
            settings.MaxAutoPrepare = settings.NoResetOnClose ? 0 : 100;
        }

        if (settings.Host?.Contains(',') == true)
        {
            settings.TargetSessionAttributes ??= "primary";
            // What a host is now is asked anew soon: after a promotion the shop goes on at once.
            settings.HostRecheckSeconds = written.ContainsKey("Host Recheck Seconds") ? settings.HostRecheckSeconds : 1;
        }

        // Nothing here leaves a trace in a session, so that each loan need not begin with wiping it.
        settings.NoResetOnClose = true;
        settings.ApplicationName ??= Name;
        return settings.ConnectionString;
    }
}

/// <summary>The database is not open (yet, or any more).</summary>
public sealed class DatabaseClosedException() : InvalidOperationException("The database is not open");
