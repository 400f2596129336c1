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
        return Called(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } exact
            ? exact
            : Called(name => wanted.Length > 0 && name.Contains(wanted, StringComparison.OrdinalIgnoreCase));

        IReadOnlyList<Choice> Called(Func<string, bool> fits) => [.. field.Choices.Where(choice => Names(choice).Any(fits))];
    }

    private static IEnumerable<string> Names(Choice choice) => [choice.Value, choice.Label.Ru, choice.Label.En];
}
