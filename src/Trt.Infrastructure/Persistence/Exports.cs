using Npgsql;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>A table that can leave the shop: its columns in order, and the SQL that yields them between @from and @before.</summary>
internal sealed record ExportDefinition(string Sql, params ExportColumn[] Columns);

internal sealed record ExportColumn(string Name, Func<NpgsqlDataReader, int, object> Read);

internal static class Exports
{
    public static readonly ExportDefinition Users = new(
        """
        SELECT users.id, users.name, users.username, users.language, users.created_at, users.seen_on,
            users.has_left, users.blocked_at, users.block_reason,
               coalesce(wallets.available, 0), coalesce(wallets.reserved, 0)
        FROM users LEFT JOIN wallets ON wallets.user_id = users.id
        WHERE users.created_at >= @from AND users.created_at < @before
        ORDER BY users.created_at, users.id
        """,
        Number("id"), Text("name"), Text("username"), Text("language"), Moment("created_at"), Day("seen_on"), Flag("has_left"),
        Moment("blocked_at"),
        Text("block_reason"), Rubles("available_rub"), Rubles("reserved_rub"));

    public static readonly ExportDefinition Ledger = new(
        """
        SELECT at, user_id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, id::text
        FROM ledger_entries
        WHERE at >= @from AND at < @before
        ORDER BY at, id
        """,
        Moment("at"), Number("user_id"), Text("kind"), Rubles("available_delta_rub"), Rubles("reserved_delta_rub"),
        Rubles("available_after_rub"),
        Rubles("reserved_after_rub"), Text("reference"), Text("actor"), Text("reason"), Text("id"));

    public static readonly ExportDefinition Payments = new(
        """
        SELECT created_at, user_id, method, status, amount, currency, total, charge_id, provider_charge_id, credited_at, refunded_at,
            refund_taken,
               reviewed_by, reason, id::text
        FROM payments
        WHERE created_at >= @from AND created_at < @before
        ORDER BY created_at, id
        """,
        Moment("created_at"), Number("user_id"), Text("method"), Text("status"), Rubles("amount_rub"), Text("currency"),
        Number("total_units"),
        Text("charge_id"), Text("provider_charge_id"), Moment("credited_at"), Moment("refunded_at"), Rubles("refunded_rub"),
        Text("reviewed_by"),
        Text("reason"), Text("id"));

    private static ExportColumn Number(string name) => new(name, (reader, index) => reader.GetInt64(index));

    private static ExportColumn Text(string name) => new(name, (reader, index) => reader.GetString(index));

    private static ExportColumn Flag(string name) => new(name, (reader, index) => reader.GetBoolean(index));

    private static ExportColumn Rubles(string name) => new(name, (reader, index) => new Money(reader.GetInt64(index)));

    private static ExportColumn Moment(string name) => new(name, (reader, index) => reader.GetFieldValue<DateTimeOffset>(index));

    private static ExportColumn Day(string name) => new(name, (reader, index) => reader.GetFieldValue<DateOnly>(index));
}
