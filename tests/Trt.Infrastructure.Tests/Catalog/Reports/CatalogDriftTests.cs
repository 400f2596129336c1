using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

public sealed class CatalogDriftTests
{
    private const string Contract = """
        { "model": "maker/model", "gives": "image", "status": "sold",
          "asks": [
            { "name": "prompt", "type": "text", "required": true, "max": 100 },
            { "name": "size", "type": "choice", "choices": ["1K", "2K"], "default": "1K" } ],
          "price": { "unit": "generation", "lines": [
            { "when": { "size": "1K" }, "credits": 1 }, { "when": { "size": "2K" }, "credits": 1.0 } ] } }
        """;

    private static readonly Lazy<IReadOnlyDictionary<string, ProviderContract>> Shipped = new(() =>
        ProviderContracts.Read(ProviderContracts.DefaultFolder).ToDictionary(contract => contract.Model, StringComparer.Ordinal));

    [Test]
    public void A_card_that_says_what_the_provider_says_is_settled() => Compare(CardFolder.Sound, Contract).NeedsAttention.ShouldBeFalse();

    [TestCase("\"max\": 100", "\"max\": 90", DriftKind.Safe, "prompt.max: 100, not 90")]
    [TestCase("\"max\": 100", "\"min\": 2", DriftKind.Safe, "prompt.max: 100, not nothing")]
    [TestCase("\"default\": \"1K\"", "\"default\": \"2K\"", DriftKind.Safe, "size.default: 1K, not 2K")]
    [TestCase("[\"1K\", \"2K\"]", "[\"1K\", \"2K\", \"4K\"]", DriftKind.Safe, "size.choices: without 4K")]
    [TestCase("[\"1K\", \"2K\"]", "[\"1K\"]", DriftKind.Unsafe, "size.choices: with 2K")]
    [TestCase("[\"1K\", \"2K\"]", "[1, 2]", DriftKind.Unsafe, "size.travels: nothing, not as numbers")]
    [TestCase("\"credits\": 1.0", "\"credits\": 24", DriftKind.Price, "price line size=2K: 1, not 24")]
    [TestCase("\"unit\": \"generation\"", "\"unit\": \"second\"", DriftKind.Price, "price per: generation, not second")]
    [TestCase("\"gives\": \"image\"", "\"gives\": \"video\"", DriftKind.Unsafe, "output kind: image, not video")]
    [TestCase("\"type\": \"text\"", "\"type\": \"image\"", DriftKind.Unsafe, "prompt: text, not image")]
    [TestCase("\"name\": \"size\", \"type\": \"choice\"", "\"name\": \"scale\", \"type\": \"choice\"", DriftKind.Unsafe, "size: choice, not nothing")]
    [TestCase("\"name\": \"size\", \"type\": \"choice\"", "\"name\": \"scale\", \"type\": \"choice\"", DriftKind.Safe, "scale: nothing, not choice")]
    [TestCase("\"name\": \"size\", \"type\": \"choice\"", "\"name\": \"scale\", \"type\": \"choice\", \"required\": true", DriftKind.Unsafe, "scale: nothing, not choice")]
    [TestCase("\"status\": \"sold\"", "\"status\": \"retired\"", DriftKind.Unsafe, "on sale: yes, not no")]
    [TestCase("\"status\": \"sold\"", "\"status\": \"sold\", \"door\": \"veo/generate\"", DriftKind.Unsafe, "order path: jobs/createTask, not veo/generate")]
    [TestCase("\"status\": \"sold\"", "\"status\": \"sold\", \"sentAs\": \"model-2\"", DriftKind.Unsafe, "sent as: maker/model, not model-2")]
    [TestCase("\"status\": \"sold\"", "\"status\": \"sold\", \"oneOf\": [[\"prompt\", \"size\"]]", DriftKind.Unsafe, "at least one of: nothing, not prompt | size")]
    [TestCase("\"model\": \"maker/model\"", "\"model\": \"maker/next\"", DriftKind.Unsafe, "model: nothing, not sold by the provider")]
    [TestCase("\"model\": \"maker/model\"", "\"model\": \"maker/next\"", DriftKind.Unsafe, "model: on a card, not nothing")]
    public void Whatever_the_provider_changes_is_told(string old, string changed, DriftKind kind, string words)
    {
        Contract.ShouldContain(old);

        var report = Compare(CardFolder.Sound, Contract.Replace(old, changed));

        report.Models.SelectMany(model => model.Changes).Select(change => (change.Kind, change.Words)).ShouldContain((kind, words));
        report.NeedsAttention.ShouldBeTrue();
        report.ToMarkdown().ShouldContain($"- {words}");
        report.ToJson().ShouldContain(words);
    }

