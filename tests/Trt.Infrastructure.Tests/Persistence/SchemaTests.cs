using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>What the aggregates promise about money, the database promises too.</summary>
public sealed class SchemaTests
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    [SetUp]
    public async Task Open()
    {
        _database = await DatabaseTemplate.OfShop.Create();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        await Execute("INSERT INTO wallets (user_id, available, reserved) VALUES (1, 100, 0)");
        await Execute(Entry("Deposit", "charge-1"));
    }

    [TearDown]
    public async Task Close()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [TestCase("UPDATE wallets SET available = -1", "ck_wallets_available")]
    [TestCase("UPDATE wallets SET reserved = -1", "ck_wallets_reserved")]
    [TestCase("INSERT INTO free_allowances (user_id, day, used) VALUES (1, '2026-01-01', -1)", "ck_free_used")]
    [TestCase("INSERT INTO free_banks (user_id, available) VALUES (1, -1)", "ck_free_banks_available")]
    public async Task No_balance_goes_below_nothing(string sql, string constraint) =>
        (await Should.ThrowAsync<PostgresException>(() => Execute(sql))).ConstraintName.ShouldBe(constraint);

    [Test]
    public async Task Nothing_is_booked_twice() =>
        (await Should.ThrowAsync<PostgresException>(() => Execute(Entry("Deposit", "charge-1")))).ConstraintName.ShouldBe("ux_ledger_kind_reference");

    [Test]
    public async Task The_same_reference_may_be_reserved_and_then_released()
    {
        await Execute(Entry("Reserve", "generation-1"));
        await Execute(Entry("Release", "generation-1"));
    }

    [TestCase("UPDATE ledger_entries SET available_delta = 1")]
    [TestCase("DELETE FROM ledger_entries")]
    [TestCase("TRUNCATE ledger_entries")]
    public async Task The_ledger_is_never_rewritten(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => Execute(sql))).MessageText.ShouldContain("append-only");

    [Test]
    public async Task No_free_generation_is_granted_twice()
    {
        await Execute(Grant("invitation:42"));
        (await Should.ThrowAsync<PostgresException>(() => Execute(Grant("invitation:42")))).ConstraintName.ShouldBe("ux_free_bank_kind_reference");
    }

    [TestCase("UPDATE free_bank_entries SET delta = 2")]
    [TestCase("DELETE FROM free_bank_entries")]
    [TestCase("TRUNCATE free_bank_entries")]
    [TestCase("UPDATE audit_entries SET reason = 'another'")]
    [TestCase("DELETE FROM audit_entries")]
    [TestCase("TRUNCATE audit_entries")]
    public async Task What_was_earned_and_what_was_changed_is_never_rewritten(string sql)
    {
        await Execute(Grant("invitation:42"));
        await Execute("INSERT INTO audit_entries (id, at, actor, action, subject, reason) VALUES (gen_random_uuid(), now(), 'test', 'test', 'test', '')");
        (await Should.ThrowAsync<PostgresException>(() => Execute(sql))).MessageText.ShouldContain("append-only");
    }

    [Test]
    public async Task Migrating_again_changes_nothing_and_several_may_try_at_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DatabaseSetup.Migrate(_source, CancellationToken.None)));
        applied.ShouldAllBe(names => names.Count == 0);
    }

    [Test]
    public async Task The_model_and_the_migrations_agree()
    {
        await using var context = new TrtDbContext(DatabaseSetup.Options(_source, []));
        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    /// <summary>The snapshot may agree with the model and yet a column was forgotten on the way, for instance when two branches were merged.</summary>
    [Test]
    public async Task The_migrations_build_the_schema_that_the_model_describes()
    {
        await using var fresh = await DatabaseTemplate.Empty.Create();
        await using var freshSource = NpgsqlDataSource.Create(fresh.ConnectionString);
        await using var context = new TrtDbContext(DatabaseSetup.Options(freshSource, []));
        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript());

        var (built, described) = (await Shape(_source), await Shape(freshSource));
        described.Except(built).ShouldBeEmpty();
        built.Except(described).ShouldBeEmpty();
    }

    /// <summary>Columns, constraints and indexes, a line each, of everything that belongs to the model.</summary>
    private static async Task<List<string>> Shape(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable)
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL
            SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }

        string[] besideTheModel = ["__EFMigrationsHistory", "pace_slots", "pauses", "cost_book", "shop_hours"];
        return [.. lines.Where(line => !besideTheModel.Any(table => line.Contains(table, StringComparison.Ordinal)))];
    }

    private static string Entry(string kind, string reference) =>
        $"""
        INSERT INTO ledger_entries (id, user_id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
        VALUES (gen_random_uuid(), 1, '{kind}', 100, 0, 100, 0, '{reference}', 'test', 'test', now())
        """;

    private static string Grant(string reference) =>
        $"""
        INSERT INTO free_banks (user_id, available) VALUES (1, 0) ON CONFLICT DO NOTHING;
        INSERT INTO free_bank_entries (id, user_id, kind, delta, available_after, reference, actor, reason, at)
        VALUES (gen_random_uuid(), 1, 'Grant', 10, 10, '{reference}', 'test', 'test', now())
        """;

    private async Task Execute(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
