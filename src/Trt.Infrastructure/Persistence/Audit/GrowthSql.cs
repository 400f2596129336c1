namespace Trt.Infrastructure.Persistence.Audit;

/// <summary>The rules of presents that are money.</summary>
internal static class GrowthSql
{
    /// <summary>
    /// Each present has its own row, which says how much; the ledger says the same under its reference. A boost gives at most what its
    /// code allows, and nothing while it waits.
    /// </summary>
    public const string BonusesWerePromised =
        """
        SELECT format('bonus %s of customer %s', reference, user_id) AS subject, coalesce(most, 0) AS expected, coalesce(booked, 0) AS found
        FROM (
            SELECT user_id, format('gift:%s', user_id) AS reference, amount AS least, amount AS most FROM gifts
            UNION ALL
            SELECT inviter_id, format('invitation:%s', invitee_id), share, share FROM invitations WHERE share > 0
            UNION ALL
            SELECT redeemed.user_id, redeemed.reference,
                CASE WHEN kind = 'Money' THEN amount ELSE 0 END,
                CASE WHEN boost.user_id IS NULL THEN amount ELSE 0 END
            FROM (
                SELECT user_id, code,
                    format('promo:%s:%s', code, user_id) || CASE WHEN number > 1 THEN format(':%s', number) ELSE '' END AS reference
                FROM promo_redemptions) redeemed
            JOIN promo_codes USING (code)
            LEFT JOIN top_up_boosts boost ON boost.user_id = redeemed.user_id AND boost.reference = redeemed.reference
            WHERE kind IN ('Money', 'TopUpPercent')) promised
        FULL JOIN (
            SELECT user_id, reference, sum(available_delta) AS booked
            FROM ledger_entries
            WHERE kind = 'Bonus' AND split_part(reference, ':', 1) IN ('gift', 'invitation', 'promo')
            GROUP BY user_id, reference) bonuses USING (user_id, reference)
        WHERE coalesce(booked, 0) NOT BETWEEN coalesce(least, 0) AND coalesce(most, 0)
        """;
}
