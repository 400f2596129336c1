namespace Trt.Infrastructure.Persistence;

/// <summary>What has been earned, spent and changed is never rewritten, whoever asks: a correction is a new entry.</summary>
internal static class AppendOnlyTables
{
    public const string Create =
        """
        CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only: % is not allowed, add a correction instead', TG_TABLE_NAME, TG_OP
                USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER free_bank_entries_are_append_only BEFORE UPDATE OR DELETE ON free_bank_entries
            FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite();
        CREATE TRIGGER free_bank_entries_are_never_emptied BEFORE TRUNCATE ON free_bank_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
        CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entries
            FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite();
        CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
        """;

    public const string Drop = "DROP FUNCTION refuse_to_rewrite() CASCADE;";
}
