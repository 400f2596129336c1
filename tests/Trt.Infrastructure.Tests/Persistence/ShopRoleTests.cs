using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>
/// S37, S38: what the shop may do to its own database. That it is enough is shown by every story and every use case: they all run as
/// this role.
/// </summary>
public sealed class ShopRoleTests
{
    [TestCase("SET session_replication_role = replica")]
    [TestCase("UPDATE ledger_entries SET reason = 'x'")]
    [TestCase("DELETE FROM ledger_entries")]
    [TestCase("TRUNCATE ledger_entries")]
    [TestCase("ALTER TABLE ledger_entries DISABLE TRIGGER ALL")]
    [TestCase("DROP TABLE wallets")]
    [TestCase("CREATE TABLE mine (id int)")]
    [TestCase("UPDATE free_bank_entries SET reason = 'x'")]
    [TestCase("DELETE FROM audit_entries")]
    [TestCase("""DELETE FROM "__EFMigrationsHistory" """)]
    [TestCase("CREATE ROLE mighty SUPERUSER")]
    [TestCase("SELECT pg_read_file('postgresql.conf')")]
    [TestCase("COPY wallets TO PROGRAM 'cat'")]
    public async Task It_is_refused(string statement)
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var shop = NpgsqlDataSource.Create(database.ShopConnectionString);
        await using var command = shop.CreateCommand(statement);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    /// <summary>Data of a build that worked as the superuser, too.</summary>
    [Test]
    public async Task The_private_server_gives_the_shop_this_role_and_adopts_data_of_before()
    {
        var folder = Directory.CreateTempSubdirectory("trt-role-").FullName;
        try
        {
            await using (var before = await PrivateServer.Start(
                new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Durable = false },
                NullLogger.Instance, TimeProvider.System, CancellationToken.None))
            {
                await using var owner = NpgsqlDataSource.Create(await before.EnsureDatabase("trt", CancellationToken.None));
                await DatabaseSetup.Migrate(owner, CancellationToken.None);
                await using var write = owner.CreateCommand("INSERT INTO settings (name, value, changed_at, changed_by) VALUES ('kept', 'x', now(), 'test')");
                await write.ExecuteNonQueryAsync();
            }

            for (var start = 0; start < 2; start++)
            {
                await using var database = new Database(NullLoggerFactory.Instance, TimeProvider.System);
                await database.Open(address: null, folder, isDurable: false, CancellationToken.None);
                (await Ask(database, "SELECT current_user::text || ' ' || rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe("trt_shop false");
                (await Ask(database, "SELECT value FROM settings WHERE name = 'kept'")).ShouldBe("x");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<object?> Ask(Database database, string question)
    {
        await using var command = database.Source.CreateCommand(question);
        return await command.ExecuteScalarAsync();
    }
}
