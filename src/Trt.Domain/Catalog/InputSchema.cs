namespace Trt.Domain.Catalog;

/// <summary>
/// The contract of a model. The wizard, the confirm step and the submit step all use it, and what is sent to the provider
/// is built from its checked values only.
/// </summary>
public sealed record InputSchema(IReadOnlyList<Field> Fields, IReadOnlyList<FieldRule> Rules)
{
    /// <summary>The question that a complaint is about, if it names one that can be asked.</summary>
    public Field? NamedIn(string? complaint) => complaint is null ? null : Fields
        .Where(field => !field.IsHidden && Names(complaint, field.Name))
        .MaxBy(field => field.Name.Length);

    /// <summary>As a word of its own: "prompt" is not named by "negative_prompt".</summary>
    private static bool Names(string complaint, string name)
    {
        for (var at = complaint.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = complaint.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsOfWord(complaint.ElementAtOrDefault(at - 1)) && !IsOfWord(complaint.ElementAtOrDefault(at + name.Length)))
            {
                return true;
            }
        }

        return false;

        static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
    }

    public Field? Find(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>
    /// Normalises what was given and fills the defaults, or lists every problem at once. Checked values stay as they are
    /// when they are checked again.
    /// </summary>
    public InputCheck Check(IReadOnlyDictionary<string, InputValue> given)
    {
        var problems = given.Keys.Where(name => Find(name) is null)
            .Order(StringComparer.Ordinal)
            .Select(name => new InputProblem(name, ProblemCode.UnknownField))
            .ToList();
        var values = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (Settle(field, given.GetValueOrDefault(field.Name), problems) is { } value)
            {
                values.Add(field.Name, value);
            }
        }

        var spoiled = problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Rules.Where(rule => !rule.Concerns.Any(spoiled.Contains))
            .Select(rule => rule.Broken(values))
            .OfType<InputProblem>());
        return problems.Count == 0 ? new InputCheck(values, []) : InputCheck.Refused(problems);
    }

    /// <summary>What is known so far: the given values, and the defaults of the rest.</summary>
    public IReadOnlyDictionary<string, InputValue> Known(IReadOnlyDictionary<string, InputValue> given)
    {
        var known = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if ((given.GetValueOrDefault(field.Name) ?? field.Default) is { } value)
            {
                known.Add(field.Name, value);
            }
        }

        return known;
    }

    /// <summary>Whether the other values make this field necessary, as the detailed mode needs a style.</summary>
    public bool IsDue(Field field, IReadOnlyDictionary<string, InputValue> known) =>
        Rules.OfType<RequiredWhen>().Any(rule => rule.Field == field.Name && rule.Applies(known));

    /// <summary>Whether whatever is given here collides with the other values; what is given already is told by its collision.</summary>
    public bool IsRuledOut(Field field, IReadOnlyDictionary<string, InputValue> known) =>
        !known.ContainsKey(field.Name) && Rules.OfType<NotTogether>().Any(rule => rule.RulesOut(field, known));

    /// <summary>The choices that collide with none of the other values.</summary>
    public IReadOnlyList<Choice> Open(ChoiceField field, IReadOnlyDictionary<string, InputValue> others)
    {
        var rules = Rules.OfType<NotTogether>().Where(rule => rule.Values.ContainsKey(field.Name)).ToList();
        return rules.Count == 0 ? field.Choices : [.. field.Choices.Where(choice => rules.All(rule => rule.IsKeptBy(With(choice))))];

        Dictionary<string, InputValue> With(Choice choice) =>
            new(others, StringComparer.Ordinal) { [field.Name] = new TextValue(choice.Value) };
    }

    /// <summary>
    /// The field with the limits that hold beside these values, so that an answer is refused at once and with the true number.
    /// </summary>
    public Field Limited(Field field, IReadOnlyDictionary<string, InputValue> known) =>
        Rules.Aggregate(field, (limited, rule) => rule.Tighten(limited, known));

    /// <summary>The same for a single field, for the moment the customer answers it; rules between fields come later.</summary>
    public InputCheck CheckField(Field field, InputValue given)
    {
        if (Find(field.Name) is null)
        {
            return InputCheck.Refused([new InputProblem(field.Name, ProblemCode.UnknownField)]);
        }

        var problems = new List<InputProblem>();
        return Settle(field, given, problems) is { } value
            ? new InputCheck(new Dictionary<string, InputValue>(StringComparer.Ordinal) { [field.Name] = value }, problems)
            : InputCheck.Refused(problems);
    }

    private static InputValue? Settle(Field field, InputValue? given, List<InputProblem> problems)
    {
        if (given is { IsEmpty: false })
        {
            var value = field.Normalise(given, problems);
            if (!field.IsHidden || value is null || value == field.Default)
            {
                return value;
            }

            // What customers never see they cannot set either, and nothing is dropped without a word.
            problems.Add(new InputProblem(field.Name, ProblemCode.UnknownField));
            return null;
        }

        if (field.Default is null && field.IsRequired)
        {
            problems.Add(new InputProblem(field.Name, ProblemCode.Required));
        }

        return field.Default;
    }
}

/// <summary>Checked values, or the problems; never both.</summary>
public sealed record InputCheck(IReadOnlyDictionary<string, InputValue> Values, IReadOnlyList<InputProblem> Problems)
{
    private static readonly IReadOnlyDictionary<string, InputValue> Nothing = new Dictionary<string, InputValue>();

    public bool IsValid => Problems.Count == 0;

    internal static InputCheck Refused(IReadOnlyList<InputProblem> problems) => new(Nothing, problems);
}

/// <param name="Limit">The bound that was missed, as a number or a list of allowed values, for the text of the answer.</param>
/// <param name="Given">What was given instead, in the measure of the limit.</param>
public sealed record InputProblem(string Field, ProblemCode Code, string? Limit = null, string? Given = null)
{
    internal InputProblem(string field, ProblemCode code, decimal limit, decimal given)
        : this(field, code, Numbers.Text(limit), Numbers.Text(given))
    {
    }
}

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
    MediaTooShort,
    MediaTooLong,
    SideTooSmall,
    SideTooLarge,
    OneOfRequired,
    NotTogether,

    /// <summary>Its bytes are no picture, film or sound, whatever it is called.</summary>
    NotMedia,

    /// <summary>The messenger does not hand it over now.</summary>
    FileNotReached,

    /// <summary>The price or a limit needs it, and the file does not tell.</summary>
    LengthUnknown,
    SizeUnknown,
}
