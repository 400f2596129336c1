using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Recipes;

namespace Trt.Api.Startup;

/// <summary>The cards once they are open; empty before, when nothing can be ordered anyway.</summary>
internal sealed class CatalogInUse(HouseRecipes recipes) : ICards
{
    private static readonly ModelCatalog Empty = new("none", []);

    private volatile LoadedCatalog? _loaded;

    public ModelCatalog Current => _loaded?.Current ?? Empty;

    public LoadedCatalog? Loaded => _loaded;

    /// <exception cref="CatalogBrokenException">With every error of every card.</exception>
    public void Open(string? folder)
    {
        var (loaded, errors) = LoadedCatalog.Open(folder ?? CatalogLoader.DefaultFolder);
        _loaded = loaded ?? throw new CatalogBrokenException(errors);
        if (recipes.Open(HouseRecipes.DefaultFolder, _loaded.Current, isComplete: folder is null) is { Count: > 0 } wrong)
        {
            throw new CatalogBrokenException(wrong);
        }
    }
}

internal sealed class CatalogBrokenException(IReadOnlyList<CardError> errors)
    : Exception($"The catalog has {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
