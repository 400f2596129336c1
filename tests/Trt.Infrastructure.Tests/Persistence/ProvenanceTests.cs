using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>A database is asked where it comes from before anything in it is changed.</summary>
public sealed class ProvenanceTests
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    [SetUp]
    public Task Open() => Take(DatabaseTemplate.OfShop);

    [TearDown]
    public async Task Close()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task An_empty_one_gets_the_whole_schema()
    {
        var current = await Schema.Text(_source);
        await Instead(DatabaseTemplate.Empty);
        (await Migrate())[0].ShouldEndWith("_Initial");
        (await Schema.Text(_source)).ShouldBe(current);
    }

    [Test]
    public async Task One_of_this_build_is_left_as_it_is()
    {
        var memory = await Memory();
        (await Migrate()).ShouldBeEmpty();
        (await Memory()).ShouldBe(memory);
    }

    [Test]
    public async Task One_that_went_the_whole_way_to_the_first_release_is_taken_over_with_all_that_is_in_it()
    {
        await TakeOneOfBeforeTheRelease();
        await Execute("INSERT INTO wallets (user_id, available, reserved) VALUES (1, 100, 0)");
        (await Migrate()).ShouldNotContain(name => name.EndsWith("_Initial"), "its tables are there");
        var count = Provenance.BeforeTheRelease.Count;
        (await Memory())[..count].ShouldBe(Provenance.BeforeTheRelease, "the build before this one must still know it as its own");
        (await Memory())[count].ShouldEndWith("_Initial");
        (await Migrate()).ShouldBeEmpty();
        (await Scalar("SELECT available FROM wallets")).ShouldBe(100L);
    }

    [Test]
    public async Task Several_instances_take_it_over_once()
    {
        await TakeOneOfBeforeTheRelease();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrate()));
        (await Memory()).ShouldBeUnique();
        (await Memory()).Count(name => name == "20261128164946_Initial").ShouldBe(1);
    }

    [TestCase(1)]
    [TestCase(10)]
    public async Task One_that_stopped_on_the_way_is_not_touched_and_the_way_on_is_told(int migrations)
    {
        await Instead(DatabaseTemplate.Empty);
        await Execute("""CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL)""");
        await Remember(Provenance.BeforeTheRelease.Take(migrations));
        var before = await Schema.Text(_source);
        var refusal = await Refusal();
        refusal.ShouldContain($"at {Provenance.BeforeTheRelease[migrations - 1]}");
        refusal.ShouldContain("./trt migrate");
        refusal.ShouldContain("DATABASE_URL");
        (await Schema.Text(_source)).ShouldBe(before);
    }

    [Test]
    public async Task One_that_a_newer_build_has_added_to_is_welcome()
    {
        await Execute("ALTER TABLE wallets ADD COLUMN of_tomorrow text");
        await Remember([.. await Memory(), "20991231235959_Tomorrow"]);
        (await Migrate()).ShouldBeEmpty();
        (await Memory())[^1].ShouldBe("20991231235959_Tomorrow");
    }

    [Test]
    public async Task The_memory_of_another_program_is_refused()
    {
        await Remember(["20200101000000_Warehouse"]);
        (await Refusal()).ShouldContain("belongs to another program: it remembers the migration 20200101000000_Warehouse");
    }

    [Test]
    public async Task Tables_of_another_program_with_our_names_are_refused_by_name()
    {
        await Instead(DatabaseTemplate.Empty);
        await Execute("CREATE TABLE users (id int); CREATE TABLE pauses (id int)");
        (await Refusal()).ShouldContain("(pauses, users)");
        (await Scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(2L);
    }

    [Test]
    public async Task Other_tables_may_live_beside_ours()
    {
        await Instead(DatabaseTemplate.Empty);
        await Execute("CREATE TABLE lodger (id int)");
        (await Migrate())[0].ShouldEndWith("_Initial");
    }

    /// <summary>What a developer meets who comes back after a while.</summary>
    [Test]
    public async Task The_folder_of_a_private_server_is_named_as_what_may_be_moved_away()
    {
        // Not closed as a folder for us alone would be: the server's user has to pass through.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"trt-old-data-{Path.GetRandomFileName()}")).FullName;
        try
        {
            await using (await OpenOwn(folder))
            {
            }

            await RememberInside(folder);

            var refusal = await Should.ThrowAsync<UnfitDatabaseException>(() => OpenOwn(folder));
            refusal.Message.ShouldContain($"move {folder}/postgres away");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As its owner: the shop's own role may not.</summary>
    private static async Task RememberInside(string folder)
    {
        var options = new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Durable = false };
        await using var server = await PrivateServer.Start(options, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("trt"));
        await using var command = source.CreateCommand(Remembering(Provenance.BeforeTheRelease.Take(3)));
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Database> OpenOwn(string folder)
    {
        var database = new Database(NullLoggerFactory.Instance, TimeProvider.System);
        try
        {
            await database.Open(address: null, folder, isDurable: false, CancellationToken.None);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private Task<IReadOnlyList<string>> Migrate() => DatabaseSetup.Migrate(_source, CancellationToken.None);

    /// <summary>What the operator reads.</summary>
    private async Task<string> Refusal()
    {
        await using var database = new Database(NullLoggerFactory.Instance, TimeProvider.System);
        var open = () => database.Open(DatabaseAddress.Parse(_database.ConnectionString), "", isDurable: false, CancellationToken.None);
        var refusal = await Should.ThrowAsync<UnfitDatabaseException>(open);
        refusal.Message.ShouldContain("Nothing was changed.");
        return refusal.Message;
    }

    private Task Remember(IEnumerable<string> migrations) => Execute(Remembering(migrations));

    /// <summary>These, and nothing else.</summary>
    private static string Remembering(IEnumerable<string> migrations)
    {
        var rows = string.Join(", ", migrations.Select(migration => $"('{migration}', '10.0.0')"));
        return $"""DELETE FROM "__EFMigrationsHistory"; INSERT INTO "__EFMigrationsHistory" VALUES {rows}""";
    }

    private async Task<List<string>> Memory()
    {
        await using var command = _source.CreateCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""");
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    /// <summary>The tables as the first release has them, under the old names.</summary>
    private async Task TakeOneOfBeforeTheRelease()
    {
        await Instead(DatabaseTemplate.Empty);
        await using (var context = new TrtDbContext(DatabaseSetup.Options(_source, [])))
        {
            await context.Database.MigrateAsync(context.Database.GetMigrations().First());
        }

        await Remember(Provenance.BeforeTheRelease);
    }

    private async Task Instead(DatabaseTemplate template)
    {
        await Close();
        await Take(template);
    }

    private async Task Take(DatabaseTemplate template)
    {
        _database = await template.Create();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private async Task Execute(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
