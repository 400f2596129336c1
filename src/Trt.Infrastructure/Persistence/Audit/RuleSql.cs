using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Infrastructure.Persistence.Audit;

/// <summary>
/// Each rule as a query that returns only what breaks it: subject, what was expected, what was found. Each is one or two passes over a
/// table, grouped by the server, so a million entries cost seconds and no memory of ours.
/// </summary>
internal static class RuleSql
{
    private static readonly string OpenStatuses = Listed(GenerationStatuses.Open);

    private static readonly string ResultStatuses = Listed([GenerationStatus.Succeeded, GenerationStatus.Delivered]);

    /// <summary>What may hold reserved money, and how much of it. Whoever else learns to reserve adds a UNION ALL here.</summary>
    private static readonly string Claims =
        $"""
        SELECT user_id, replace(id::text, '-', '') AS reference, price AS amount,
            status IN ({OpenStatuses}) AS is_open, status IN ({ResultStatuses}) AS has_result
        FROM generations
        WHERE price > 0
        """;

    public static string Of(MoneyRule rule) => rule switch
    {
        MoneyRule.WalletIsItsLedger => WalletIsItsLedger,
        MoneyRule.BalancesFollow => BalancesFollow,
        MoneyRule.MovementsFitTheirKind => MovementsFitTheirKind,
        MoneyRule.MoneyIsConserved => MoneyIsConserved,
        MoneyRule.NothingIsBookedTwice => NothingIsBookedTwice,
        MoneyRule.ReservedBelongsToOpenOrders => ReservedBelongsToOpenOrders,
        MoneyRule.OrdersAreSettledOnce => OrdersAreSettledOnce,
        MoneyRule.TakenOnlyForResults => TakenOnlyForResults,
        MoneyRule.PaymentsAreBookedOnce => PaymentsAreBookedOnce,
        MoneyRule.BonusesWerePromised => GrowthSql.BonusesWerePromised,
        MoneyRule.FreeBankIsItsEntries => FreeBankSql.IsItsEntries,
        MoneyRule.FreeBankFollows => FreeBankSql.Follows,
        MoneyRule.FreeBankServesOrders => FreeBankSql.ServesOrders,
    };

    private const string WalletIsItsLedger =
        """
        SELECT format('customer %s, %s', user_id, part) AS subject, expected, found
        FROM wallets
        FULL JOIN (
            SELECT user_id, sum(available_delta) AS available_sum, sum(reserved_delta) AS reserved_sum
            FROM ledger_entries GROUP BY user_id) ledger USING (user_id)
        CROSS JOIN LATERAL (VALUES
            ('available', coalesce(available_sum, 0), coalesce(available, 0)),
            ('reserved', coalesce(reserved_sum, 0), coalesce(reserved, 0))) sides (part, expected, found)
        WHERE (available_sum, reserved_sum) IS DISTINCT FROM (available::numeric, reserved::numeric) AND expected <> found
        """;

    /// <summary>
    /// The entries of a wallet are a way from nothing to its balance: each begins where another ended. The order of their ids is not
    /// trusted (ids carry the clocks of several instances), so all ends are held against all beginnings, by a hash first and one by one
    /// where it differs.
    /// </summary>
    private const string BalancesFollow =
        """
        WITH broken AS MATERIALIZED (
            SELECT user_id
            FROM wallets
            JOIN ledger_entries USING (user_id)
            GROUP BY user_id
            HAVING sum(hashint8extended(available_after, reserved_after)
                    - hashint8extended(available_after - available_delta, reserved_after - reserved_delta)::numeric)
                <> hashint8extended(min(available), min(reserved))::numeric - hashint8extended(0, 0)
        ), ends AS (
            SELECT user_id, available_after AS available, reserved_after AS reserved, 1 AS step
            FROM ledger_entries JOIN broken USING (user_id)
            UNION ALL
            SELECT user_id, available_after - available_delta, reserved_after - reserved_delta, -1
            FROM ledger_entries JOIN broken USING (user_id)
            UNION ALL
            SELECT user_id, available, reserved, -1 FROM wallets JOIN broken USING (user_id)
            UNION ALL
            SELECT user_id, 0, 0, 1 FROM broken
        ), loose AS (
            SELECT user_id, abs(sum(step)) AS ends FROM ends GROUP BY user_id, available, reserved HAVING sum(step) <> 0
        )
        SELECT format('customer %s, ends that meet no beginning', user_id) AS subject, 0 AS expected, (sum(ends) + 1) / 2 AS found
        FROM loose
        GROUP BY user_id
        """;

    private static readonly string MovementsFitTheirKind =
        $"""
        SELECT format('customer %s, %s %s', user_id, kind, reference) AS subject, 0 AS expected, 1 AS found
        FROM ledger_entries
        WHERE NOT ({BookSides.FitsItsKind})
        """;

