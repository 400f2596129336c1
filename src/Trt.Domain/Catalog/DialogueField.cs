namespace Trt.Domain.Catalog;

/// <summary>A conversation: lines, each spoken by a voice of its own.</summary>
public sealed record DialogueField : Field
{
    public int ItemsMin { get; init; } = 1;

    public required int ItemsMax { get; init; }

    /// <summary>Characters of all lines together.</summary>
    public required int LengthMax { get; init; }

    public required IReadOnlyList<Choice> Voices { get; init; }

    /// <summary>
    /// The input that lists the speakers with their voices, where the lines only name their speaker; null where each line carries its
    /// voice.
    /// </summary>
    public string? SpeakersAs { get; init; }

    /// <summary>The accent that each of those speakers has to have; null where nobody asks.</summary>
    public string? Accent { get; init; }

    /// <summary>The voices as a choice of their own, for buttons and search.</summary>
    public ChoiceField Voice => new() { Name = Name, Label = Label, Choices = Voices };

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        var lines = given switch
        {
            DialogueValue dialogue => dialogue.Lines,
            TextValue text => Typed(text.Text),
            _ => null,
        };
        if (lines is null || !lines.All(line => TextLength.IsWellFormed(line.Text)))
        {
            problems.Add(Problem(ProblemCode.WrongKind));
            return null;
        }

        var before = problems.Count;
        var spoken = lines.Select(line => line with { Text = line.Text.Trim() }).ToList();
        if (spoken.Count < ItemsMin)
        {
            problems.Add(Problem(ProblemCode.TooFewItems, ItemsMin, spoken.Count));
        }

        if (spoken.Count > ItemsMax)
        {
            problems.Add(Problem(ProblemCode.TooManyItems, ItemsMax, spoken.Count));
        }

        if (spoken.Any(line => line.Text.Length == 0))
        {
            problems.Add(Problem(ProblemCode.TooShort, 1, 0));
        }

        if (spoken.Sum(line => TextLength.Of(line.Text)) is var length && length > LengthMax)
        {
            problems.Add(Problem(ProblemCode.TooLong, LengthMax, length));
        }

        if (spoken.Any(line => Voices.All(voice => voice.Value != line.Voice)))
        {
            problems.Add(Problem(ProblemCode.NotAChoice, string.Join(", ", Voices.Select(voice => voice.Value))));
        }

        return problems.Count == before ? new DialogueValue(spoken) : null;
    }

    /// <summary>"James: Good evening", one line each; null when a line names no voice.</summary>
    public IReadOnlyList<DialogueLine>? Typed(string text)
    {
        List<DialogueLine> lines = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || Voice.Match(line[..colon].Trim()) is not { } voice)
            {
                return null;
            }

            lines.Add(new DialogueLine(line[(colon + 1)..].Trim(), voice.Value));
        }

        return lines.Count > 0 ? lines : null;
    }
}

/// <param name="Voice">Null while the customer has still to choose it.</param>
public sealed record DialogueLine(string Text, string? Voice);
