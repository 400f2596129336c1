using System.Globalization;
using System.Text.Json;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>A file that came with the request.</summary>
internal sealed record Upload(string FileName, string? MimeType, ReadOnlyMemory<byte> Content);

/// <summary>
/// The parameters of one call, from wherever they came. The first occurrence of a name wins; values are texts, and what was JSON
/// stays JSON text, because the Bot API takes both alike.
/// </summary>
internal sealed class Parameters
{
    private const int TextBytesMax = 1024 * 1024;
    private const int FilesMax = 50;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Upload> _files;
    private int _textBytes;

    public Parameters() => _files = new Dictionary<string, Upload>(StringComparer.Ordinal);

    private Parameters(Dictionary<string, Upload> files) => _files = files;

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public IReadOnlyDictionary<string, Upload> Files => _files;

    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public void Add(string name, string value)
    {
        _textBytes += name.Length + value.Length;
        if (_textBytes > TextBytesMax)
        {
            throw Refuse.TooLarge("too many parameters");
        }

        _texts.TryAdd(name, value);
    }

    public void Add(string name, Upload file)
    {
        if (_files.Count >= FilesMax)
        {
            throw Refuse.TooLarge("too many files attached");
        }

        _files.TryAdd(name, file);
    }

    /// <summary>Top-level texts are taken as they are, everything else as its JSON text.</summary>
    public void AddObject(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            Add(property.Name, property.Value.ValueKind == JsonValueKind.String ? property.Value.ReadText() : property.Value.GetRawText());
        }
    }

    /// <summary>The fields of an object inside a parameter, read by the same rules and with the same files at hand.</summary>
    public Parameters Inside(JsonElement json)
    {
        var inner = new Parameters(_files);
        inner.AddObject(json);
        return inner;
    }

    public bool Has(string name) => _texts.ContainsKey(name);

    public bool Flag(string name) => this[name].Trim().ToUpperInvariant() is "TRUE" or "1" or "YES";

    public bool? FlagOrAbsent(string name) => Flag(name) ? true : null;

    public int Int(string name) => (int)Math.Clamp(Long(name), int.MinValue, int.MaxValue);

    /// <summary>Zero when absent or not a number.</summary>
    public long Long(string name) =>
        long.TryParse(this[name].AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public int Clamped(string name, int otherwise, int min, int max) => Has(name) ? Math.Clamp(Int(name), min, max) : otherwise;

    public string Required(string name) =>
        this[name] is { Length: > 0 } value ? value : throw Refuse.Bad($"parameter \"{name}\" is required");

    public string? TextOrAbsent(string name) => this[name] is { Length: > 0 } value ? value : null;

    public JsonElement? Json(string name, string refusal)
    {
        if (this[name].Length == 0)
        {
            return null;
        }

        return ParseJson(this[name]) ?? throw Refuse.Bad(refusal);
    }

    public JsonElement? JsonOrIgnored(string name) => this[name].Length == 0 ? null : ParseJson(this[name]);

    private static JsonElement? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 100 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
