using System.Text.Json;
using System.Text.RegularExpressions;

namespace Trt.Sandbox.Certification;

/// <summary>Where the simulated provider answers otherwise than the recorded one, and why that may be so.</summary>
internal sealed class Explanations
{
    private readonly IReadOnlyList<Explanation> _all;

    public Explanations(IReadOnlyList<Explanation> all) => _all = all;

    public static Explanations Shipped()
    {
        using var file = typeof(Explanations).Assembly.GetManifestResourceStream("certification-explained.json")
            ?? throw new InvalidOperationException("the list of explained differences is not embedded");
        return new Explanations(JsonSerializer.Deserialize<List<Explanation>>(file, JsonSerializerOptions.Web)!);
    }

    public string? WhyOf(string door, ShapeDifference difference) => _all.FirstOrDefault(one => one.Fits(door, difference))?.Why;
}

/// <param name="Door">Of the exchange; * stands for anything.</param>
/// <param name="At">Where in the answer.</param>
/// <param name="Is">The difference in the words of the report.</param>
internal sealed record Explanation(string Door, string At, string Is, string Why)
{
    public bool Fits(string door, ShapeDifference difference) =>
        Matches(Door, door) && Matches(At, difference.At) && Matches(Is, difference.Is);

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}

/// <param name="At">The path in the answer, or "code" and "http".</param>
internal sealed record ShapeDifference(string At, string Recorded, string Emulated)
{
    public string Is => $"{Recorded}, here {Emulated}";

    private const string Absent = "absent";

    public static IEnumerable<ShapeDifference> Between(
        IReadOnlyDictionary<string, string> recorded, IReadOnlyDictionary<string, string> emulated) => recorded.Keys.Union(emulated.Keys)
        .Select(path => new ShapeDifference(path, recorded.GetValueOrDefault(path, Absent), emulated.GetValueOrDefault(path, Absent)))
        .Where(difference => difference.Recorded != difference.Emulated);
}
