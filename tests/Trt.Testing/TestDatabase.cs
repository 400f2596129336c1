using Npgsql;

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

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await TestCluster.Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }
}
