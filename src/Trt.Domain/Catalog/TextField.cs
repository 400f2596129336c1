using System.Text;

namespace Trt.Domain.Catalog;

public sealed record TextField : Field
{
    public int LengthMin { get; init; } = 1;

    public required int LengthMax { get; init; }

    /// <summary>Asked as a long text (prompt, lyrics) or a short line.</summary>
    public bool IsLong { get; init; } = true;

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        if (given is not TextValue { Text: var raw } || !TextLength.IsWellFormed(raw))
        {
            problems.Add(Problem(ProblemCode.WrongKind));
            return null;
        }

        var text = raw.Trim();
        var length = TextLength.Of(text);
        if (length < LengthMin)
        {
            problems.Add(Problem(ProblemCode.TooShort, LengthMin, length));
        }
        else if (length > LengthMax)
        {
            problems.Add(Problem(ProblemCode.TooLong, LengthMax, length));
        }
        else
        {
            return new TextValue(text);
        }

        return null;
    }
}

/// <summary>Texts are measured in Unicode scalar values: an emoji counts as people count it, not as UTF-16 stores it.</summary>
internal static class TextLength
{
    public static int Of(string text)
    {
        var pairs = 0;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                pairs++;
            }
        }

        return text.Length - pairs;
    }

    /// <summary>Half a surrogate pair or a NUL is refused by the database and by providers alike.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