    private static readonly string MoneyIsConserved =
        $"""
        SELECT format('customer %s', user_id) AS subject, coalesce(came_in, 0) AS expected,
            coalesce(available, 0) + coalesce(reserved, 0) + coalesce(spent, 0) + coalesce(withdrawn, 0) AS found
        FROM wallets
        FULL JOIN (
            SELECT user_id,
                coalesce(sum(available_delta + reserved_delta) FILTER (WHERE kind IN ({BookSides.CameIn})), 0) AS came_in,
                coalesce(-sum(available_delta + reserved_delta) FILTER (WHERE kind IN ({BookSides.Spent})), 0) AS spent,
                coalesce(-sum(available_delta + reserved_delta) FILTER (WHERE kind IN ({BookSides.Withdrawn})), 0) AS withdrawn
            FROM ledger_entries
            GROUP BY user_id) ledger USING (user_id)
        WHERE coalesce(came_in, 0) <> coalesce(available, 0) + coalesce(reserved, 0) + coalesce(spent, 0) + coalesce(withdrawn, 0)
        """;

    private const string NothingIsBookedTwice =
        """
        SELECT format('%s %s', kind, reference) AS subject, 1 AS expected, count(*) AS found
        FROM ledger_entries
        GROUP BY kind, reference
        HAVING count(*) > 1
        UNION ALL
        SELECT format('free bank: %s %s', kind, reference), 1, count(*)
        FROM free_bank_entries
        GROUP BY kind, reference
        HAVING count(*) > 1
        """;

    private static readonly string ReservedBelongsToOpenOrders =
        $"""
        SELECT format('customer %s', user_id) AS subject, coalesce(claimed, 0) AS expected, coalesce(reserved, 0) AS found
        FROM wallets
        FULL JOIN (SELECT user_id, sum(amount) AS claimed FROM ({Claims}) claims WHERE is_open GROUP BY user_id) open USING (user_id)
        WHERE coalesce(claimed, 0) <> coalesce(reserved, 0)
        """;

    /// <summary>A commit may stand beside the release of a difference: together they are what was reserved.</summary>
    private static readonly string OrdersAreSettledOnce =
        $"""
        SELECT format('order %s of customer %s, %s', reference, user_id, part) AS subject, expected, found
        FROM ({Claims}) claims
        FULL JOIN (
            SELECT user_id, reference,
                coalesce(sum(reserved_delta) FILTER (WHERE kind = 'Reserve'), 0) AS reserved,
                coalesce(-sum(reserved_delta) FILTER (WHERE kind <> 'Reserve'), 0) AS settled
            FROM ledger_entries
            WHERE kind IN ('Reserve', 'Commit', 'Release')
            GROUP BY user_id, reference) booked USING (user_id, reference)
        CROSS JOIN LATERAL (VALUES
            ('reserved', coalesce(amount, 0), coalesce(reserved, 0)),
            ('settled', CASE WHEN is_open THEN 0 ELSE coalesce(amount, 0) END, coalesce(settled, 0))) sides (part, expected, found)
        WHERE (amount, CASE WHEN is_open THEN 0 ELSE amount END) IS DISTINCT FROM (reserved::bigint, settled::bigint) AND expected <> found
        """;

    /// <summary>What was taken and not given back again stands against a result, and never is more given back than was taken.</summary>
    private static readonly string TakenOnlyForResults =
        $"""
        SELECT format('order %s of customer %s', reference, user_id) AS subject, 0 AS expected, taken AS found
        FROM (
            SELECT user_id, reference, -sum(available_delta + reserved_delta) AS taken
            FROM ledger_entries
            WHERE kind IN ({BookSides.Spent})
            GROUP BY user_id, reference) spending
        LEFT JOIN ({Claims}) claims USING (user_id, reference)
        WHERE taken < 0 OR (taken > 0 AND has_result IS NOT TRUE)
        """;

    /// <summary>
    /// Every charge is one deposit and every deposit a charge; a refund leaves the wallet once, and comes back when it was refused.
    /// </summary>
    private const string PaymentsAreBookedOnce =
        """
        SELECT format('deposit %s of customer %s', reference, user_id) AS subject,
            coalesce(amount, 0) AS expected, coalesce(booked, 0) AS found
        FROM (SELECT user_id, format('%s:%s', method, charge_id) AS reference, amount FROM payments WHERE credited_at IS NOT NULL) credited
        FULL JOIN (
            SELECT user_id, reference, sum(available_delta) AS booked
            FROM ledger_entries WHERE kind = 'Deposit' GROUP BY user_id, reference) deposits
            USING (user_id, reference)
        WHERE coalesce(amount, 0) <> coalesce(booked, 0)
        UNION ALL
        SELECT format('refund of payment %s of customer %s', payment, user_id), coalesce(returned, 0), coalesce(booked, 0)
        FROM (
            SELECT user_id, replace(id::text, '-', '') AS payment,
                CASE WHEN status IN ('Refunding', 'Refunded') THEN refund_taken ELSE 0 END AS returned
            FROM payments
            WHERE refund_round > 0) refunded
        FULL JOIN (
            SELECT user_id, split_part(reference, ':', 2) AS payment, -sum(available_delta) AS booked
            FROM ledger_entries
            WHERE kind = 'Withdraw' OR (kind = 'Adjust' AND reference LIKE 'refund:%:undone')
            GROUP BY 1, 2) withdrawals USING (user_id, payment)
        WHERE coalesce(returned, 0) <> coalesce(booked, 0)
        """;

    private static string Listed(IEnumerable<GenerationStatus> statuses) => string.Join(", ", statuses.Select(status => $"'{status}'"));
}
