namespace Trt.Infrastructure.Persistence;

/// <summary>The ledger refuses to be rewritten, whoever asks: a correction is a new entry.</summary>
internal static class AppendOnlyLedger
{
    public const string Create =
        """
        CREATE FUNCTION refuse_to_rewrite_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'ledger_entries is append-only: % is not allowed, book a correction instead', TG_OP
                USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE ON ledger_entries
            FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_the_ledger();
        CREATE TRIGGER ledger_is_never_emptied BEFORE TRUNCATE ON ledger_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_the_ledger();
        """;
}
