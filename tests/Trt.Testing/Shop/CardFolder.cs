using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Testing.Shop;

/// <summary>A mounted folder of cards that an operator has changed.</summary>
public sealed class CardFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trt-cards-");

    private CardFolder()
    {
        foreach (var file in Directory.EnumerateFiles(CatalogLoader.DefaultFolder, "*.json", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(CatalogLoader.DefaultFolder, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName);
        }
    }

    public string Path => _folder.FullName;

    /// <summary>The delivered cards, one of them back on sale.</summary>
    public static CardFolder Unblocking(string card)
    {
        var folder = new CardFolder();
        var path = System.IO.Path.Combine(folder.Path, card);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Where(line => !line.Contains("\"blocked\"", StringComparison.Ordinal)));
        return folder;
    }

    /// <summary>A small shop: some of the delivered cards.</summary>
    public static CardFolder Of(params string[] cards)
    {
        var folder = new CardFolder();
        foreach (var maker in folder._folder.GetDirectories())
        {
            foreach (var card in maker.GetFiles().Where(card => !cards.Contains($"{maker.Name}/{card.Name}")))
            {
                card.Delete();
            }
        }

        return folder;
    }

    public ModelCatalog Catalog => LoadedCatalog.Open(Path).Catalog!.Current;

    public ModelCard Card(string id) => Catalog.Find(new(id))!;

    public void Dispose() => _folder.Delete(recursive: true);
}
