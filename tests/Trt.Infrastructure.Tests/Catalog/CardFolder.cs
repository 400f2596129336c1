namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>A folder of cards of a test's own, gone with the test.</summary>
internal sealed class CardFolder : IDisposable
{
    public const string Sound = """
        {
          "id": "maker/model",
          "family": "jobs",
          "title": { "ru": "Модель", "en": "Model" },
          "benefit": { "ru": "Польза", "en": "Benefit" },
          "maker": "Maker",
          "type": "text-to-image",
          "output": "image",
          "fields": [
            { "name": "prompt", "kind": "text", "label": { "ru": "Описание", "en": "Description" }, "required": true, "max": 100 },
            { "name": "size", "kind": "choice", "label": { "ru": "Размер", "en": "Size" }, "choices": ["1K", "2K"], "default": "1K" },
          ],
          // A comment and trailing commas are welcome.
          "price": { "unit": "generation", "skus": [{ "when": { "size": ["1K", "2K"] }, "credits": 1 }], "source": "a list of 2026" },
        }
        """;

    private int _changes;

    public string Path { get; } = Directory.CreateTempSubdirectory("trt-cards-").FullName;

    public CardFolder With(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        // Two writes within one tick of the file system's clock would look like one.
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(++_changes));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
