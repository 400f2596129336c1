namespace Trt.Application.Terms;

/// <summary>
/// What the shop starts with: the environment's word over the usual terms, by the same rules as the operator's word later.
/// </summary>
public static class StartTerms
{
    /// <param name="variable">Reads a variable; null when it is not set.</param>
    /// <returns>Every problem names its variable, never a setting that nobody has written.</returns>
    public static (ShopTerms Terms, IReadOnlyList<string> Problems) Read(Func<string, string?> variable)
    {
        var (terms, problems) = (new ShopTerms(), new List<string>());
        var said = SettingsRegistry.All.Where(rule => rule.Variable is not null && variable(rule.Variable) is not null).ToList();
        foreach (var rule in said)
        {
            var text = variable(rule.Variable!)!;
            if (rule.Write(terms, rule.OfVariable(text)) is SettingReading.Taken taken)
            {
                terms = taken.Terms;
            }
            else
            {
                problems.Add($"{rule.Variable} is \"{text}\"; it must be {rule.Bounds}.");
            }
        }

        if (said.All(rule => rule.Name != SettingsRegistry.TopUpAmounts))
        {
            terms = terms with { TopUps = WithFittingButtons(terms.TopUps) };
        }

        problems.AddRange(TermsCheck.Contradictions(terms).Select(found => InVariables(found.Text)));
        return (terms, problems);
    }

    /// <summary>Other limits than the usual make no problem of the usual buttons: those that do not fit go.</summary>
    private static TopUpTerms WithFittingButtons(TopUpTerms terms) => terms with
    {
        Amounts = [.. terms.Amounts.Where(amount => amount >= terms.Min && amount <= terms.Max)],
    };

    private static string InVariables(string text) => SettingsRegistry.All
        .Where(rule => rule.Variable is not null)
        .OrderByDescending(rule => rule.Name.Length)
        .Aggregate(text, (said, rule) => said.Replace(rule.Name, rule.Variable, StringComparison.Ordinal));
}
