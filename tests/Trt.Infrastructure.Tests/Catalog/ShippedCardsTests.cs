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
    public void What_a_price_remembers_of_an_earlier_order_is_asked_by_each_of_its_models()
    {
        foreach (var (card, field) in ShippedCards.Catalog.Cards.SelectMany(card => card.Inputs.Fields.OfType<EarlierField>().Select(field => (card, field))))
        {
            foreach (var (name, source) in field.Remembers.SelectMany(name => field.From.Select(source => (name, source))))
            {
                var asked = Card(source.Value).Inputs.Find(name).ShouldBeOfType<ChoiceField>($"{card.Id} remembers {name} of {source}");
                var said = card.Prices.Skus.Select(sku => sku.When.GetValueOrDefault($"{field.Name}.{name}")).OfType<string>();
                said.ShouldBeSubsetOf(asked.Choices.Select(choice => choice.Value), card.Id.Value);
            }
        }
    }

    [TestCase("google/nano-banana-pro", "nano-banana-pro")]
    [TestCase("google/nanobanana-gemini-2.5-flash", "google/nano-banana")]
    [TestCase("google/veo-3", "veo3")]
    [TestCase("google/veo-3.1", "veo-3-1")]
    [TestCase("grok/imagine", "grok-imagine/image-to-video")]
    [TestCase("bytedance/seedance", "bytedance/v1-pro-image-to-video")]
    [TestCase("hailuo/2.3", "hailuo/2-3-image-to-video-pro")]
    [TestCase("kling/v2-5-turbo", "kling/v2-5-turbo-text-to-video-pro")]
    [TestCase("elevenlabs/text-to-speech", "elevenlabs/text-to-speech-multilingual-v2")]
    [TestCase("elevenlabs/sound-effect", "elevenlabs/sound-effect-v2")]
    [TestCase("flux/kontext", "flux-kontext-pro")]
    [TestCase("suno/v5", "V5")]
    [TestCase("openai/4o-image", "openai/4o-image")]
    [TestCase("runway/gen-4", "runway/gen-4")]
    public void The_ids_of_the_former_shop_lead_to_what_is_sold(string former, string id)
    {
        var card = ShippedCards.Catalog.Find(new ModelId(former)).ShouldNotBeNull();
        (card.Id.Value, card.IsOffered).ShouldBe((id, true));
    }

    [TestCase("sora-2-pro-storyboard/index")]
    [TestCase("sora-2-watermark-remover")]
    [TestCase("kling/v1-avatar-standard")]
    [TestCase("midjourney/api")]
    public void Where_the_model_itself_is_gone_others_are_offered(string former)
    {
        var gone = ShippedCards.Catalog.Find(new ModelId(former));
        gone?.IsOffered.ShouldBeFalse();
        var others = ShippedCards.Catalog.InsteadOf(new ModelId(former));
        others.ShouldNotBeEmpty();
        if (gone is not null)
        {
            others[0].Id.ShouldBe(gone.Instead[0]);
        }
    }

    [Test]
    public void Whoever_is_gone_names_somebody_who_is_sold() =>
        ShippedCards.Catalog.Cards
            .Where(card => card.Status == ModelStatus.AbsentUpstream && !card.Instead.Any(other => Card(other.Value).IsOffered))
            .Select(card => card.Id.Value)
            .ShouldBe(["elevenlabs/speech-to-text"], "nobody else writes down what was said");

    [Test]
    public void An_upper_bound_is_held_wherever_the_provider_counts_only_at_the_end()
    {
        var bounds = ShippedCards.Catalog.Cards.Where(card => card.Prices.Skus.Any(sku => sku.IsAtMost)).Select(card => card.Id.Value);

        bounds.ShouldBe(
            [
                "google/gemini-2-5-pro-tts", "google/gemini-3-1-flash-tts", "google/gemini-3-8-flash-lite-tts", "google/gemini-3-8-flash-tts",
                "grok-imagine/extend", "grok-imagine/upscale",
            ],
            ignoreOrder: true);
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
