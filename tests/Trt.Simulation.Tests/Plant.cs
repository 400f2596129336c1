namespace Trt.Simulation.Tests;

/// <summary>
/// A mistake as it was once made, or as somebody may make it: put in from outside, by a neighbour that sorts an answer wrongly, an
/// entrance that forgets something, or a trigger of the database. The simulation must find each of them.
/// </summary>
public enum Plant
{
    None,
    SentAgainAfterUnknown,
    UnknownCountsAsRefused,
    UnreadableCountsAsFailure,
    LostAnswerCountsAsTold,
    DoubtedIsSentAgain,
    CallbackSaidToBeKept,
    ForgedCallbackHeeded,
    ConfirmDedupedWithoutEffect,
    NobodyStaysAlive,
    OverdueKeptByParkedRow,
    CallbackIgnoredWhileSubmitting,
    FailureNotTold,
    MarkedBeforeSent,
    LateResultDropped,
    LateResultCharged,
    EndOverwritten,
    UpdateOfWalletLost,
    CommittedTwice,
    ReleasedTwice,
    LeaseNotKept,
    ReturnForgotten,
    AlertsNotDeduped,
    ReservedNothing,
    WatchForgotten,
    ChargeTakenForAnother,
    MoneyNotTold,
    CancelledStaysQueued,
}

internal static class Plants
{
    /// <summary>What the mistake is in the database; null when it is made elsewhere.</summary>
    public static string? SqlOf(Plant plant) => plant switch
    {
        Plant.CallbackIgnoredWhileSubmitting => Before(
            "UPDATE", "generations", "OLD.status = 'Submitting' AND NEW.status = 'Submitting'", "NEW.task_id := OLD.task_id; NEW.has_news := false;"),
        Plant.FailureNotTold => Forget("NEW.name = 'generation.failure.v1'"),
        Plant.MarkedBeforeSent => Before("UPDATE", "deliveries", "NEW.state = 'Attempted'", "NEW.state := 'Sent';"),
        Plant.LateResultDropped => Before(
            "UPDATE", "generations", "NEW.is_late", "NEW.is_late := false; NEW.result := OLD.result;"),
        Plant.LateResultCharged => After(
            "UPDATE", "generations", "NEW.is_late AND NOT OLD.is_late", "UPDATE wallets SET available = available - NEW.price WHERE user_id = NEW.user_id;"),
        Plant.EndOverwritten => Before("UPDATE", "generations", "OLD.status = 'Expired' AND NEW.is_late", "NEW.status := 'Succeeded';"),
        Plant.UpdateOfWalletLost => Before("UPDATE", "wallets", "NEW.reserved < OLD.reserved", "NEW.available := OLD.available;"),
        Plant.CommittedTwice => "DROP INDEX ux_ledger_kind_reference;" + After(
            "INSERT",
            "ledger_entries",
            "NEW.kind = 'Commit' AND NEW.actor <> 'planted'",
            """
            INSERT INTO ledger_entries
            SELECT (jsonb_populate_record(NEW, jsonb_build_object('id', gen_random_uuid(), 'actor', 'planted'))).*;
            """),
        Plant.ReleasedTwice => Before(
            "UPDATE",
            "wallets",
            "NEW.reserved < OLD.reserved AND NEW.available > OLD.available",
            "NEW.available := NEW.available + OLD.reserved - NEW.reserved;"),
        Plant.LeaseNotKept => Before(
            "UPDATE", "outbox", "NEW.leased_until > OLD.leased_until OR OLD.leased_until IS NULL", "NEW.leased_until := NEW.leased_until - interval '31 s';"),
        Plant.CancelledStaysQueued => Before("UPDATE", "generations", "NEW.status = 'Cancelled'", "NEW.status := 'Queued';"),
        Plant.ReturnForgotten => Before("UPDATE", "generations", "NEW.is_undeliverable", "NEW.is_undeliverable := false;"),
        Plant.AlertsNotDeduped => After("INSERT", "operator_matters", "true", "DELETE FROM operator_matters WHERE subject = NEW.subject;"),
        Plant.ReservedNothing => Before("UPDATE", "wallets", "NEW.reserved > OLD.reserved", "NEW.available := OLD.available; NEW.reserved := OLD.reserved;"),
        Plant.MoneyNotTold => Forget("NEW.name = 'payment.received.v1'"),
        Plant.WatchForgotten => Forget("NEW.name = 'generation.check.v1'"),
        _ => null,
    };

    private static string Before(string what, string table, string when, string then) =>
        Trigger("BEFORE", what, table, $"IF {when} THEN {then} END IF; RETURN NEW;");

    private static string After(string what, string table, string when, string then) =>
        Trigger("AFTER", what, table, $"IF {when} THEN {then} END IF; RETURN NULL;");

    private static string Forget(string when) => After("INSERT", "outbox", when, "DELETE FROM outbox WHERE id = NEW.id;");

    private static string Trigger(string moment, string what, string table, string body) =>
        $"""
        CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$;
        CREATE TRIGGER planted {moment} {what} ON {table} FOR EACH ROW EXECUTE FUNCTION planted();
        """;
}
