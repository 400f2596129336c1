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
    private const string Name = "trt";

    private PrivateServer? _own;
    private NpgsqlDataSource? _source;
    private PooledDbContextFactory<TrtDbContext>? _contexts;

    public NpgsqlDataSource Source => _source ?? throw new DatabaseClosedException();

    /// <summary>Whether the private server of this folder is up, so that a guest can come without starting one.</summary>
    public static bool IsOwnRunning(string dataFolder) => ClusterFolder.IsInUse(OwnFolder(dataFolder));

    /// <summary>True when it is not there or breaks off for a moment: the same again may go well. False for what it refuses.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        DatabaseClosedException => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException => true,
        _ => exception.InnerException is { } inner && IsAway(inner),
    };

    /// <summary>Safe to call again after a failure.</summary>
    /// <param name="address">Null starts a private server in <paramref name="dataFolder"/>.</param>
    /// <exception cref="UnfitDatabaseException">Another try does not help; the message says what to do.</exception>
    public async Task Open(DatabaseAddress? address, string dataFolder, bool isDurable, CancellationToken token)
    {
        var source = Named(Tuned(address?.ConnectionString ?? await StartOwn(dataFolder, isDurable, token)));
        try
        {
            await DatabaseSetup.Migrate(source, token);
        }
        catch (UnfitDatabaseException unfit)
        {
            await source.DisposeAsync();
            throw new UnfitDatabaseException($"{unfit.Message} Nothing was changed. {WayToAnEmptyOne()}", unfit);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }

        _contexts = new PooledDbContextFactory<TrtDbContext>(DatabaseSetup.Options(source, interceptors ?? []));
        _source = source;
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

    internal TrtDbContext CreateContext() => _contexts?.CreateDbContext() ?? throw new DatabaseClosedException();

    private async Task<string> StartOwn(string folder, bool isDurable, CancellationToken token)
    {
        _own ??= await PrivateServer.Start(
            new PrivatePostgresOptions { Folder = OwnFolder(folder), Durable = isDurable },
            loggers.CreateLogger<PrivateServer>(),
            time,
            token);
        return await _own.EnsureDatabase(Name, token);
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

    private static string OwnFolder(string dataFolder) => Path.Combine(dataFolder, "postgres");

    /// <summary>Prepared statements, and a pool that fits the machine: more connections than hands make everything slower.</summary>
    private static string Tuned(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Math.Clamp(Environment.ProcessorCount * 8, 16, 64);
        }

        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 100 : settings.MaxAutoPrepare;
        // Nothing here leaves a trace in a session, so that each loan need not begin with wiping it.
        settings.NoResetOnClose = true;
        settings.ApplicationName ??= Name;
        return settings.ConnectionString;
    }
}

/// <summary>The database is not open (yet, or any more).</summary>
public sealed class DatabaseClosedException() : InvalidOperationException("The database is not open");
