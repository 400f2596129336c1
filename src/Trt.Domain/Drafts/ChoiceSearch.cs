using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>Finds a voice or a language by what a person types, in either language.</summary>
public static class ChoiceSearch
{
    /// <summary>Fewer are faster seen than searched.</summary>
    public const int WorthwhileFrom = 13;

    /// <summary>What is called exactly so, otherwise everything that contains it.</summary>
    public static IReadOnlyList<Choice> Find(ChoiceField field, string typed)
    {
        var wanted = typed.Trim();
        return field.Choices.Where(choice => Names(choice).Any(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase))).ToList() is { Count: > 0 } exact
            ? exact
            : [.. field.Choices.Where(choice => wanted.Length > 0 && Names(choice).Any(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<string> Names(Choice choice) => [choice.Value, choice.Label.Ru, choice.Label.En];
}
