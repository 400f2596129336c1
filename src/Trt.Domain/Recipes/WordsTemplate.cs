using System.Text;

namespace Trt.Domain.Recipes;

/// <summary>
/// Words with holes: "a {animal} in space". What stands in braces is asked each time; a brace that is meant as one is written twice.
/// </summary>
public static class WordsTemplate
{
    public const int HolesMax = 20;
    public const int HoleNameMax = 40;
    public const int LengthMax = 20_000;

    /// <summary>The holes in the order in which they come up, each once.</summary>
    public static IReadOnlyList<string> Holes(string template) =>
        [.. Parts(template).Where(part => part.IsHole).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>As it is ordered; a hole that nobody has filled stays empty.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> answers)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(template))
        {
            text.Append(part.IsHole ? answers.GetValueOrDefault(part.Text, "") : part.Text);
        }

        return text.ToString();
    }

    /// <summary>As people read it: the holes stand in single braces.</summary>
    public static string Show(string template)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(template))
        {
            text.Append(part.IsHole ? $"{{{part.Text}}}" : part.Text);
        }

        return text.ToString();
    }

    /// <summary>Words that have no hole, whatever is in them.</summary>
    public static string Literal(string words) =>
        words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>Null when it can be kept.</summary>
    public static TemplateProblem? ProblemOf(string template, int lengthMax)
    {
        var holes = Holes(template);
        return string.IsNullOrWhiteSpace(template) ? TemplateProblem.Empty
            : Show(template).Length > Math.Min(lengthMax, LengthMax) ? TemplateProblem.TooLong
            : holes.Count > HolesMax ? TemplateProblem.TooManyHoles
            : holes.Any(hole => hole.Length > HoleNameMax) ? TemplateProblem.HoleNameTooLong
            : null;
    }

    private static IEnumerable<(string Text, bool IsHole)> Parts(string template)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            if (at + 1 < template.Length && template[at] is '{' or '}' && template[at + 1] == template[at])
            {
                plain.Append(template[at++]);
            }
            else if (template[at] == '{' && HoleAt(template, at) is { } hole)
            {
                yield return (plain.ToString(), false);
                plain.Clear();
                yield return (hole.Trim(), true);
                at += hole.Length + 1;
            }
            else
            {
                plain.Append(template[at]);
            }
        }

        yield return (plain.ToString(), false);
    }

    /// <summary>Null where a brace is just a brace: nothing between, a line break, or another one before it ends.</summary>
    private static string? HoleAt(string template, int at)
    {
        var end = template.IndexOf('}', at + 1);
        var name = end < 0 ? "" : template[(at + 1)..end];
        return string.IsNullOrWhiteSpace(name) || name.AsSpan().IndexOfAny("{\n\r") >= 0 ? null : name;
    }
}

public enum TemplateProblem
{
    Empty,
    TooLong,
    TooManyHoles,
    HoleNameTooLong,
}
