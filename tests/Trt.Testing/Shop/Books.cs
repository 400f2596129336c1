using System.Globalization;
using Npgsql;
using Trt.Domain.Generations;
using Trt.Domain.Payments;
using Trt.Domain.Wallets;

namespace Trt.Testing.Shop;

/// <summary>What the shop has written down, asked for by name: a story knows no table. Money in kopecks.</summary>
public sealed class Books(NpgsqlDataSource source)
{
    private static readonly string[] Names = ["first", "second", "third", "fourth"];

    public Task<long> Available(Customer of) => Ask("SELECT coalesce((SELECT available FROM wallets WHERE user_id = @of), 0)", of);

    public Task<long> Reserved(Customer of) => Ask("SELECT coalesce((SELECT reserved FROM wallets WHERE user_id = @of), 0)", of);

    public Task<long> AvailableInAll() => Ask("SELECT coalesce(sum(available), 0) FROM wallets");

    public Task<long> ReservedInAll() => Ask("SELECT coalesce(sum(reserved), 0) FROM wallets");

    public Task<long> Entries(Customer? of = null) => Ask("SELECT count(*) FROM ledger_entries WHERE (@of IS NULL OR user_id = @of)", of);

    public Task<long> Entries(EntryKind kind, Customer? of = null) =>
        Ask("SELECT count(*) FROM ledger_entries WHERE kind = @first AND (@of IS NULL OR user_id = @of)", of, $"{kind}");

    public Task<long> Entries(EntryKind kind, string reason, string actor) =>
        Ask("SELECT count(*) FROM ledger_entries WHERE kind = @first AND reason = @second AND actor = @third", null, $"{kind}", reason, actor);

    /// <param name="reference">How it begins.</param>
    public Task<long> EntriesAbout(string reference) => Ask("SELECT count(*) FROM ledger_entries WHERE starts_with(reference, @first)", null, reference);

    /// <summary>What was taken for an order, whatever was set aside for it.</summary>
    public Task<long> Taken(string reference) =>
        Ask("SELECT coalesce(-sum(reserved_delta), 0) FROM ledger_entries WHERE kind = 'Commit' AND reference = @first", null, reference);

    public Task<long> Sum() => Ask("SELECT coalesce(sum(available_delta), 0) FROM ledger_entries");

    public Task<long> Sum(EntryKind kind) => Ask("SELECT coalesce(sum(available_delta), 0) FROM ledger_entries WHERE kind = @first", null, $"{kind}");

    /// <summary>Deposits without a credited payment of the same amount, and the other way round.</summary>
    public Task<long> DepositsThatDisagree() => Ask(
        """
        SELECT count(*) FROM (SELECT user_id, reference, available_delta FROM ledger_entries WHERE kind = 'Deposit') l
        FULL JOIN (SELECT user_id, method || ':' || charge_id AS reference, amount FROM payments WHERE credited_at IS NOT NULL) p USING (user_id, reference)
        WHERE available_delta IS DISTINCT FROM amount
        """);

    public Task<long> Known(Customer who) => Ask("SELECT count(*) FROM users WHERE id = @of", who);

    /// <summary>What was typed in other chats and written down.</summary>
    public Task<long> Ideas(string? text = null) =>
        Ask("SELECT count(*) FROM ideas WHERE (@first = '' OR text = @first)", null, text ?? "");

    public Task<long> HaveLeft() => Ask("SELECT count(*) FROM users WHERE has_left");

    public Task<long> Payments(Customer? of = null) => Ask("SELECT count(*) FROM payments WHERE (@of IS NULL OR user_id = @of)", of);

    public Task<long> Payments(PaymentStatus status, Customer? of = null) =>
        Ask("SELECT count(*) FROM payments WHERE status = @first AND (@of IS NULL OR user_id = @of)", of, $"{status}");

    /// <summary>Those that a bank's own number came with.</summary>
    public Task<long> PaymentsOfABank(Customer of) => Ask("SELECT count(*) FROM payments WHERE user_id = @of AND provider_charge_id IS NOT NULL", of);

    public Task<long> Screenshots() => Ask("SELECT count(*) FROM transfer_pictures");

    public Task<long> Orders(Customer of) => Ask("SELECT count(*) FROM generations WHERE user_id = @of", of);

    public Task<long> Orders(GenerationStatus status, Customer? of = null) =>
        Ask("SELECT count(*) FROM generations WHERE status = @first AND (@of IS NULL OR user_id = @of)", of, $"{status}");

