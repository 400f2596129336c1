namespace Trt.Domain.Catalog;

/// <summary>A rule between fields.</summary>
public abstract record FieldRule
{
    /// <summary>The fields it speaks about; the rule is not asked while one of them has a problem of its own.</summary>
    public abstract IEnumerable<string> Concerns { get; }

    public bool IsKeptBy(IReadOnlyDictionary<string, InputValue> values) => Broken(values) is null;

    /// <summary>Null when the rule is kept.</summary>
    internal abstract InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values);

    /// <summary>The field with the limit that holds beside these values.</summary>
    internal virtual Field Tighten(Field field, IReadOnlyDictionary<string, InputValue> values) => field;
}

/// <summary>At least one of these must be given.</summary>
public sealed record OneOfRequired(IReadOnlyList<string> Fields) : FieldRule
{
    public override IEnumerable<string> Concerns => Fields;

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        Fields.Any(field => values.GetValueOrDefault(field) is { IsEmpty: false })
            ? null
            : new InputProblem(Fields[0], ProblemCode.OneOfRequired, string.Join(", ", Fields));
}

/// <summary>These values do not go together, for example 1080p with 10 seconds.</summary>
public sealed record NotTogether(IReadOnlyDictionary<string, string> Values) : FieldRule
{
    public override IEnumerable<string> Concerns => Values.Keys;

    internal bool RulesOut(Field field, IReadOnlyDictionary<string, InputValue> others) =>
        Values.GetValueOrDefault(field.Name) == Condition.Present
        && Condition.AllHold(Values.Where(pair => pair.Key != field.Name).ToDictionary(), others);

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        Condition.AllHold(Values, values)
            ? new InputProblem(
                Values.Keys.First(),
                ProblemCode.NotTogether,
                string.Join(", ", Values.Select(pair => $"{pair.Key}={pair.Value}")))
            : null;
}

/// <summary>The field has to be given when the conditions hold, for example a style in the detailed mode.</summary>
public sealed record RequiredWhen(string Field, IReadOnlyDictionary<string, string> When) : FieldRule
{
    public override IEnumerable<string> Concerns => [Field, .. When.Keys];

    internal bool Applies(IReadOnlyDictionary<string, InputValue> values) => Condition.AllHold(When, values);

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is not { IsEmpty: false } && Applies(values)
            ? new InputProblem(Field, ProblemCode.Required)
            : null;
}

/// <summary>A tighter limit for a text when the conditions hold.</summary>
public sealed record LengthWhen(string Field, int LengthMax, IReadOnlyDictionary<string, string> When) : FieldRule
{
    public override IEnumerable<string> Concerns => [Field, .. When.Keys];

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is TextValue text && TextLength.Of(text.Text) is var length && length > LengthMax
            && Condition.AllHold(When, values)
            ? new InputProblem(Field, ProblemCode.TooLong, LengthMax, length)
            : null;

    internal override Field Tighten(Field field, IReadOnlyDictionary<string, InputValue> values) =>
        field is TextField text && text.Name == Field && text.LengthMax > LengthMax && Condition.AllHold(When, values)
            ? text with { LengthMax = LengthMax }
            : field;
}

/// <summary>A tighter limit for a number when the conditions hold.</summary>
public sealed record MaxWhen(string Field, decimal Max, IReadOnlyDictionary<string, string> When) : FieldRule
{
    public override IEnumerable<string> Concerns => [Field, .. When.Keys];

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is NumberValue number && number.Number > Max && Condition.AllHold(When, values)
            ? new InputProblem(Field, ProblemCode.TooLarge, Max, number.Number)
            : null;

    internal override Field Tighten(Field field, IReadOnlyDictionary<string, InputValue> values) =>
        field is NumberField number && number.Name == Field && number.Max > Max && Condition.AllHold(When, values)
            ? number with { Max = Max }
            : field;
}

/// <summary>A tighter limit for the length of a recording when the conditions hold.</summary>
public sealed record DurationWhen(string Field, int SecondsMax, IReadOnlyDictionary<string, string> When) : FieldRule
{
    public override IEnumerable<string> Concerns => [Field, .. When.Keys];

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is MediaValue media
        && media.Items.Max(item => item.DurationSeconds) is { } longest
        && longest > SecondsMax
        && Condition.AllHold(When, values)
            ? new InputProblem(Field, ProblemCode.MediaTooLong, SecondsMax, longest)
            : null;

    internal override Field Tighten(Field field, IReadOnlyDictionary<string, InputValue> values) =>
        field is MediaField media && media.Name == Field && !(media.DurationSecondsMax <= SecondsMax) && Condition.AllHold(When, values)
            ? media with { DurationSecondsMax = SecondsMax }
            : field;
}

/// <summary>A common limit for the files of several fields, for example images plus videos at most five.</summary>
public sealed record ItemsTogether(IReadOnlyList<string> Fields, int ItemsMax) : FieldRule
{
    public override IEnumerable<string> Concerns => Fields;

    internal override InputProblem? Broken(IReadOnlyDictionary<string, InputValue> values)
    {
        var given = Fields.Where(field => values.GetValueOrDefault(field) is { IsEmpty: false }).ToArray();
        return given.Sum(field => values[field] is MediaValue media ? media.Items.Count : 0) is var count && count > ItemsMax
            ? new InputProblem(given[^1], ProblemCode.TooManyItems, ItemsMax, count)
            : null;
    }
}
