using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trt.Sandbox.Certification;

/// <summary>Which keys there are and of which types, without the values: {"data.taskId": "text"}. JSON inside a text is opened.</summary>
internal static class Shape
{
    /// <summary>Texts that hold JSON, once or twice wrapped.</summary>
    private static readonly string[] Wrapped = ["param", "paramJson", "resultJson", "input"];

    public static SortedDictionary<string, string> Of(JsonNode? body)
    {
        var shape = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Note(shape, "", "", body);
        return shape;
    }

    private static void Note(SortedDictionary<string, string> shape, string path, string name, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject part:
                Add(shape, path, "object");
                foreach (var (key, value) in part)
                {
                    Note(shape, path.Length == 0 ? key : $"{path}.{key}", key, value);
                }

                break;
            case JsonArray list:
                Add(shape, path, "list");
                foreach (var item in list)
                {
                    Note(shape, $"{path}[]", "", item);
                }

                break;
            case JsonValue value when Wrapped.Contains(name) && Opened(value) is { } inner:
                Note(shape, $"{path}$", "", inner);
                break;
            default:
                Add(shape, path, node?.GetValueKind() switch
                {
                    null or JsonValueKind.Null => "null",
                    JsonValueKind.True or JsonValueKind.False => "flag",
                    JsonValueKind.Number => "number",
                    _ => "text",
                });
                break;
        }
    }

    /// <summary>Entries of a list may differ.</summary>
    private static void Add(SortedDictionary<string, string> shape, string path, string type) =>
        shape[path] = shape.TryGetValue(path, out var known) && known != type
            ? string.Join(" or ", known.Split(" or ").Append(type).Distinct().Order(StringComparer.Ordinal))
            : type;

    private static JsonNode? Opened(JsonValue value)
    {
        try
        {
            return value.TryGetValue(out string? text) && text.StartsWith('{') ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
