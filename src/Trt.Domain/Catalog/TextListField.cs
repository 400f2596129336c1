namespace Trt.Domain.Catalog;

public sealed record TextListField : Field
{
    public int ItemsMin { get; init; } = 1;

    public required int ItemsMax { get; init; }

    public required int LengthMax { get; init; }

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        var items = given switch
        {
            TextListValue list => list.Items.Select(item => item.Trim()).ToArray(),
            TextValue text => text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => null,
        };
        if (items is null || !items.All(TextLength.IsWellFormed))
        {
            problems.Add(Problem(ProblemCode.WrongKind));
            return null;
        }

        var before = problems.Count;
        if (items.Length < ItemsMin)
        {
            problems.Add(Problem(ProblemCode.TooFewItems, ItemsMin, items.Length));
        }

        if (items.Length > ItemsMax)
        {
            problems.Add(Problem(ProblemCode.TooManyItems, ItemsMax, items.Length));
        }

        if (items.Any(item => item.Length == 0))
        {
            problems.Add(Problem(ProblemCode.TooShort, 1, 0));
        }

        if (items.Select(TextLength.Of).DefaultIfEmpty().Max() is var longest && longest > LengthMax)
        {
            problems.Add(Problem(ProblemCode.TooLong, LengthMax, longest));
        }

        return problems.Count == before ? new TextListValue(items) : null;
    }
}
