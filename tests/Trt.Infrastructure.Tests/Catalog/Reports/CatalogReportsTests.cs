using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

public sealed class CatalogReportsTests
{
    [TestCase("nano-banana-pro", "resolution=4K", "18.86 ₽ = 24 credits × 1 Generation (resolution=4K)")]
    [TestCase("nano-banana-pro", "", "14.14 ₽ = 18 credits × 1 Generation (resolution=1K)")]
    [TestCase("kling/ai-avatar-pro", "audio_url=12.5", "163.43 ₽ = 16 credits × 13 Second (default)")]
    [TestCase("elevenlabs/text-to-speech-turbo-2-5", "text=hello", "4.71 ₽ = 6 credits × 1 ThousandChars (default)")]
    [TestCase("bytedance/seedance-2-5", "resolution=480p duration=5 reference_video_urls=4.2", "133.57 ₽ = 17 credits × 10 Second (reference_video_urls=present|resolution=480p)")]
    [TestCase("seedream/5-pro-image-to-image", "image_urls=3 quality=high", "11.79 ₽ = 14 credits × 1 Generation (quality=high) + 1 credits for single files")]
    [TestCase("grok-imagine/upscale", "task_id.resolution=720p", "15.71 ₽ = 20 credits × 1 Generation (task_id.resolution=720p)")]
    [TestCase("grok-imagine/upscale", "", "at most 23.57 ₽ = 30 credits × 1 Generation (task_id=present)")]
    public void A_price_can_be_asked_with_only_what_it_depends_on(string id, string pairs, string answer) =>
        PriceInquiry.Ask(Card(id), pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries), PriceTerms.Default)
            .ShouldBe(new PriceInquiry(true, answer));

    [TestCase("nano-banana-pro", "resolution=8K", "resolution: NotAChoice 1K, 2K, 4K")]
    [TestCase("nano-banana-pro", "colour=red", "colour: UnknownField")]
    [TestCase("nano-banana-pro", "resolution", "\"resolution\" is not key=value")]
    [TestCase("elevenlabs/text-to-speech-turbo-2-5", "", "text: Required")]
    [TestCase("hailuo/2-3-image-to-video-pro", "resolution=1080P duration=10", "duration: NotTogether duration=10, resolution=1080P")]
    [TestCase("kling/ai-avatar-pro", "audio_url=long", "no price for these inputs")]
    public void A_question_that_cannot_be_answered_says_why(string id, string pairs, string answer) =>
        PriceInquiry.Ask(Card(id), pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries), PriceTerms.Default)
            .ShouldBe(new PriceInquiry(false, answer));

    [Test]
    public void Every_model_has_a_line_in_the_list_and_an_entry_in_its_json()
    {
        var catalog = ShippedCards.Catalog;

        CatalogListing.ToText(catalog, PriceTerms.Default).Split('\n').Length.ShouldBe(catalog.Cards.Count);
        using var json = JsonDocument.Parse(CatalogListing.ToJson(catalog, PriceTerms.Default));
        var models = json.RootElement.GetProperty("models").EnumerateArray();
        var pro = models.Single(model => model.GetProperty("id").GetString() == "nano-banana-pro");
        pro.GetProperty("fromKopecks").GetInt64().ShouldBe(1414);
        pro.GetProperty("status").GetString().ShouldBe("READY");
    }

    [Test]
    public void A_card_can_be_read_without_opening_its_file()
    {
        var sheet = CardSheet.ToText(Card("nano-banana-pro"), PriceTerms.Default);

        sheet.ShouldContain("* resolution (Resolution): 1K, 2K, 4K = 1K");
        sheet.ShouldContain("resolution=4K: 24 credits = 18.86 ₽");
        CardSheet.ToText(Card("grok-imagine/upscale"), PriceTerms.Default).ShouldContain("task_id=present: at most 30 credits = 23.57 ₽");
        CardSheet.ToText(Card("seedream/5-pro-image-to-image"), PriceTerms.Default).ShouldContain("each of image_urls: 0.5 credits more, 1 of them free");
        CardSheet.ToText(Card("google/gemini-3-8-flash-tts"), PriceTerms.Default).ShouldContain("until 2026-12-31 00:00 UTC, then not sold");
        CardSheet.ToText(Card("z-image"), PriceTerms.Default).ShouldContain("# nsfw_checker (Content filter): yes or no = true");
    }

    [Test]
    public void Every_card_can_be_laid_out() =>
        ShippedCards.Catalog.Cards.ShouldAllBe(card => CardSheet.ToText(card, PriceTerms.Default).Contains("Price per"));

    [Test]
    public void The_audit_counts_every_model_and_names_those_that_wait()
    {
        var audit = CatalogAudit.ToText(ShippedCards.Catalog);

        audit.ShouldStartWith($"catalog {ShippedCards.Catalog.Version}: {ShippedCards.Catalog.Cards.Count} models");
        foreach (var waiting in ShippedCards.Catalog.Cards.Where(card => !card.IsOffered))
        {
            audit.ShouldContain(waiting.Id.Value);
        }
    }

    private static ModelCard Card(string id) => ShippedCards.Catalog.Find(new ModelId(id)).ShouldNotBeNull();
}
