using System.Diagnostics;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>Generous bounds: they find a change of kind (a scan, a parse per look), not a slow machine.</summary>
[NonParallelizable]
public sealed class CatalogSpeedTests
{
    [Test]
    public void All_cards_load_before_anybody_notices()
    {
        var loader = new CatalogLoader();
        loader.Load(CatalogLoader.DefaultFolder);

        var times = Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            loader.Load(CatalogLoader.DefaultFolder);
            return watch.Elapsed;
        }).Order().ToArray();

        TestContext.Out.WriteLine($"{ShippedCards.Catalog.Cards.Count} cards in {times[0].TotalMilliseconds:0.0} ms (best of five)");
        // The best one: whatever else runs on the machine only ever adds.
        times[0].ShouldBeLessThan(TimeSpan.FromMilliseconds(150));
    }

    [Test]
    public void Looking_a_model_up_allocates_nothing()
    {
        var catalog = ShippedCards.Catalog;
        var id = new ModelId("nano-banana-pro");
        Look(catalog, id);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Look(catalog, id);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Look(ModelCatalog catalog, ModelId id)
    {
        _ = catalog.Find(id);
        _ = catalog.Offered(GenerationType.TextToImage);
        _ = catalog.Offered(GenerationType.CharacterCreation);
    }
}
