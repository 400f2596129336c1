namespace Trt.Domain.Catalog;

public sealed record NumberField : Field
{
    public required decimal Min { get; init; }

    public required decimal Max { get; init; }

    /// <summary>Allowed values are Min, Min + Step, Min + 2 × Step …</summary>
    public decimal? Step { get; init; }

    public bool IsInteger { get; init; }

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        var number = given switch
        {
            NumberValue value => value.Number,
            TextValue text => Numbers.Parse(text.Text),
            _ => null,
        };
        if (number is not { } found)
        {
            problems.Add(Problem(given is TextValue ? ProblemCode.NotANumber : ProblemCode.WrongKind));
            return null;
        }

        if (found < Min)
        {
            problems.Add(Problem(ProblemCode.TooSmall, Min, found));
        }
        else if (found > Max)
        {
            problems.Add(Problem(ProblemCode.TooLarge, Max, found));
        }
        else if (IsInteger && found != decimal.Truncate(found))
        {
            problems.Add(Problem(ProblemCode.NotWhole));
        }
        else if (Step is { } step && (found - Min) % step != 0)
        {
            problems.Add(Problem(ProblemCode.OffStep, step, found));
        }
        else
        {
            return new NumberValue(Numbers.WithoutTrailingZeros(found));
        }

        return null;
    }
}
