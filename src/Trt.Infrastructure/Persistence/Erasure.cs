namespace Trt.Infrastructure.Persistence;

/// <summary>
/// What becomes of each table when somebody is erased. A table that is not here fails a test, so whoever makes one decides about it:
/// a statement with <c>@user</c> and <c>@now</c>, or the reason why nothing of a person is in it or why it stays.
/// </summary>
internal static class Erasure
{
    public static readonly IReadOnlyList<ErasedTable> Tables =
    [
        Changed("generations", """
            UPDATE generations
            SET inputs = '{}', result = '[]', detail = NULL, is_favourite = false, is_undeliverable = false, has_news = false,
                screen_message_id = NULL, screen_chat_id = NULL, asked_chat_id = NULL, asked_message_id = NULL, place = NULL,
                forgotten_at = coalesce(forgotten_at, @now), deleted_at = coalesce(deleted_at, @now)
            WHERE user_id = @user
            """),
        Changed("provider_callbacks", """
            DELETE FROM provider_callbacks
            WHERE generation_id IN (SELECT id FROM generations WHERE user_id = @user)
                OR task_id IN (SELECT task_id FROM generations WHERE user_id = @user AND task_id IS NOT NULL)
            """),
        Changed("deliveries", "UPDATE deliveries SET file_id = NULL, message_id = NULL WHERE user_id = @user"),
        Gone("originals"),
        Gone("drafts"),
        Gone("wishes"),
        Gone("recipes"),
        Gone("recipe_runs"),
        Gone("ideas"),
        Gone("open_questions"),
        Gone("attributions"),
        Gone("low_balance_notices"),
        Gone("dashboard_sessions"),
        // Money that is still to come in is still theirs; all other words are for somebody who is not here any more.
        Changed("outbox", "DELETE FROM outbox WHERE user_id = @user AND NOT starts_with(name, 'payment.')"),
        Changed("parked_updates", """DELETE FROM parked_updates WHERE body ~ ('"id":\s*' || @user::text || '[,}\s]')"""),
        Changed("payments", """
            UPDATE payments
            SET evidence_file_id = NULL, evidence_file_unique_id = NULL, evidence_hash = NULL, reason = NULL
            WHERE user_id = @user
            """),
        // The mark of the bytes stays: a screenshot must not pay twice because its sender was erased in between.
        Changed("transfer_pictures", "UPDATE transfer_pictures SET file_id = '', file_unique_id = '', look = NULL WHERE user_id = @user"),
        Changed("adjustments", "UPDATE adjustments SET reason = '' WHERE user_id = @user"),

        Kept("users", "blanked by the aggregate: the number, the day of the first word and a block stay"),
        Kept("wallets", "the books"),
        Kept("ledger_entries", "the books, append-only: numbers, kinds and reasons of our own"),
        Kept("free_allowances", "how much was used on a day"),
        Kept("free_banks", "the books of free generations"),
        Kept("free_bank_entries", "the books of free generations, append-only"),
        Kept("audit_entries", "what operators did, append-only: ids"),
        Kept("gifts", "once in a life"),
        Kept("invitations", "once in a life: two numbers"),
        Kept("promo_attempts", "a count of misses"),
        Kept("promo_redemptions", "once per person: a code and a number"),
        Kept("top_up_boosts", "a percentage that was promised"),
        Kept("admins", "an admin cannot be erased"),
        Kept("backups", "nobody's: when the database was copied, and where to"),
        Kept("groups", "nobody's: a chat's number and its title"),
        Kept("broadcasts", "what the shop wrote to many"),
        Kept("broadcast_recipients", "a number and how it ended: the counts must agree"),
        Kept("operator_matters", "what happened to the shop, for a month"),
        Kept("operator_digests", "nobody's"),
        Kept("promo_codes", "nobody's"),
        Kept("machine_tokens", "nobody's: programs of the operator"),
        Kept("settings", "nobody's"),
        Kept("cost_book", "nobody's"),
        Kept("line_costs", "nobody's"),
        Kept("model_costs", "nobody's"),
        Kept("model_contracts", "nobody's"),
        Kept("model_health", "nobody's"),
        Kept("second_opinions", "nobody's"),
        Kept("shop_hours", "sums"),
        Kept("pace_slots", "nobody's"),
        Kept("pauses", "a chat's number, for minutes"),
        Kept("processed_updates", "numbers of updates, for two days"),
        Kept("__EFMigrationsHistory", "nobody's"),
    ];

    private static ErasedTable Gone(string table) => new(table, $"DELETE FROM {table} WHERE user_id = @user", "gone");

    private static ErasedTable Changed(string table, string sql) => new(table, sql, "blanked");

    private static ErasedTable Kept(string table, string why) => new(table, null, why);
}

/// <param name="Sql">Null where it stays as it is.</param>
internal sealed record ErasedTable(string Table, string? Sql, string Why);