    public Task<long> Delivered(Customer to, string model) =>
        Ask("SELECT count(*) FROM generations WHERE user_id = @of AND status = 'Delivered' AND model = @first", to, model);

    public Task<long> OrdersThatCameToNothing(Customer of) =>
        Ask("SELECT count(*) FROM generations WHERE user_id = @of AND status IN ('Failed', 'Expired', 'Cancelled')", of);

    /// <summary>Those whose card said another cost than the provider's record, where the card does not leave it open.</summary>
    public Task<long> OrdersThatCostOtherwise(Customer of) => Ask(
        "SELECT count(*) FROM generations WHERE user_id = @of AND NOT is_at_most AND credits_spent IS DISTINCT FROM credits_expected AND credits_spent IS NOT NULL",
        of);

    /// <summary>Those that have no end yet.</summary>
    public Task<long> OpenOrders(Customer? of = null) => Ask(
        "SELECT count(*) FROM generations WHERE status IN ('Queued', 'Submitting', 'Uncertain', 'Running', 'Succeeded') AND (@of IS NULL OR user_id = @of)", of);

    /// <summary>Results that wait for somebody who cannot be written to.</summary>
    public Task<long> Undeliverable(Customer? of = null) => Ask("SELECT count(*) FROM generations WHERE is_undeliverable AND (@of IS NULL OR user_id = @of)", of);

    /// <summary>Orders of which nothing is left but what their money needs.</summary>
    public Task<long> Forgotten(Customer of) =>
        Ask("SELECT count(*) FROM generations WHERE user_id = @of AND forgotten_at IS NOT NULL AND inputs = '{}' AND result = '[]'", of);

    public Task<long> Drafts(Customer of) => Ask("SELECT count(*) FROM drafts WHERE user_id = @of", of);

    public Task<long> FreeUsed(Customer of) => Ask("SELECT coalesce(sum(used), 0) FROM free_allowances WHERE user_id = @of", of);

    public Task<long> InvitedBy(Customer inviter) => Ask("SELECT count(*) FROM invitations WHERE inviter_id = @of", inviter);

    public async Task<bool> Came(Customer who, string from, string lastFrom) =>
        await Ask("SELECT count(*) FROM attributions WHERE user_id = @of AND first_source = @first AND last_source = @second", who, from, lastFrom) == 1;

    /// <summary>What customers paid for results by now, less what came back.</summary>
    public Task<long> Spent() =>
        Ask("SELECT coalesce(-sum(available_delta + reserved_delta), 0) FROM ledger_entries WHERE kind IN ('Commit', 'Reimburse')");

    /// <summary>What the provider took for results by now.</summary>
    public Task<long> Cost() => Ask(
        """
        SELECT coalesce(sum(round(coalesce(cost * credits_spent / nullif(credits_expected, 0), cost, 0))), 0)::bigint FROM generations
        WHERE status IN ('Succeeded', 'Delivered') OR is_late
        """);

    public Task<long> OrdersBegun() => Ask("SELECT count(*) FROM generations");

    public Task<long> Roles(Customer who, string role) =>
        Ask("SELECT count(*) FROM admins WHERE user_id = @of AND is_active AND lower(role) = @first", who, role);

    public Task<long> Acts(string action, string actor) => Ask("SELECT count(*) FROM audit_entries WHERE action = @first AND actor = @second", null, action, actor);

    public Task<long> ActsOn(string subject) => Ask("SELECT count(*) FROM audit_entries WHERE subject = @first", null, subject);

    /// <summary>What the provider said about their orders and the shop has believed to come from it.</summary>
    public Task<long> ProviderCalls(Customer of) => Ask(
        "SELECT count(*) FROM provider_callbacks JOIN generations ON generations.id = provider_callbacks.generation_id WHERE generations.user_id = @of", of);

    public Task<long> ChangedTerms() => Ask("SELECT count(*) FROM settings");

    /// <param name="name">How the stored names of the commands begin.</param>
    public Task<long> Waiting(string name, Customer? of = null) =>
        Ask("SELECT count(*) FROM outbox WHERE starts_with(name, @first) AND (@of IS NULL OR user_id = @of)", of, name);

    /// <summary>The same, of what is being done or could be.</summary>
    public Task<long> Due(string name) =>
        Ask("SELECT count(*) FROM outbox WHERE starts_with(name, @first) AND (leased_until > clock_timestamp() OR due_at <= clock_timestamp())", null, name);

