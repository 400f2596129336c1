namespace Trt.Domain.Catalog;

/// <summary>
/// What a price line or a rule says about a field: a value, or only whether something was given.
/// Values are compared after normalisation, so "5" and 5 are the same; an earlier result is compared by the model that made it,
/// and "task_id.resolution" by what was ordered with it.
/// </summary>
public static class Condition
{
    public const string Present = "present";
    public const string Absent = "absent";

    internal static bool AllHold(IReadOnlyDictionary<string, string> conditions, IReadOnlyDictionary<string, InputValue> values)
    {
        foreach (var (field, expected) in conditions)
        {
            if (!Holds(expected, Read(field, values)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one of the conditions is about this field, or about what was ordered with the earlier result in it.</summary>
    internal static bool Speak(IReadOnlyDictionary<string, string> conditions, string field) =>
        conditions.ContainsKey(field) || conditions.Keys.Any(subject => Split(subject)?.Field == field);

    /// <summary>Null for a plain field.</summary>
    public static (string Field, string Ordered)? Split(string subject) =>
        subject.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (subject[..dot], subject[(dot + 1)..]) : null;

    private static InputValue? Read(string subject, IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(subject)
        ?? (Split(subject) is var (field, ordered) && values.GetValueOrDefault(field) is EarlierValue earlier
            && earlier.Ordered.TryGetValue(ordered, out var said)
                ? new TextValue(said)
                : null);

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
