using System.Collections.Frozen;
using Trt.Domain.BackOffice;

namespace Trt.Application.Terms;

/// <summary>
/// The table of settings laid over the terms of the start. A row that cannot be followed (the shop refuses to write one, a hand in the
/// database may) takes nothing down: the value it had before stays, or the start's, and the rest goes on.
/// </summary>
internal sealed class TermsReading
{
    private readonly FrozenDictionary<string, string> _rows;
    private readonly FrozenDictionary<string, string> _followed;
    private readonly FrozenDictionary<string, string> _troubleOf;

    private TermsReading(
        ShopTerms terms,
        FrozenDictionary<string, string> rows,
        FrozenDictionary<string, string> followed,
        FrozenDictionary<string, string> troubleOf,
        IReadOnlyList<string> contradictions)
    {
        (Terms, _rows, _followed, _troubleOf) = (terms, rows, followed, troubleOf);
        Troubles = [.. troubleOf.Values, .. contradictions];
    }

    public ShopTerms Terms { get; }

    /// <summary>For the operator: which rows are not followed, and why.</summary>
    public IReadOnlyList<string> Troubles { get; }

    public static TermsReading Of(ShopTerms start, IReadOnlyList<Setting> rows, TermsReading? before = null)
    {
        var (terms, followed, troubles) = Lay(start, rows, before);
        var contradictions = TermsCheck.Contradictions(terms);
        if (contradictions.Count > 0)
        {
            (terms, followed, troubles) = Lay(
                start, WithThoseBefore(rows, [.. contradictions.SelectMany(found => found.Settings)], before), before);
        }

        return new TermsReading(
            terms,
            rows.ToFrozenDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal),
            followed.ToFrozenDictionary(StringComparer.Ordinal),
            troubles.ToFrozenDictionary(StringComparer.Ordinal),
            [.. contradictions.Select(found => $"The settings contradict themselves, so those before stay: {found.Text}")]);
    }

    /// <summary>These rows over those terms, whether or not they make sense together.</summary>
    public static ShopTerms Lay(ShopTerms start, IReadOnlyList<Setting> rows) => Lay(start, rows, before: null).Terms;

    public string? TroubleOf(string name) => _troubleOf.GetValueOrDefault(name);

    public bool IsOf(IReadOnlyList<Setting> rows) =>
        rows.Count == _rows.Count && rows.All(row => _rows.GetValueOrDefault(row.Name) == row.Value);

    /// <summary>What was in force together made sense together.</summary>
    private static List<Setting> WithThoseBefore(IReadOnlyList<Setting> rows, IReadOnlyList<string> names, TermsReading? before) =>
    [
        .. rows.Where(row => !names.Contains(row.Name)),
        .. names.Distinct()
            .Select(name => (Name: name, Value: before?._followed.GetValueOrDefault(name)))
            .Where(last => last.Value is not null)
            .Select(last => Setting.Of(last.Name, last.Value!, "", default)),
    ];

    private static (ShopTerms Terms, Dictionary<string, string> Followed, Dictionary<string, string> Troubles) Lay(
        ShopTerms start, IReadOnlyList<Setting> rows, TermsReading? before)
    {
        var troubles = new Dictionary<string, string>(StringComparer.Ordinal);
        var followed = new Dictionary<string, string>(StringComparer.Ordinal);
        var terms = start;
        foreach (var row in rows)
        {
            // A name that only a newer version knows is no trouble: it is not ours to follow.
            if (SettingsRegistry.Find(row.Name) is not { } rule)
            {
                continue;
            }

            if (rule.Write(terms, row.Value) is SettingReading.Taken taken)
            {
                (terms, followed[row.Name]) = (taken.Terms, row.Value);
                continue;
            }

            troubles[row.Name] = $"Setting {row.Name} holds \"{row.Value}\" but must be {rule.Bounds}; the value before it stays.";
            if (before?._followed.GetValueOrDefault(row.Name) is { } last && rule.Write(terms, last) is SettingReading.Taken kept)
            {
                (terms, followed[row.Name]) = (kept.Terms, last);
            }
        }

        return (terms, followed, troubles);
    }
}
