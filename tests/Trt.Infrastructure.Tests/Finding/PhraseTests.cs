using Trt.Domain.Finding;
using Trt.Infrastructure.Tests.Catalog;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>How well wishes are understood, by phrases of people who know neither the rules nor the examples that were taught.</summary>
public sealed class PhraseTests
{
    private const int PhrasesMin = 300;

    [TestCase("ru")]
    [TestCase("en")]
    public void Of_phrases_that_nobody_taught_95_in_100_are_understood(string language)
    {
        var all = Spoken.In($"examination.{language}.txt");
        all.Select(spoken => (spoken.Phrase, spoken.Files)).Distinct().Count().ShouldBe(all.Count);
        all.Count.ShouldBeGreaterThanOrEqualTo(PhrasesMin);
        all.Select(spoken => (spoken.Phrase, spoken.Files)).Intersect(Taught(language)).ShouldBeEmpty();
        var misread = Misread(all);
        (misread.Count * 100).ShouldBeLessThanOrEqualTo(all.Count * 5, List(misread));
    }

    [TestCase("ru")]
    [TestCase("en")]
    public void What_was_taught_is_remembered(string language)
    {
        var all = Lessons.Taught(language);
        var misread = Misread(all);
        (misread.Count * 100).ShouldBeLessThanOrEqualTo(all.Count * 5, List(misread));
    }

    [Test]
    public void The_same_words_are_always_understood_alike()
    {
        var reader = new PhraseReader(ShippedCards.Catalog);
        var spoken = Spoken.In("examination.ru.txt")[0];
        reader.Read(spoken.Phrase, spoken.Files).ToString().ShouldBe(reader.Read(spoken.Phrase, spoken.Files).ToString());
    }

    private static IEnumerable<(string Phrase, FilesGiven Files)> Taught(string language) =>
        Lessons.Taught(language).Select(spoken => (spoken.Phrase, spoken.Files));

    private static List<(Spoken Spoken, string As)> Misread(IReadOnlyList<Spoken> all) =>
        [.. all.Select(spoken => (Spoken: spoken, As: spoken.Misread())).Where(pair => pair.As is not null).Select(pair => (pair.Spoken, pair.As!))];

    private static string List(List<(Spoken Spoken, string As)> misread) => string.Join(
        '\n', misread.Select(pair => $"{pair.Spoken.Phrase} [{pair.Spoken.Meant}{pair.Spoken.Files}] as {pair.As}").Prepend($"{misread.Count} misread:"));
}
