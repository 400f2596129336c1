using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

public sealed class CatalogDriftTests
{
    private const string Facts = """
        [{ "id": "maker/model", "title": "Model", "output": "image",
           "inputs": [
             { "name": "prompt", "type": "string", "required": true, "maxLength": 100 },
             { "name": "size", "type": "enum", "required": false, "default": "1K", "enum": ["1K", "2K"] } ],
           "pricing": { "unit": "generation", "credits": null, "skus": [
             { "when": { "size": "1K" }, "credits": 1 }, { "when": { "size": "2K" }, "credits": 1.0 } ] } }]
        """;

    [Test]
    public void A_card_that_was_reviewed_against_these_facts_is_not_mentioned()
    {
        using var cards = new CardFolder();
        var facts = Read(cards, Facts);

        var report = Compare(cards, Reviewed(facts), facts);

        report.Models.ShouldBeEmpty();
        report.NeedsAttention.ShouldBeFalse();
    }

    [TestCase("\"maxLength\": 100", "\"maxLength\": 90", true, "input prompt: maxLength is 90, the card says 100")]
    [TestCase("[\"1K\", \"2K\"]", "[\"1K\", \"2K\", \"4K\"]", true, "input size also takes 4K")]
    [TestCase("[\"1K\", \"2K\"]", "[\"1K\"]", false, "input size no longer takes 2K")]
    [TestCase("\"credits\": 1.0", "\"credits\": 2", true, "price size=2K is 2, the card says 1")]
    [TestCase("\"output\": \"image\"", "\"output\": \"video\"", false, "gives video, the card says image")]
    [TestCase("\"type\": \"string\"", "\"type\": \"image\"", false, "input prompt is image, the card says string")]
    [TestCase("\"name\": \"size\"", "\"name\": \"scale\"", false, "input size is gone")]
    [TestCase("\"name\": \"size\", \"type\": \"enum\", \"required\": false", "\"name\": \"area\", \"type\": \"enum\", \"required\": true", false,
        "input area (enum) is required and not on the card")]
    [TestCase("\"id\": \"maker/model\"", "\"id\": \"maker/next\"", false, "there is no card for this model")]
    [TestCase("\"id\": \"maker/model\"", "\"id\": \"maker/next\"", false, "the facts no longer know this model")]
    public void A_change_of_the_facts_is_told_as_safe_or_unsafe(string old, string changed, bool isSafe, string what)
    {
        Facts.ShouldContain(old);
        using var cards = new CardFolder();
        var reviewed = Reviewed(Read(cards, Facts));

        var report = Compare(cards, reviewed, Read(cards, Facts.Replace(old, changed)));

        report.Models.SelectMany(model => model.Changes).ShouldContain(new DriftChange(isSafe, what));
        report.NeedsAttention.ShouldBeTrue();
        report.ToMarkdown().ShouldContain(what);
    }

    [Test]
    public void A_locked_card_is_reported_for_information_only()
    {
        using var cards = new CardFolder();
        var locked = Reviewed(Read(cards, Facts)).Replace("\"maker\":", "\"locked\": true, \"maker\":");

        var report = Compare(cards, locked, Read(cards, Facts.Replace("\"maxLength\": 100", "\"maxLength\": 90")));

        report.NeedsAttention.ShouldBeFalse();
        report.ToMarkdown().ShouldContain("Locked: for information (1)");
    }

    [Test]
    public void The_order_of_the_facts_does_not_matter()
    {
        using var cards = new CardFolder();
        var turned = Facts.Replace(
            "{ \"when\": { \"size\": \"1K\" }, \"credits\": 1 }, { \"when\": { \"size\": \"2K\" }, \"credits\": 1.0 }",
            "{ \"when\": { \"size\": \"2K\" }, \"credits\": 1 }, { \"when\": { \"size\": \"1K\" }, \"credits\": 1 }");

        Read(cards, turned)[0].Fingerprint().ShouldBe(Read(cards, Facts)[0].Fingerprint());
    }

    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("[{}]")]
    [TestCase("[1]")]
    public void A_file_that_holds_no_facts_says_what_it_should_hold(string content)
    {
        using var cards = new CardFolder();

        Should.Throw<InvalidDataException>(() => Read(cards, content)).Message.ShouldContain("JSON list of models");
    }

    [Test]
    public void Every_delivered_card_notes_the_facts_it_was_reviewed_against() =>
        ShippedCards.Catalog.Cards.Where(card => card.Reviewed is null).ShouldBeEmpty();

    private static string Reviewed(IReadOnlyList<ProviderFacts> facts) =>
        CardFolder.Sound.Replace("\"maker\":", $"\"reviewed\": \"{facts[0].Fingerprint()}\", \"maker\":");

    private static DriftReport Compare(CardFolder folder, string card, IReadOnlyList<ProviderFacts> facts) => CatalogDrift.Compare(
        new CatalogLoader().Load(folder.With("maker/model.json", card).Path).ShouldBeOfType<CatalogReading.Loaded>().Catalog, facts);

    private static IReadOnlyList<ProviderFacts> Read(CardFolder folder, string facts) =>
        FactsFile.Read(Path.Combine(folder.With("facts.json", facts).Path, "facts.json"));
}
