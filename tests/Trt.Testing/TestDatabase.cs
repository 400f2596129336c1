using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Testing;

/// <summary>A database for one test, gone when the test is over.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
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
        Username = ShopRole.Name, Password = TestCluster.ShopPassword,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        foreach (var address in new[] { ConnectionString, ShopConnectionString })
        {
            await using var connection = new NpgsqlConnection(address);
            NpgsqlConnection.ClearPool(connection);
        }

        await TestCluster.Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }
}