    [Test]
    public void A_promotion_of_the_provider_is_a_price_with_an_end()
    {
        var promoted = Contract.Replace("\"credits\": 1.0", "\"credits\": 0.5, \"until\": \"2026-12-31T00:00:00Z\", \"afterwards\": 1");

        var words = Compare(CardFolder.Sound, promoted).Models[0].Changes.Select(change => change.Words);

        words.ShouldBe(
            ["price afterwards size=2K: nothing, not 1", "price line size=2K: 1, not 0.5", "price until size=2K: nothing, not 2026-12-31 00:00"]);
    }

    [Test]
    public void A_line_for_many_combinations_is_held_against_each_of_them()
    {
        var card = CardFolder.Sound.Replace("\"skus\": [{ \"when\": { \"size\": [\"1K\", \"2K\"] }, \"credits\": 1 }]", "\"credits\": 1");

        Compare(card, Contract).NeedsAttention.ShouldBeFalse();
        Compare(card, Contract.Replace("\"credits\": 1.0", "\"credits\": 24")).ToMarkdown().ShouldContain("- price line size=2K: 1, not 24");
    }

    [Test]
    public void A_wanted_difference_hides_itself_and_nothing_else()
    {
        var card = CardFolder.Sound.Replace("\"maker\":", "\"differs\": { \"prompt.max: 100, not 90\": \"shorter reads better\" }, \"maker\":");

        Compare(card, Contract.Replace("\"max\": 100", "\"max\": 90")).NeedsAttention.ShouldBeFalse();
        Compare(card, Contract.Replace("\"max\": 100", "\"max\": 80")).ToMarkdown().ShouldContain("- prompt.max: 100, not 80");
        Compare(card.Replace("\"max\": 100", "\"max\": 95"), Contract.Replace("\"max\": 100", "\"max\": 90")).ToMarkdown().ShouldContain("- prompt.max: 95, not 90");
    }

    [Test]
    public void An_explanation_that_has_outlived_its_difference_is_told()
    {
        var card = CardFolder.Sound.Replace("\"maker\":", "\"differs\": { \"prompt.max: 100, not 90\": \"shorter reads better\" }, \"maker\":");

        var report = Compare(card, Contract);

        report.NeedsAttention.ShouldBeTrue();
        report.ToMarkdown().ShouldContain("no difference any more");
    }

    [Test]
    public void Content_filters_stay_hidden_and_on_whatever_the_provider_prefers()
    {
        const string filter = """{ "name": "nsfw_checker", "kind": "flag", "label": { "ru": "Фильтр", "en": "Filter" }, "hidden": true, "default": true },""";
        var contract = Contract.Replace("\"asks\": [", "\"asks\": [ { \"name\": \"nsfw_checker\", \"type\": \"flag\", \"default\": false },");
        var card = CardFolder.Sound.Replace("\"fields\": [", $"\"fields\": [ {filter}");

        Compare(card, contract).NeedsAttention.ShouldBeFalse();
        Compare(card.Replace("\"default\": true", "\"default\": false"), contract).ToMarkdown().ShouldContain("nsfw_checker.default: false, not true");
        Compare(card.Replace("\"hidden\": true,", ""), contract).ToMarkdown().ShouldContain("nsfw_checker.shown: yes, not no");
    }

    [TestCaseSource(typeof(ShippedCards), nameof(ShippedCards.Ids))]
    public void A_delivered_card_agrees_with_its_contract(string id) =>
        Drift(ShippedCards.Catalog.Find(new ModelId(id))!).ShouldBeEmpty();

    [TestCaseSource(typeof(ShippedCards), nameof(ShippedCards.Ids))]
    public void A_change_planted_in_any_fact_of_a_delivered_card_is_found(string id)
    {
        var card = ShippedCards.Catalog.Find(new ModelId(id))!;
        var untouched = Drift(card);

        CardMutants.Of(card).Where(mutant => Drift(mutant.Card).SequenceEqual(untouched)).Select(mutant => mutant.What).ShouldBeEmpty();
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "model": "x", "gives": "image", "status": "sold", "asks": 1, "price": null }""")]
    [TestCase("""{ "model": "x", "gives": "image", "status": "sold", "asks": [{ "name": "a", "type": "text", "max": null }], "price": null }""")]
    public void A_file_that_is_no_contract_says_where_the_form_is_told(string content)
    {
        using var folder = new CardFolder();
        Should.Throw<InvalidDataException>(() => ProviderContracts.Read(folder.With("x.json", content).Path)).Message.ShouldContain("docs/provider/README.md");
    }

    private static List<string> Drift(ModelCard card)
    {
        var drift = CatalogDrift.Compare(card, Shipped.Value[card.Id.Value]);
        return [.. drift.Changes.Select(change => change.Words), .. drift.Outlived];
    }

    private static DriftReport Compare(string card, string contract)
    {
        using var cards = new CardFolder();
        using var contracts = new CardFolder();
        var catalog = new CatalogLoader().Load(cards.With("maker/model.json", card).Path).ShouldBeOfType<CatalogReading.Loaded>().Catalog;
        return CatalogDrift.Compare(catalog, ProviderContracts.Read(contracts.With("maker/model.json", contract).Path));
    }
}
