using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Infrastructure.Catalog;

namespace Trt.Application.Tests.Costs;

/// <summary>A row of the public price page is about one model for certain, or it is about none.</summary>
internal sealed class RowMatchTests
{
    private static readonly Lazy<ModelCatalog> All = new(() => LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current);

    [TestCase("seedream/4.5-text-to-image", "seedream 4.5, text-to-image", "6.5", "per image", "0.0325", "default=6.5")]
    [TestCase("seedream/4.5-text-to-image", " seedream  4.5, text-to-image", "6.5 ", "per image ", "0,0325", "default=6.5")]
    [TestCase("happyhorse/text-to-video", "HappyHorse text-to-video, 720p|HappyHorse text-to-video, 1080p", "28|48", "per second", "0.14|0.24",
        "resolution=720p=28 resolution=1080p=48")]
    [TestCase("kling-2.6/text-to-video",
        "kling 2.6, text-to-video, without audio-5.0s|kling 2.6, text-to-video, without audio-10.0s|kling 2.6, text-to-video, with aiduo-5.0s|kling 2.6, text-to-video（with audio）-10.0s",
        "55|110|110|220", "per vedio", "0.275|0.55|0.55|1.1",
        "duration=5|sound=false=55 duration=5|sound=true=110 duration=10|sound=false=110 duration=10|sound=true=220")]
    public void A_row_that_names_its_model_prices_it(string model, string labels, string credits, string unit, string dollars, string lines) =>
        Said(model, labels, credits, unit, dollars).ShouldBeOfType<SkuPricing.Priced>().Lines
            .Select(line => $"{line.Sku}={Numbers.Text(line.Credits)}").ShouldBe(lines.Split(' '), ignoreOrder: true);

    [TestCase("seedream 4.5, image-to-image", "6.5", "per image", "0.0325", "it does not say \"text\"")]
    [TestCase("seedream 4.5 Pro, text-to-image", "6.5", "per image", "0.0325", "\"pro\" is not understood")]
    [TestCase("seedream 5, text-to-image", "6.5", "per image", "0.0325", "\"5\" is not understood")]
    [TestCase("seedream, text-to-image", "6.5", "per image", "0.0325", "it does not say \"4.5\"")]
    [TestCase("", "6.5", "per image", "0.0325", "it does not say \"seedream\"")]
    [TestCase("seedream 4.5, text-to-image", "6.5", "per 2 images", "0.0325", "\"per 2 images\" is no unit")]
    [TestCase("seedream 4.5, text-to-image", "6.5", "per million", "0.0325", "\"per million\" is no unit")]
    [TestCase("seedream 4.5, text-to-image", "6.5", "per second", "0.0325", "the text prices per Second")]
    [TestCase("seedream 4.5, text-to-image", "6.5", "per image", "0.04", "do not agree")]
    [TestCase("seedream 4.5, text-to-image", "6.5", "per image", "", "do not agree")]
    [TestCase("seedream 4.5, text-to-image", "6,5", "per image", "0.0325", "\"6,5\" is no price")]
    [TestCase("seedream 4.5, text-to-image", "-6.5", "per image", "0.0325", "is no price")]
    [TestCase("seedream 4.5, text-to-image", "", "per image", "0.0325", "is no price")]
    [TestCase("seedream 4.5, text-to-image, 2K", "6.5", "per image", "0.0325", "tell Resolution apart")]
    [TestCase("seedream 4.5, text-to-image|seedream 4.5, text-to-image", "6.5|7", "per image", "0.0325|0.035", "several prices")]
    public void What_is_not_sure_cannot_be_compared(string labels, string credits, string unit, string dollars, string why) =>
        Said("seedream/4.5-text-to-image", labels, credits, unit, dollars).ShouldBeOfType<SkuPricing.Unfit>().Why.ShouldContain(why);

    [Test]
    public void A_row_that_is_missing_leaves_the_model_without_an_opinion() =>
        Said("happyhorse/text-to-video", "HappyHorse text-to-video, 720p", "28", "per second", "0.14")
            .ShouldBeOfType<SkuPricing.Unfit>().Why.ShouldBe("no price for resolution=1080p");

    [Test]
    public void Without_rows_there_is_no_opinion() =>
        RowMatch.Of(Card("z-image"), null, []).ShouldBeOfType<SkuPricing.Unfit>().Why.ShouldBe("no row links to it");

    private static SkuPricing Said(string model, string labels, string credits, string unit, string dollars)
    {
        var card = Card(model);
        var (prices, usd) = (credits.Split('|'), dollars.Split('|'));
        var kind = card.Output == OutputKind.Image ? "image" : "video";
        return RowMatch.Of(
            card, null, [.. labels.Split('|').Select((label, at) => new PriceRow(label, card.SendAs, kind, prices[at], unit, usd[at]))]);
    }

    private static ModelCard Card(string model) => All.Value.Find(new(model)).ShouldNotBeNull();
}
