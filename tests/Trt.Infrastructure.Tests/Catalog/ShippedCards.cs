using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>The cards as they lie beside the binary.</summary>
internal static class ShippedCards
{
    private static readonly Lazy<ModelCatalog> Loaded = new(() => new CatalogLoader().Load(CatalogLoader.DefaultFolder) switch
    {
        CatalogReading.Loaded(var catalog) => catalog,
        var broken => throw new InvalidOperationException(broken.ToString()),
    });

    public static ModelCatalog Catalog => Loaded.Value;

    public static IEnumerable<string> Ids => Catalog.Cards.Select(card => card.Id.Value);
}
