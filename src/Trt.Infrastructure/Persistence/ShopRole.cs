using Npgsql;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// The rights that the shop needs while it is open, and no others: it reads and writes rows; to the books it adds, and never changes
/// them. Tables are made by whoever owns them.
/// </summary>
public static class ShopRole
{
    /// <summary>In the private server; elsewhere the operator chooses.</summary>
    public const string Name = "trt_shop";

    private const string History = "\"__EFMigrationsHistory\"";

    private static readonly string Books = string.Join(", ", "ledger_entries", "free_bank_entries", "audit_entries");

    /// <summary>Gives these rights to a role that is there, and takes others on our tables from it.</summary>
    public static async Task Grant(NpgsqlDataSource owner, string role, CancellationToken token)
    {
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        await using var command = owner.CreateCommand(
            $"""
            BEGIN;
            GRANT USAGE ON SCHEMA public TO {quoted};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted};
            REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {quoted};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted};
            REVOKE UPDATE, DELETE ON {Books} FROM {quoted};
            REVOKE INSERT, UPDATE, DELETE ON {History} FROM {quoted};
            COMMIT
            """);
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Makes the role of a private server, or brings it back to what it should be.</summary>
    /// <param name="password">Of hexadecimal digits.</param>
    internal static async Task Ensure(NpgsqlDataSource superuser, string password, CancellationToken token)
    {
        await using (var command = superuser.CreateCommand(
            $"""
            DO $$ BEGIN
                CREATE ROLE {Name};
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END $$;
            ALTER ROLE {Name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '{password}';
            REVOKE CREATE ON SCHEMA public FROM PUBLIC
            """))
        {
            await command.ExecuteNonQueryAsync(token);
        }

        await Grant(superuser, Name, token);
    }
}
