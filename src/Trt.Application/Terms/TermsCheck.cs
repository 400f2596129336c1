namespace Trt.Application.Terms;

/// <summary>What single settings cannot promise: that they make sense together.</summary>
internal static class TermsCheck
{
    public static IReadOnlyList<Contradiction> Contradictions(ShopTerms terms)
    {
        var found = new List<Contradiction>();
        var topUps = terms.TopUps;
        if (topUps.Min > topUps.Max)
        {
            found.Add(new Contradiction($"topup.min is {topUps.Min}, above topup.max, which is {topUps.Max}.", TopUps));
        }

        if (topUps.Amounts.Where(amount => amount < topUps.Min || amount > topUps.Max).ToList() is { Count: > 0 } outside)
        {
            found.Add(new Contradiction(
                $"topup.amounts holds {string.Join(", ", outside)}, which is not between topup.min ({topUps.Min}) and topup.max ({topUps.Max}).",
                TopUps));
        }

        if (terms.Growth.GiftMin > terms.Growth.GiftMax)
        {
            found.Add(new Contradiction(
                $"growth.gift_min is {terms.Growth.GiftMin}, above growth.gift_max, which is {terms.Growth.GiftMax}: raise that one first.",
                Gift));
        }

        return found;
    }

    private static readonly IReadOnlyList<string> TopUps = ["topup.min", "topup.max", SettingsRegistry.TopUpAmounts];

    private static readonly IReadOnlyList<string> Gift = ["growth.gift_min", "growth.gift_max"];
}

/// <param name="Settings">All that have to agree: if they do not, those before stay together.</param>
internal sealed record Contradiction(string Text, IReadOnlyList<string> Settings);
