namespace Trt.Application.Settings;

/// <summary>What single settings cannot promise: that they make sense together.</summary>
internal static class TermsCheck
{
    public static IReadOnlyList<string> Contradictions(ShopTerms terms)
    {
        var found = new List<string>();
        var topUps = terms.TopUps;
        if (topUps.Min > topUps.Max)
        {
            found.Add($"topup.min is {topUps.Min}, above topup.max, which is {topUps.Max}.");
        }

        if (topUps.Amounts.Where(amount => amount < topUps.Min || amount > topUps.Max).ToList() is { Count: > 0 } outside)
        {
            found.Add($"topup.amounts holds {string.Join(", ", outside)}, which is not between topup.min ({topUps.Min}) and topup.max ({topUps.Max}).");
        }

        if (terms.Growth.GiftMin > terms.Growth.GiftMax)
        {
            found.Add($"growth.gift_min is {terms.Growth.GiftMin}, above growth.gift_max, which is {terms.Growth.GiftMax}: raise that one first.");
        }

        return found;
    }
}
