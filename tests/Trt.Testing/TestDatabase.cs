using Npgsql;
using Trt.Infrastructure.Persistence;

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

    /// <summary>As somebody who may do anything: what happens past the shop.</summary>
    public string ConnectionString { get; }

    /// <summary>As the shop, with the rights that it needs and no others.</summary>
    public string ShopConnectionString => new NpgsqlConnectionStringBuilder(ConnectionString)
    {
        Username = ShopRole.Name,
        Password = TestCluster.ShopPassword,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        foreach (var address in new[] { ConnectionString, ShopConnectionString })
        {
            await using var connection = new NpgsqlConnection(address);
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
