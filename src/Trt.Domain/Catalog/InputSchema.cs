namespace Trt.Domain.Catalog;

/// <summary>
/// The contract of a model. The wizard, the confirm step and the submit step all use it, and what is sent to the provider
/// is built from its checked values only.
/// </summary>
public sealed record InputSchema(IReadOnlyList<Field> Fields, IReadOnlyList<FieldRule> Rules)
{
    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Normalises what was given and fills the defaults, or lists every problem at once.</summary>
    public InputCheck Check(IReadOnlyDictionary<string, InputValue> given) => throw new NotSupportedException();

    /// <summary>The same for a single field, for the moment the customer answers it.</summary>
    public InputCheck CheckField(Field field, InputValue given) => throw new NotSupportedException();
}

/// <summary>Checked values, or the problems; never both.</summary>
public sealed record InputCheck(IReadOnlyDictionary<string, InputValue> Values, IReadOnlyList<InputProblem> Problems)
{
    public bool IsValid => Problems.Count == 0;
}

/// <param name="Limit">The bound that was missed, as a number or a list of allowed values, for the text of the answer.</param>
public sealed record InputProblem(string Field, ProblemCode Code, string? Limit = null);

public enum ProblemCode
{
    Required,
    WrongKind,
    UnknownField,
    TooShort,
    TooLong,
    NotAChoice,
    NotANumber,
    NotWhole,
    TooSmall,
    TooLarge,
    OffStep,
    TooFewItems,
    TooManyItems,
    WrongMediaType,
    FileTooLarge,
    MediaTooLong,
    OneOfRequired,
    NotTogether,
}
