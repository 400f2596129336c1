using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Startup;

/// <summary>The cards once they are open; empty before, when nothing can be ordered anyway.</summary>
internal sealed class CatalogInUse : ICards
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
    }
}

internal sealed class CatalogBrokenException(IReadOnlyList<CardError> errors)
    : Exception($"The catalog has {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
