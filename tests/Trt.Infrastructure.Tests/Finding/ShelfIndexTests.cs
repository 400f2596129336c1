using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;
using Trt.Infrastructure.Tests.Catalog;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>Models are found by what people call them.</summary>
public sealed class ShelfIndexTests
{
    private static readonly ShelfIndex Index = new(ShippedCards.Catalog);

    [TestCase("клинг", "Kling")]
    [TestCase("kilng", "Kling")]
    [TestCase("нанобанана", "Nano Banana")]
    [TestCase("нано банана", "Nano Banana")]
    [TestCase("флюкс", "FLUX")]
    [TestCase("вео", "Veo")]
    [TestCase("суно", "Suno")]
    [TestCase("хайлуо", "Hailuo")]
    [TestCase("kling 3", "Kling 3.0")]
    [TestCase("клинг 2.6", "Kling 2.6")]
    [TestCase("seedream", "Seedream")]
    [TestCase("ideogramm", "Ideogram")]
    [TestCase("elevenlabs", "ElevenLabs")]
    [TestCase("ранвей", "Runway")]
    public void A_name_is_found_in_either_alphabet_and_with_a_slip(string typed, string title) =>
        Titles(typed).Take(3).ShouldAllBe(found => found.StartsWith(title, StringComparison.Ordinal));

    [TestCase("убрать фон", "Recraft · Background Removal")]
    [TestCase("remove background", "Recraft · Background Removal")]
    [TestCase("звуковые эффекты", "ElevenLabs Sound")]
    [TestCase("nano-banana-pro", "Nano Banana Pro")]
    [TestCase("кавер", "Suno · Cover")]
    public void A_task_or_a_technical_name_leads_to_its_model(string typed, string title) => Titles(typed)[0].ShouldBe(title);

    [Test]
    public void A_limit_of_the_price_is_kept()
    {
        var found = Index.Find("дешевле 20", Price);
        found.Count.ShouldBeGreaterThan(3);
        found.ShouldAllBe(card => Price(card)!.Value <= Money.Rubles(20));
        Index.Find("видео до 60 рублей", Price).ShouldAllBe(card => card.Output == OutputKind.Video && Price(card)!.Value <= Money.Rubles(60));
    }

    [TestCase("бесплатно")]
    [TestCase("free models")]
    public void Free_ones_are_all_free(string typed) => Index.Find(typed, Price).Count.ShouldBe(ShippedCards.Catalog.OfferedFree.Count);

    [TestCase("ыыыыыы")]
    [TestCase("холодильник")]
    [TestCase("midjourney")]
    public void What_is_not_sold_is_not_found(string typed) => Titles(typed).ShouldBeEmpty();

    private static List<string> Titles(string typed) => [.. Index.Find(typed, Price).Select(card => card.Title.En)];

    private static Money? Price(ModelCard card) => card.Prices.From(PriceTerms.Default);
}
