using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>
/// Inputs as one JSON object, for the database: texts, numbers and flags as they are, lists as {"texts": …}, {"spoken": …} and
/// {"media": …}, an earlier result as {"earlier": …}.
/// Nothing is lost, and equal inputs give equal JSON.
/// </summary>
public static class InputValues
{
    // The text lands in a database column, never inside a page; Cyrillic stays readable there.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(IReadOnlyDictionary<string, InputValue> values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>
    /// Reads that form, and what people write by hand as well: plain lists of texts, and inputs inside other objects
    /// ({"input": {"prompt": …}}), which count as if they stood at the top.
    /// </summary>
    /// <exception cref="FormatException">The JSON holds something that cannot be an input, or one input twice.</exception>
    public static IReadOnlyDictionary<string, InputValue> FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var values = new Dictionary<string, InputValue>(StringComparer.Ordinal);
            Collect(document.RootElement, values);
            return values;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"These are no inputs: {error.Message}", error);
        }
    }

    private static void Collect(JsonElement inputs, Dictionary<string, InputValue> values)
    {
        foreach (var property in inputs.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && !IsList(property.Value))
            {
                Collect(property.Value, values);
            }
            else if (!values.TryAdd(property.Name, Read(property.Value)))
            {
                throw new FormatException($"The input {property.Name} is given twice");
            }
        }
    }

    private static bool IsList(JsonElement value) =>
        value.TryGetProperty("texts", out _) || value.TryGetProperty("spoken", out _)
        || value.TryGetProperty("media", out _) || value.TryGetProperty("earlier", out _);

    private static void Write(Utf8JsonWriter writer, InputValue value)
    {
        switch (value)
        {
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                writer.WriteNumberValue(Numbers.WithoutTrailingZeros(number.Number));
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.Flag);
                break;
            case TextListValue texts:
                WriteList(writer, "texts", texts.Items, writer.WriteStringValue);
                break;
            case DialogueValue dialogue:
                WriteList(writer, "spoken", dialogue.Lines, line => WriteLine(writer, line));
                break;
            case EarlierValue earlier:
                WriteEarlier(writer, earlier);
                break;
            case MediaValue media:
                WriteList(writer, "media", media.Items, item => WriteItem(writer, item));
                break;
            default:
                throw new NotSupportedException($"{value.GetType().Name} has no JSON form yet");
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter writer, DialogueLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("text", line.Text);
        writer.WriteString("voice", line.Voice);
        writer.WriteEndObject();
    }

    private static void WriteEarlier(Utf8JsonWriter writer, EarlierValue earlier)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("earlier");
        writer.WriteString("generation", earlier.Generation.Value);
        writer.WriteString("model", earlier.Model.Value);
        writer.WriteString("taskId", earlier.TaskId);
        writer.WriteString("piece", earlier.Piece);
        writer.WriteString("title", earlier.Title);
        writer.WriteString("madeAt", earlier.MadeAt);
        if (earlier.Ordered.Count > 0)
        {
            writer.WriteStartObject("ordered");
            foreach (var (name, value) in earlier.Ordered.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, MediaItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("fileId", item.FileId);
        writer.WriteString("fileUniqueId", item.FileUniqueId);
        writer.WriteString("kind", item.Kind.ToString());
        writer.WriteString("mimeType", item.MimeType);
        if (item.FileName is { } fileName)
        {
            writer.WriteString("fileName", fileName);
        }

        if (item.Bytes is { } bytes)
        {
            writer.WriteNumber("bytes", bytes);
        }

        if (item.Width is { } width)
        {
            writer.WriteNumber("width", width);
        }

        if (item.Height is { } height)
        {
            writer.WriteNumber("height", height);
        }

        if (item.DurationSeconds is { } seconds)
        {
            writer.WriteNumber("durationSeconds", seconds);
        }

        if (item.Made is { } made)
        {
            writer.WriteString("madeBy", made.Generation.Value);
            writer.WriteNumber("output", made.Output);
        }

        writer.WriteEndObject();
    }

    private static InputValue Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new TextValue(value.GetString()!),
        JsonValueKind.Number => new NumberValue(value.GetDecimal()),
        JsonValueKind.True => new FlagValue(true),
        JsonValueKind.False => new FlagValue(false),
        JsonValueKind.Object when value.TryGetProperty("texts", out var texts) =>
            new TextListValue([.. texts.EnumerateArray().Select(item => item.GetString()!)]),
        JsonValueKind.Object when value.TryGetProperty("spoken", out var lines) => new DialogueValue(
            [.. lines.EnumerateArray().Select(
                line => new DialogueLine(line.GetProperty("text").GetString()!, line.GetProperty("voice").GetString()))]),
        JsonValueKind.Object when value.TryGetProperty("earlier", out var earlier) => ReadEarlier(earlier),
        JsonValueKind.Object when value.TryGetProperty("media", out var media) =>
            new MediaValue([.. media.EnumerateArray().Select(ReadItem)]),
        JsonValueKind.Array => new TextListValue([.. value.EnumerateArray().Select(item => item.GetString()!)]),
        _ => throw new FormatException($"A stored input cannot be {value.ValueKind}"),
    };

    private static EarlierValue ReadEarlier(JsonElement earlier) => new(
        new GenerationId(earlier.GetProperty("generation").GetGuid()),
        new ModelId(earlier.GetProperty("model").GetString()!),
        earlier.GetProperty("taskId").GetString()!,
        earlier.GetProperty("piece").GetString(),
        earlier.GetProperty("title").GetString()!,
        earlier.GetProperty("madeAt").GetDateTimeOffset())
    {
        Ordered = earlier.TryGetProperty("ordered", out var ordered)
            ? ordered.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal)
            : new Dictionary<string, string>(),
    };

    private static MediaItem ReadItem(JsonElement item) => new()
    {
        FileId = item.GetProperty("fileId").GetString()!,
        FileUniqueId = item.GetProperty("fileUniqueId").GetString()!,
        Kind = Enum.Parse<MediaKind>(item.GetProperty("kind").GetString()!),
        MimeType = item.GetProperty("mimeType").GetString()!,
        FileName = item.TryGetProperty("fileName", out var fileName) ? fileName.GetString() : null,
        Bytes = item.TryGetProperty("bytes", out var bytes) ? bytes.GetInt64() : null,
        Width = item.TryGetProperty("width", out var width) ? width.GetInt32() : null,
        Height = item.TryGetProperty("height", out var height) ? height.GetInt32() : null,
        DurationSeconds = item.TryGetProperty("durationSeconds", out var seconds) ? seconds.GetDecimal() : null,
        Made = item.TryGetProperty("madeBy", out var madeBy)
            ? new MadeFile(new GenerationId(madeBy.GetGuid()), item.GetProperty("output").GetInt32())
            : null,
    };
}
