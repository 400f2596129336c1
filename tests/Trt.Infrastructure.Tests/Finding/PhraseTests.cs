using Trt.Domain.Finding;
using Trt.Infrastructure.Tests.Catalog;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>How well wishes are understood, by phrases that were written before the rules.</summary>
public sealed class PhraseTests
{
    private const int PhrasesMin = 300;

    [TestCase("ru")]
    [TestCase("en")]
    public void At_least_95_of_100_phrases_are_understood(string language)
    {
        var all = new[] { "phrases", "held-out" }.SelectMany(file => Spoken.In($"{file}.{language}.txt")).ToList();
        all.Select(spoken => (spoken.Phrase, spoken.Files)).Distinct().Count().ShouldBe(all.Count);
        all.Count.ShouldBeGreaterThanOrEqualTo(PhrasesMin);
        var misread = all.Select(spoken => (Spoken: spoken, As: spoken.Misread())).Where(pair => pair.As is not null).ToList();
        var list = string.Join('\n', misread.Select(pair => $"{pair.Spoken.Phrase} [{pair.Spoken.Meant}] as {pair.As}"));
        TestContext.Out.WriteLine($"{all.Count - misread.Count} of {all.Count}\n{list}");
        (misread.Count * 100).ShouldBeLessThanOrEqualTo(all.Count * 5, list);
    }

    [Test]
    public void The_same_words_are_always_understood_alike()
    {
        var reader = new PhraseReader(ShippedCards.Catalog);
        var spoken = Spoken.In("phrases.ru.txt")[0];
        reader.Read(spoken.Phrase, spoken.Files).ToString().ShouldBe(reader.Read(spoken.Phrase, spoken.Files).ToString());
    }
}
