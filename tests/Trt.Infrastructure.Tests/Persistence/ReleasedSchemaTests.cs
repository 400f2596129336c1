using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>
/// The schema is released: databases with customers' money in them were built by these migrations. What stands is never written
/// again, later migrations only add (decision 0028). <c>PIN_SCHEMA=1 ./trt test ReleasedSchema</c> writes the two files of the folder
/// Released anew once a migration was added; a migration that is in them already keeps its line.
/// </summary>
public sealed class ReleasedSchemaTests
{
    private static readonly bool IsPinning = Environment.GetEnvironmentVariable("PIN_SCHEMA") is { Length: > 0 };

    [Test]
    public async Task The_schema_is_the_one_that_is_written_down()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var schema = await Schema.Text(source);
        if (IsPinning)
        {
            await File.WriteAllTextAsync(Released("schema.txt"), schema);
        }

        var (built, written) = (Lines(schema), Lines(await File.ReadAllTextAsync(Released("schema.txt"))));
        built.Except(written).ShouldBeEmpty("the migrations make what is not written down");
        written.Except(built).ShouldBeEmpty("the migrations do not make what is written down");
    }

    /// <summary>Each with what it belongs to.</summary>
    private static List<string> Lines(string schema)
    {
        var (owner, lines) = ("", new List<string>());
        foreach (var line in schema.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            owner = line[0] == ' ' ? owner : line;
            lines.Add($"{owner}: {line.Trim()}");
        }

        return lines;
    }

    [Test]
    public async Task No_released_migration_is_written_again()
    {
        var pinned = (await File.ReadAllLinesAsync(Released("migrations.txt"))).Select(line => line.Split(' ')).ToDictionary(line => line[1], line => line[0]);
        var today = Migrations().ToDictionary(migration => migration.Id, migration => Digest(migration.Sql));
        if (IsPinning)
        {
            var all = today.Select(migration => $"{pinned.GetValueOrDefault(migration.Key, migration.Value)} {migration.Key}");
            await File.WriteAllTextAsync(Released("migrations.txt"), string.Join('\n', all) + "\n");
            pinned = today.ToDictionary(migration => migration.Key, migration => pinned.GetValueOrDefault(migration.Key, migration.Value));
        }

        foreach (var (id, digest) in pinned)
        {
            today.GetValueOrDefault(id).ShouldBe(digest, $"{id} is released: it stays as it is, add a new migration instead");
        }

        today.Keys.Except(pinned.Keys).ShouldBeEmpty("write the new migration down: PIN_SCHEMA=1 ./trt test ReleasedSchema");
    }

    [Test]
    public void A_later_migration_only_adds() =>
        Migrations().Skip(1).SelectMany(migration => migration.Migration.UpOperations).Select(Takes).OfType<string>().ShouldBeEmpty();

    [Test]
    public void What_the_build_before_would_trip_over_is_seen()
    {
        var change = new MigrationBuilder(null);
        change.DropColumn("reason", "ledger_entries");
        change.RenameTable("wallets", newName: "purses");
        change.AlterColumn<string>("name", "users", maxLength: 5);
        change.AddColumn<string>("must", "users", nullable: false);
        change.AddColumn<string>("may", "users", nullable: true);
        change.AddColumn<bool>("is_kind", "users", nullable: false, defaultValue: true);
        change.CreateTable("notes", table => new { id = table.Column<Guid>() });
        change.Operations.Select(Takes).OfType<string>().ShouldBe(
            ["DropColumn ledger_entries.reason", "RenameTable wallets", "AlterColumn users.name", "AddColumn users.must, required and without a default"]);
    }

    /// <summary>
    /// What an older instance on the same database would trip over; null for what only adds. A column that nobody has used for a whole release may go:
    /// say here which, and since when.
    /// </summary>
    private static string? Takes(MigrationOperation operation) => operation switch
    {
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null } add => $"AddColumn {add.Table}.{add.Name}, required and without a default",
        DropColumnOperation drop => $"DropColumn {drop.Table}.{drop.Name}",
        AlterColumnOperation alter => $"AlterColumn {alter.Table}.{alter.Name}",
        RenameColumnOperation rename => $"RenameColumn {rename.Table}.{rename.Name}",
        DropTableOperation drop => $"DropTable {drop.Name}",
        RenameTableOperation rename => $"RenameTable {rename.Name}",
        _ => null,
    };

    private static string Released(string file) => Repository.Path("tests", "Trt.Infrastructure.Tests", "Persistence", "Released", file);

    private static string Digest(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));

    /// <summary>In the order in which they are applied, each with what it does to a database.</summary>
    private static List<(string Id, Migration Migration, string Sql)> Migrations()
    {
        using var context = new TrtDbContext(DatabaseSetup.Options(NpgsqlDataSource.Create("Host=nobody-connects"), []));
        var (assembly, generator) = (context.GetService<IMigrationsAssembly>(), context.GetService<IMigrationsSqlGenerator>());
        return [.. assembly.Migrations.Select(entry =>
        {
            var migration = assembly.CreateMigration(entry.Value, "Npgsql.EntityFrameworkCore.PostgreSQL");
            var commands = generator.Generate(migration.UpOperations, migration.TargetModel);
            return (entry.Key, migration, string.Join('\n', commands.Select(command => command.CommandText.ReplaceLineEndings("\n"))));
        })];
    }
}
