using Trt.Domain.Finding;
using Trt.Infrastructure.Tests.Catalog;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>What the shop is taught from.</summary>
internal static class Lessons
{
    private static readonly string[] Languages = ["ru", "en"];

    public static IReadOnlyList<Spoken> Taught(string language) =>
        [.. Spoken.In($"examples.{language}.txt"), .. Spoken.In($"mended.{language}.txt")];

    public static IReadOnlyList<string> Written()
    {
        var reader = new PhraseReader(ShippedCards.Catalog);
        return
        [
            .. Teacher.Lessons(
            [
                .. Languages.SelectMany(language => Spoken.In($"examples.{language}.txt"))
                    .Select(spoken => (reader.CluesOf(spoken.Phrase, spoken.Files), spoken.Meaning)),
                // The rules were mended by these, so that they are right about them proves nothing.
                .. Languages.SelectMany(language => Spoken.In($"mended.{language}.txt"))
                    .Select(spoken => (Unruled(reader.CluesOf(spoken.Phrase, spoken.Files)), spoken.Meaning)),
            ]),
        ];
    }

    private static IReadOnlyCollection<string> Unruled(IReadOnlyCollection<string> clues) =>
        [.. clues.Where(clue => !clue.StartsWith(Clues.Ruled, StringComparison.Ordinal)), $"{Clues.Ruled}nothing"];
}
