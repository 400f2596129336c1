using System.Globalization;
using Npgsql;

namespace Trt.Testing.Shop;

/// <summary>What somebody does to the books past the shop: a story that prepares or breaks something knows no table.</summary>
public sealed class ByHand(NpgsqlDataSource source)
{
    /// <summary>The shop keeps the provider's pace of twenty orders in ten seconds; a whole catalog needs wider limits.</summary>
    public Task WidensThePace() => Execute(
        $"INSERT INTO pace_slots (name, slot) SELECT name, -slot FROM unnest(ARRAY['submit', 'read']) name, generate_series(1, 500) slot");

    public Task Issues(string promoCode, string kind, long amount, int percent, int free) => Execute(
        $"""
        INSERT INTO promo_codes (code, kind, amount, percent, free, uses_max, uses_per_customer_max, uses, created_by, created_at, is_active)
        VALUES ('{promoCode}', '{kind}', {amount}, {percent}, {free}, 10, 1, 0, 'operator:test', now(), true)
        """);

    public Task Blocks(Customer customer) =>
        Execute($"UPDATE users SET blocked_at = now(), block_reason = 'elsewhere' WHERE id = {customer.Id}");

    public Task Unblocks(Customer customer) => Execute($"UPDATE users SET blocked_at = NULL, block_reason = NULL WHERE id = {customer.Id}");

    /// <param name="kopecks">Less than nothing sets them free again.</param>
    public Task SetsAside(Customer customer, long kopecks) =>
        Execute($"UPDATE wallets SET available = available - {kopecks}, reserved = reserved + {kopecks} WHERE user_id = {customer.Id}");

    public Task SpoilsQuotes() => Execute($$"""UPDATE drafts SET quote = '{"Price": 5}'""");

    /// <summary>A term as no command would ever write it.</summary>
    public Task Sets(string term, string value) =>
        Execute($"INSERT INTO settings (name, value, changed_at, changed_by) VALUES ('{term}', '{value}', now(), 'hand')");

    public Task AddsExpiredInvoice(Customer customer, long kopecks, int hoursAgo) => Execute(
        $"""
        INSERT INTO payments (user_id, id, method, amount, currency, total, status, created_at, expires_at, refund_round, refund_taken)
        SELECT {customer.Id}, gen_random_uuid(), 'Invoice', {kopecks}, 'RUB', {kopecks}, 'Expired', long_ago, long_ago, 0, 0
        FROM (SELECT now() - interval '{hoursAgo} hours' AS long_ago) AS clock
        """);

    /// <summary>The same orders again, each an hour older.</summary>
    public Task RepeatsOrders(Customer customer, int times) => Execute(
        $"""
        INSERT INTO generations
        SELECT (jsonb_populate_record(
            g, jsonb_build_object('id', gen_random_uuid(), 'task_id', NULL, 'created_at', g.created_at - n * interval '1 hour'))).*
        FROM generations g, generate_series(1, {times}) n WHERE g.user_id = {customer.Id}
        """);

    /// <summary>The books know of a copy of the database.</summary>
    public Task NotesCopy(int hoursAgo) => Execute(
        $"""
        INSERT INTO backups (id, name, place, begun_at, ended_at, bytes, rows, checksum)
        SELECT gen_random_uuid(), 'trt.zip', '/copies', long_ago, long_ago, 1, 1, '' FROM (SELECT now() - interval '{hoursAgo} hours' AS long_ago) AS clock
        """);

    /// <summary>As in orders from before quantities were written down.</summary>
    public Task ForgetsQuantities(Customer customer) =>
        Execute($"UPDATE generations SET priced_by = NULL, ordered_quantity = NULL, received_quantity = NULL WHERE user_id = {customer.Id}");

    /// <summary>Nothing that follows from an update can be written down any more.</summary>
    public Task FillsTheDisk() => Execute(
        $"""
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON processed_updates FOR EACH ROW EXECUTE FUNCTION full_disk();
        """);

    /// <summary>A message of this person at which the shop has failed, and work that it has given up.</summary>
    public Task PutsAside(Customer customer, long updateId) => Execute(
        $$$"""
        INSERT INTO parked_updates (update_id, body, error, cid, at)
        VALUES ({{{updateId}}}, '{"update_id":{{{updateId}}},"message":{"message_id":1,"date":1,"chat":{"id":{{{customer.Id}}},"type":"private","first_name":"A"},"from":{"id":{{{customer.Id}}},"is_bot":false,"first_name":"A","language_code":"ru"},"text":"/balance"}}',
            'It broke <b>here</b>', '87aed2e36a', now());
        INSERT INTO outbox (id, lane, user_id, name, key, payload, cid, due_at, attempts, parked_at, last_error)
        SELECT gen_random_uuid(), lane, user_id, name, key || ':again', payload, '87aed2e36b', due_at, 9, now(), 'It broke <b>there</b>'
        FROM outbox WHERE name = 'figures.keep.v1' LIMIT 1
        """);

    public Task FreesTheDisk() => Execute($"DROP FUNCTION full_disk CASCADE");

    /// <summary>Nobody reads or writes payments until the lock is disposed.</summary>
    public Task<IAsyncDisposable> LocksPayments() => Lock("payments");

    /// <summary>Nobody reads or writes orders that are being filled in until the lock is disposed.</summary>
    public Task<IAsyncDisposable> LocksDrafts() => Lock("drafts");

    private async Task<IAsyncDisposable> Lock(string table)
    {
        var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync();
        return new Held(connection);
    }

    private async Task Execute(FormattableString sql)
    {
        await using var command = source.CreateCommand(sql.ToString(CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            await using (var end = connection.CreateCommand())
            {
                end.CommandText = "ROLLBACK";
                await end.ExecuteNonQueryAsync();
            }
        }
    }
}
