using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>A folder of cards as one catalog, or everything that is wrong with it.</summary>
public abstract record CatalogReading
{
    public sealed record Loaded(ModelCatalog Catalog) : CatalogReading;

    public sealed record Broken(IReadOnlyList<CardError> Errors) : CatalogReading
    {
        public override string ToString() => string.Join(Environment.NewLine, Errors);
    }
}

/// <summary>Reads <c>&lt;folder&gt;/&lt;provider&gt;/&lt;model&gt;.json</c> and the <c>vocabulary.json</c> they share.</summary>
public sealed class CatalogLoader(IReadOnlySet<ProviderFamily> supported)
{
    internal const string VocabularyFile = "vocabulary.json";

    public CatalogLoader()
        : this(SupportedFamilies.All)
    {
    }

    /// <summary>The cards that are delivered with the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "cards");

    public CatalogReading Load(string folder)
    {
        var errors = new List<CardError>();
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (CardFiles(folder, errors) is not { } files)
        {
            return new CatalogReading.Broken(errors);
        }

        var vocabulary = ReadVocabulary(folder, fingerprint, errors);
        var reader = new CardReader(vocabulary, supported);
        var cards = new Dictionary<string, (string File, ModelCard Card)>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in files)
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var found = new CardErrors(file);
            if (ReadFile(path, file, fingerprint, found) is { } content && reader.Read(content, found) is { } card
                && !cards.TryAdd(card.Id.Value, (file, card)))
            {
                found.Add(1, $"the id \"{card.Id}\" is taken by {cards[card.Id.Value].File}", "give each card an id of its own");
            }

            errors.AddRange(found.Found);
        }

        if (errors.Count == 0)
        {
            errors.AddRange(Unknown(cards.Values));
        }

        if (errors.Count > 0)
        {
            return new CatalogReading.Broken(errors);
        }

        var version = Convert.ToHexStringLower(fingerprint.GetHashAndReset().AsSpan(0, 6));
        return new CatalogReading.Loaded(new ModelCatalog(version, cards.Values.Select(entry => entry.Card)));
    }

    /// <summary>What only all cards together can tell: former ids that are taken, and replacements that do not exist.</summary>
    private static IEnumerable<CardError> Unknown(IReadOnlyCollection<(string File, ModelCard Card)> cards)
    {
        var owners = cards.ToDictionary(entry => entry.Card.Id.Value, entry => entry.File, StringComparer.Ordinal);
        foreach (var (file, card) in cards)
        {
            foreach (var other in card.Instead.Where(other => !owners.ContainsKey(other.Value)))
            {
                yield return new CardError(file, 1, $"\"instead\" names \"{other}\", which has no card", "correct the id");
            }
        }

        foreach (var (file, card) in cards)
        {
            foreach (var former in card.Formerly.Where(former => !owners.TryAdd(former, file)))
            {
                yield return new CardError(
                    file, 1, $"the former id \"{former}\" is taken by {owners[former]}", "let each id lead to one card");
            }
        }
    }

    private static string[]? CardFiles(string folder, List<CardError> errors)
    {
        try
        {
            string[] files =
            [
                .. Directory.EnumerateDirectories(folder)
                    .SelectMany(provider => Directory.EnumerateFiles(provider, "*.json"))
                    .Order(StringComparer.Ordinal),
            ];
            if (files.Length > 0)
            {
                return files;
            }

            errors.Add(new CardError(folder, 1, "the folder holds no cards", "put them into <provider>/<model>.json"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new CardError(folder, 1, $"the folder cannot be read: {error.Message}", "give a readable folder of cards"));
        }

        return null;
    }

    private static Vocabulary ReadVocabulary(string folder, IncrementalHash fingerprint, List<CardError> errors)
    {
        var path = Path.Combine(folder, VocabularyFile);
        if (!File.Exists(path))
        {
            return Vocabulary.Empty;
        }

        var found = new CardErrors(VocabularyFile);
        var content = ReadFile(path, VocabularyFile, fingerprint, found);
        var vocabulary = content is null ? Vocabulary.Empty : Vocabulary.Read(content, found);
        errors.AddRange(found.Found);
        return vocabulary;
    }

    private static byte[]? ReadFile(string path, string name, IncrementalHash fingerprint, CardErrors errors)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            fingerprint.AppendData(Encoding.UTF8.GetBytes(name + '\0'));
            fingerprint.AppendData(content);
            return content;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(1, $"the file cannot be read: {error.Message}", "make it readable for this program");
            return null;
        }
    }
}
