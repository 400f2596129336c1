using Npgsql;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

public sealed class TestDatabaseTests
{
    [Test]
    public async Task Every_test_has_a_database_of_its_own_from_a_template_that_was_made_once()
    {
        var migrations = 0;
        var template = new DatabaseTemplate(async connectionString =>
        {
            migrations++;
            await Ask(connectionString, "CREATE TABLE notes (text text); SELECT 1");
        });

        var databases = await Task.WhenAll(template.Create(), template.Create(), template.Create());
        await Ask(databases[0].ConnectionString, "INSERT INTO notes VALUES ('mine') RETURNING 1");

        migrations.ShouldBe(1);
        (await Ask(databases[0].ConnectionString, "SELECT count(*) FROM notes")).ShouldBe(1);
        (await Ask(databases[1].ConnectionString, "SELECT count(*) FROM notes")).ShouldBe(0);

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }

        await Eventually.Holds("the database is gone", async () =>
        {
            var refusal = await Should.ThrowAsync<PostgresException>(() => Ask(databases[0].ConnectionString, "SELECT 1"));
            return refusal.SqlState == PostgresErrorCodes.InvalidCatalogName;
        });
    }

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
