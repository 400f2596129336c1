using System.Globalization;
using Trt.Application.Costs;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Costs;

/// <summary>A shop with a dozen models, and the provider's list of them.</summary>
internal static class PriceLists
{
    public const string Picture = "nano-banana-pro";

    private static readonly string[] Models =
    [
        Picture, "z-image", "google/nano-banana", "google/nano-banana-edit", "nano-banana-2", "recraft/remove-background",
        "recraft/crisp-upscale", "seedream/4.5-text-to-image", "seedream/4.5-edit", "google/imagen4-fast", "google/imagen4-ultra",
        "gpt-image-2-text-to-image",
    ];

    private static readonly Lazy<ModelCatalog> Few = new(() =>
    {
        var all = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;
        return new ModelCatalog("few", all.Cards.Where(card => Models.Contains(card.Id.Value)));
    });

    public static async Task<TestShop> Open()
    {
        var shop = await TestShop.Open(catalog: Few.Value);
        shop.Catalog.Current.Cards.Count.ShouldBe(Models.Length);
        foreach (var card in shop.Catalog.Current.Cards)
        {
            shop.List.Put(card.SendAs!, TextOf(card, 1));
        }

        return shop;
    }

    /// <summary>The card's own prices as the provider would write them, each so many times as high.</summary>
    public static string TextOf(ModelCard card, decimal factor) => string.Join(", ", card.Prices.Skus.Select(sku =>
        $"{Text(sku.Credits * factor)} credits (${Text(sku.Credits * factor * 0.005m)}){(sku.When.Count == 0 ? "" : $" for {sku.When.Values.Single()}")}"));

    public static void Reprice(this TestShop shop, string model, decimal factor)
    {
        var card = shop.Catalog.Current.Cards.Single(card => card.Id.Value == model);
        shop.List.Put(card.SendAs!, TextOf(card, factor));
    }

    public static async Task<SyncReport> Sync(this TestShop shop, bool isForced = false)
    {
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await shop.Send(new SyncCosts(isForced))).ShouldBeOfType<SyncResult.Done>().Report;
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
