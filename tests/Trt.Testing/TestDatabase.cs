using Npgsql;

namespace Trt.Testing;

/// <summary>A database for one test, gone when the test is over.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lock Order = new();
    private static Task _dropped = Task.CompletedTask;

    private readonly string _name;

    internal TestDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        lock (Order)
        {
            if (_dropped.IsFaulted)
            {
                _dropped.GetAwaiter().GetResult();
            }

            _dropped = Drop(_dropped);
        }
    }

    /// <summary>Nobody waits for it: one after the other, while the next tests run. A failure is met by the test behind it.</summary>
    private async Task Drop(Task before)
    {
        await before;
        await TestCluster.Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }
}
