namespace Trt.Domain.Catalog;

/// <summary>
/// What a price line or a rule says about a field: a value, or only whether something was given.
/// Values are compared after normalisation, so "5" and 5 are the same; an earlier result is compared by the model that made it.
/// </summary>
public static class Condition
{
    public const string Present = "present";
    public const string Absent = "absent";

    internal static bool AllHold(IReadOnlyDictionary<string, string> conditions, IReadOnlyDictionary<string, InputValue> values)
    {
        foreach (var (field, expected) in conditions)
        {
            if (!Holds(expected, values.GetValueOrDefault(field)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(string expected, InputValue? value) => (expected, value) switch
    {
        (Present, _) => value is { IsEmpty: false },
        (Absent, _) => value is null or { IsEmpty: true },
        (_, TextValue text) => text.Text == expected,
        (_, EarlierValue earlier) => earlier.Model.Value == expected,
        (_, FlagValue flag) => (flag.Flag ? "true" : "false") == expected,
        (_, NumberValue number) => Numbers.Parse(expected) == number.Number,
        _ => false,
    };
}
