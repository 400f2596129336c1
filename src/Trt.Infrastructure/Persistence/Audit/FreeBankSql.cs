using Trt.Domain.Generations;

namespace Trt.Infrastructure.Persistence.Audit;

/// <summary>The rules of earned free generations: a small ledger of their own, beside that of money.</summary>
internal static class FreeBankSql
{
    private static readonly string EndsWithoutResult = string.Join(
        ", ", new[] { GenerationStatus.Failed, GenerationStatus.Cancelled, GenerationStatus.Expired }.Select(status => $"'{status}'"));

    public const string IsItsEntries =
        """
        SELECT format('customer %s', user_id) AS subject, coalesce(entries_sum, 0) AS expected, coalesce(available, 0) AS found
        FROM free_banks
        FULL JOIN (SELECT user_id, sum(delta) AS entries_sum FROM free_bank_entries GROUP BY user_id) entries USING (user_id)
        WHERE coalesce(entries_sum, 0) <> coalesce(available, 0)
        """;

    /// <summary>As with wallets, the order of ids is not trusted: all ends are held against all beginnings.</summary>
    public const string Follows =
        """
        SELECT format('customer %s, ends that meet no beginning', user_id) AS subject, 0 AS expected, (sum(abs(steps)) + 1) / 2 AS found
        FROM (
            SELECT user_id, available, sum(step) AS steps
            FROM (
                SELECT user_id, available_after AS available, 1 AS step FROM free_bank_entries
                UNION ALL
                SELECT user_id, available_after - delta, -1 FROM free_bank_entries
                UNION ALL
                SELECT user_id, available, -1 FROM free_banks
                UNION ALL
                SELECT user_id, 0, 1 FROM free_banks) ends
            GROUP BY user_id, available
            HAVING sum(step) <> 0) loose
        GROUP BY user_id
        UNION ALL
        SELECT format('customer %s, below nothing', user_id), 0, count(*)
        FROM free_bank_entries
        WHERE available_after < 0
        GROUP BY user_id
        """;

    /// <summary>Each order from the bank took one, and gave it back exactly when it ended without a result.</summary>
    public static readonly string ServesOrders =
        $"""
        SELECT format('order %s of customer %s, %s', reference, user_id, part) AS subject, expected, found
        FROM (
            SELECT user_id, replace(id::text, '-', '') AS reference, status IN ({EndsWithoutResult}) AS is_void
            FROM generations
            WHERE is_from_bank) orders
        FULL JOIN (
            SELECT user_id, reference,
                coalesce(-sum(delta) FILTER (WHERE kind = 'Spend'), 0) AS taken,
                coalesce(sum(delta) FILTER (WHERE kind = 'Return'), 0) AS returned
            FROM free_bank_entries
            WHERE kind IN ('Spend', 'Return')
            GROUP BY user_id, reference) moved USING (user_id, reference)
        CROSS JOIN LATERAL (VALUES
            ('taken', CASE WHEN is_void IS NULL THEN 0 ELSE 1 END, coalesce(taken, 0)),
            ('returned', CASE WHEN is_void THEN 1 ELSE 0 END, coalesce(returned, 0))) sides (part, expected, found)
        WHERE expected <> found
        """;
}
