using System.Text.RegularExpressions;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using static Trt.Infrastructure.Tests.Catalog.SomeInputs;

namespace Trt.Infrastructure.Tests.Catalog;

public sealed class ShippedCardsTests
{
    [Test]
    public void Every_card_that_is_delivered_is_sound()
    {
        var reading = new CatalogLoader().Load(CatalogLoader.DefaultFolder);

        reading.ShouldBeOfType<CatalogReading.Loaded>(reading.ToString());
    }

    [TestCase("nano-banana-pro", 1414, "resolution", "1K")]
    [TestCase("nano-banana-pro", 1414, "resolution", "2K")]
    [TestCase("nano-banana-pro", 1886, "resolution", "4K")]
    [TestCase("z-image", 63, "aspect_ratio", "9:16")]
    [TestCase("kling-2.6/text-to-video", 4321, "sound", "нет")]
    [TestCase("kling-2.6/text-to-video", 8643, "sound", "да")]
    public void Known_prices_hold_to_the_kopeck(string id, long kopecks, string field, string value)
    {
        var card = Card(id);
        var check = card.Inputs.Check(new Dictionary<string, InputValue>(Minimal(card)) { [field] = new TextValue(value) });

        card.Prices.Quote(check.Values, PriceTerms.Default)!.Price.ShouldBe(new Money(kopecks));
    }

    [Test]
    public void Speech_is_priced_by_every_started_thousand_characters()
    {
        var card = Card("elevenlabs/text-to-speech-turbo-2-5");

        Price(1000).ShouldBe(PriceTerms.Default.Price(6));
        Price(1001).ShouldBe(PriceTerms.Default.Price(12));

        Money Price(int length) => card.Prices.Quote(
            card.Inputs.Check(new Dictionary<string, InputValue> { ["text"] = new TextValue(new string('я', length)) }).Values,
            PriceTerms.Default)!.Price;
    }

    [Test]
    public void The_content_filter_is_on_and_nobody_is_asked()
    {
        string[] filters = ["nsfw_checker", "enable_safety_checker"];

        var fields = ShippedCards.Catalog.Cards.SelectMany(card => card.Inputs.Fields);
        foreach (var field in fields.Where(field => filters.Contains(field.Name)))
        {
            (field.IsHidden, field.Default).ShouldBe((true, new FlagValue(true)));
        }
    }

    [Test]
    public void Every_model_that_waits_says_why() =>
        ShippedCards.Catalog.Cards.Where(card => !card.IsOffered && string.IsNullOrWhiteSpace(card.StatusReason)).ShouldBeEmpty();

    [Test]
    public void The_supplier_is_never_named_to_customers() =>
        ShippedCards.Catalog.Cards.SelectMany(Texts)
            .Where(text => Regex.IsMatch(text, @"\bkie\b", RegexOptions.IgnoreCase))
            .ShouldBeEmpty();

    [Test]
    public void Titles_tell_the_models_of_a_list_apart() =>
        ShippedCards.Catalog.Cards.GroupBy(card => card.Title.Ru)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();

    [Test]
    public void What_goes_on_from_an_earlier_result_names_models_that_are_sold_and_make_the_right_thing()
    {
        foreach (var (card, field) in ShippedCards.Catalog.Cards.SelectMany(card => card.Inputs.Fields.OfType<EarlierField>().Select(field => (card, field))))
        {
            var sources = field.From.Select(ShippedCards.Catalog.Find).ToList();
            sources.ShouldAllBe(source => source != null && source.IsOffered && source.Output == card.Output, card.Id.Value);
        }
    }

    [Test]
    public void Prices_depend_only_on_what_is_asked_or_sent()
    {
        // With several sources of the quantity an unasked field may be left out: the next source is then known.
        foreach (var card in ShippedCards.Catalog.Cards.Where(card => card.Prices.Quantity is not FirstKnown))
        {
            var unasked = card.Inputs.Fields.Where(field => field is { IsRequired: false, IsHidden: false } and not MediaField);
            unasked.Where(field => card.Prices.DependsOn(field.Name)).Select(field => $"{card.Id} {field.Name}").ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Texts(ModelCard card) =>
        new[] { card.Title, card.Benefit, new LocalText(card.Maker, card.Maker) }
            .Concat(card.Inputs.Fields.SelectMany(field => new[] { field.Label, field.Hint }).OfType<LocalText>())
            .Concat(card.Inputs.Fields.OfType<ChoiceField>().SelectMany(field => field.Choices).Select(choice => choice.Label))
            .SelectMany(text => new[] { text.Ru, text.En });

    private static ModelCard Card(string id) => ShippedCards.Catalog.Find(new ModelId(id)).ShouldNotBeNull();
}
