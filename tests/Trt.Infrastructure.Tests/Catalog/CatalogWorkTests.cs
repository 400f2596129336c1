using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>What the catalog costs, counted in bytes and not in time: a change of kind (a parse per look, a scan per card) is seen on any machine.</summary>
public sealed class CatalogWorkTests
{
    private const int TimesItsLength = 60;

    [Test]
    public void A_card_costs_a_few_of_its_own_lengths_to_read()
    {
        var loader = new CatalogLoader();
        loader.Load(CatalogLoader.DefaultFolder);

        var before = GC.GetAllocatedBytesForCurrentThread();
        loader.Load(CatalogLoader.DefaultFolder);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var length = Directory.EnumerateFiles(CatalogLoader.DefaultFolder, "*.json", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        TestContext.Out.WriteLine($"{ShippedCards.Catalog.Cards.Count} cards, {length} bytes of JSON, {allocated} bytes to read them");
        allocated.ShouldBeLessThan(length * TimesItsLength);
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
