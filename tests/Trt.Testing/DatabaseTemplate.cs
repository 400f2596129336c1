using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Testing;

/// <summary>
/// A database that is prepared once for all tests of the process, and copied for each: file by file, which is four times as fast as through the
/// write-ahead log. One copy is always made ahead, while the test before it runs.
/// </summary>
/// <param name="migrate">Gets a connection string and makes the tables behind it.</param>
public sealed class DatabaseTemplate(Func<string, Task> migrate)
{
    /// <summary>Every database of a shop is a copy of this one.</summary>
    public static readonly DatabaseTemplate OfShop = new(async connectionString =>
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await DatabaseSetup.Prepare(source, TestCluster.ShopPassword, CancellationToken.None);
    });

    public static readonly DatabaseTemplate Empty = new(_ => Task.CompletedTask);

    private static int _last;

    private readonly Lock _once = new();
    private Task<string>? _prepared;
    private Task<TestDatabase>? _ahead;

    public Task<TestDatabase> Create()
    {
        var ahead = Interlocked.Exchange(ref _ahead, null) ?? Copy();
        return ThenMakeOneAhead(ahead);
    }

    private async Task<TestDatabase> ThenMakeOneAhead(Task<TestDatabase> ahead)
    {
        var database = await ahead;
        _ = Interlocked.CompareExchange(ref _ahead, Copy(), null);
        return database;
    }

    private async Task<TestDatabase> Copy()
    {
        var template = await Prepared();
        var name = $"test_{Interlocked.Increment(ref _last)}";
        await TestCluster.Execute($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        return new TestDatabase(name, (await TestCluster.Postgres).ConnectionString(name));
    }

    private Task<string> Prepared()
    {
        lock (_once)
        {
            return _prepared ??= Prepare();
        }
    }

    private async Task<string> Prepare()
    {
        var name = $"template_{Interlocked.Increment(ref _last)}";
        await TestCluster.Execute($"CREATE DATABASE {name}");
        var connectionString = (await TestCluster.Postgres).ConnectionString(name);
        await migrate(connectionString);
        // A database with connections cannot be copied.
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return name;
    }
}