    /// <param name="at">By the shop's clock, which may be ahead of the database's.</param>
    public Task<long> MessagesDue(Customer to, DateTimeOffset at) =>
        Ask("SELECT count(*) FROM outbox WHERE user_id = @of AND lane = 'Chat' AND due_at <= @first::timestamptz", to, at.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Updates and work for later that failed for good.</summary>
    public Task<long> PutAside() => Ask("SELECT (SELECT count(*) FROM parked_updates) + (SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL)");

    public Task<long> WorkPutAside() => Ask("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL");

    /// <param name="with">A part of what the update said.</param>
    /// <param name="error">A part of what went wrong.</param>
    public Task<long> UpdatesPutAside(string with = "", string error = "", long? updateId = null) => Ask(
        """
        SELECT count(*) FROM parked_updates
        WHERE position(@first in body) > 0 AND position(@second in error) > 0 AND (@third = '' OR update_id::text = @third)
        """,
        null, with, error, updateId is { } id ? Text(id) : "");

    public Task<long> UpdatesDone(long updateId) => Ask("SELECT count(*) FROM processed_updates WHERE update_id = @first::bigint", null, Text(updateId));

    public Task<long> UpdatesPutAsideFrom(long updateId) => Ask("SELECT count(*) FROM parked_updates WHERE update_id >= @first::bigint", null, $"{updateId}");

    /// <summary>Entries of one booking: what it moved between the two sides of the wallet.</summary>
    public Task<long> Entries(EntryKind kind, string reference, long available, long reserved) => Ask(
        "SELECT count(*) FROM ledger_entries WHERE kind = @first AND reference = @second AND available_delta = @third::bigint AND reserved_delta = @fourth::bigint",
        null, $"{kind}", reference, Text(available), Text(reserved));

    /// <summary>Work for later that is due, fails or was put aside.</summary>
    public Task<long> WorkLeft(Customer of) =>
        Ask("SELECT count(*) FROM outbox WHERE user_id = @of AND (due_at <= now() OR attempts > 0 OR parked_at IS NOT NULL)", of);

    /// <summary>As references and addresses spell it.</summary>
    public Task<string> NewestOrder(Customer of) =>
        Read<string>("SELECT replace(id::text, '-', '') FROM generations WHERE user_id = @of ORDER BY created_at DESC LIMIT 1", of);

    /// <summary>As the invoice's payload spells it.</summary>
    public Task<string> NewestPayment(Customer of) =>
        Read<string>("SELECT replace(id::text, '-', '') FROM payments WHERE user_id = @of ORDER BY created_at DESC LIMIT 1", of);

    /// <summary>Where the first result of the first order lies at the provider.</summary>
    public async Task<Uri> ResultAddress(Customer of) =>
        new(await Read<string>("SELECT result -> 0 ->> 'Address' FROM generations WHERE user_id = @of ORDER BY created_at LIMIT 1", of));

    /// <summary>What the first order is called at the provider: its task, its model, and one of its results.</summary>
    public async Task<(string Task, string Model, string? Piece)> FirstOrder(Customer of, int result)
    {
        var parts = await Read<string[]>(
            "SELECT ARRAY[task_id, model, coalesce(result -> (@first::int - 1) ->> 'Id', '')] FROM generations WHERE user_id = @of ORDER BY created_at LIMIT 1",
            of, Text(result));
        return (parts[0], parts[1], parts[2] is "" ? null : parts[2]);
    }

    /// <summary>Everything that stands for a customer, to be read by a person when a story ends badly.</summary>
    public Task<string> Standing(Customer of) => Read<string>(
        """
        SELECT coalesce((SELECT string_agg(concat_ws(' ', status, task_id, failure, detail), ', ') FROM generations WHERE user_id = @of), 'no generation')
            || '; '
            || coalesce((SELECT string_agg(concat_ws(' ', name, 'due', due_at, 'leased', leased_until, last_error), ', ') FROM outbox WHERE user_id = @of), 'no work')
        """,
        of);

    private async Task<long> Ask(string sql, Customer? of = null, params string[] values) =>
        Convert.ToInt64(await Read<object>(sql, of, values), CultureInfo.InvariantCulture);

    private async Task<T> Read<T>(string sql, Customer? of = null, params string[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<long?>("of", of?.Id));
        foreach (var (name, value) in Names.Zip(values))
        {
            command.Parameters.Add(new NpgsqlParameter<string>(name, value));
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
