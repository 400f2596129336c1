namespace Trt.Domain.Catalog;

public sealed record FlagField : Field
{
    private static readonly string[] Yes = ["да", "yes", "true", "1", "on", "вкл", "y", "д", "+"];
    private static readonly string[] No = ["нет", "no", "false", "0", "off", "выкл", "n", "н", "-"];

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        var flag = given switch
        {
            FlagValue value => value.Flag,
            NumberValue { Number: 1 } => true,
            NumberValue { Number: 0 } => false,
            TextValue text when Names(Yes, text) => true,
            TextValue text when Names(No, text) => false,
            _ => (bool?)null,
        };
        if (flag is { } known)
        {
            return new FlagValue(known);
        }

        problems.Add(given is TextValue or NumberValue
            ? Problem(ProblemCode.NotAChoice, "да/yes, нет/no")
            : Problem(ProblemCode.WrongKind));
        return null;
    }

    private static bool Names(string[] words, TextValue text) => words.Contains(text.Text.Trim(), StringComparer.OrdinalIgnoreCase);
}
