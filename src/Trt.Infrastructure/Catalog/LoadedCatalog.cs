using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>
/// The catalog in use. When the folder changes it is read anew: a sound set takes the place of the old one as a whole,
/// a broken one is reported and the last good set stays.
/// </summary>
public sealed class LoadedCatalog : ICards
{
    private readonly CatalogLoader _loader;
    private readonly string _folder;
    private readonly Lock _reloading = new();
    private volatile ModelCatalog _current;
    private string _loadedStamp;
    private string _seenStamp;

    private LoadedCatalog(CatalogLoader loader, string folder, string stamp, ModelCatalog catalog)
    {
        (_loader, _folder, _current) = (loader, folder, catalog);
        _loadedStamp = _seenStamp = stamp;
    }

    public ModelCatalog Current => _current;

    /// <summary>The new set is in use.</summary>
    public event Action<ModelCatalog>? Replaced;

    /// <summary>The changed folder is broken; once per change.</summary>
    public event Action<IReadOnlyList<CardError>>? Refused;

    /// <summary>The first reading decides whether the shop may start: without a sound catalog there is nothing to hold on to.</summary>
    public static (LoadedCatalog? Catalog, IReadOnlyList<CardError> Errors) Open(string folder, CatalogLoader? loader = null)
    {
        loader ??= new CatalogLoader();
        var stamp = Stamp(folder);
        return loader.Load(folder) switch
        {
            CatalogReading.Loaded(var catalog) => (new LoadedCatalog(loader, folder, stamp, catalog), []),
            CatalogReading.Broken(var errors) => (null, errors),
            _ => throw new InvalidOperationException("A reading is either loaded or broken"),
        };
    }

    /// <summary>
    /// To be called every few seconds. A change is read only after it has looked the same twice, so that cards are not read
    /// while somebody is still writing them. Looking at the folder works for mounts that send no change events.
    /// </summary>
    public void RefreshIfChanged()
    {
        lock (_reloading)
        {
            var stamp = Stamp(_folder);
            var isSettled = stamp == _seenStamp;
            _seenStamp = stamp;
            if (stamp == _loadedStamp || !isSettled)
            {
                return;
            }

            _loadedStamp = stamp;
            Reload();
        }
    }

    private void Reload()
    {
        switch (_loader.Load(_folder))
        {
            case CatalogReading.Loaded({ Version: var version }) when version == _current.Version:
                break;
            case CatalogReading.Loaded(var catalog):
                _current = catalog;
                Replaced?.Invoke(catalog);
                break;
            case CatalogReading.Broken(var errors):
                Refused?.Invoke(errors);
                break;
        }
    }

    private static string Stamp(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*.json", SearchOption.AllDirectories);
            return string.Join(
                '\n',
                files.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"unreadable: {error.GetType().Name}";
        }
    }
}
