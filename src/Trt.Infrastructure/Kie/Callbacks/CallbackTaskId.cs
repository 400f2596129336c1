using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Trt.Infrastructure.Kie.Callbacks;

/// <summary>
/// Finds out which task a callback is about, whatever shape it came in. Never throws: a callback is somebody else's text.
/// </summary>
public static class CallbackTaskId
{
    private const int DepthMax = 10;
    private const int LengthMax = 128;

    private static readonly string[] TaskNames = ["taskId", "task_id", "task", "job_id", "jobId"];
    private static readonly string[] RecordNames = ["recordId", "record_id", "record"];
    private static readonly string[] Containers = ["data", "result", "payload", "response", "body"];
    private static readonly string[] RootNames = ["id", "ID", "_id"];
    private static readonly string[] QueryTaskNames = ["taskId", "task_id", "task", "id", "X-Task-Id"];

    private static readonly Dictionary<string, string> NoQuery = [];
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Tolerant = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <param name="query">What stands in the address, and with less weight in the headers.</param>
    public static CallbackIds Find(ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> query)
    {
        body = body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        return IsUtf8(body.Span) ? InText(body, query, isInner: false) : CallbackIds.None;
    }

    private static CallbackIds InText(ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> query, bool isInner)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Tolerant);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => InObject(document.RootElement, query),
                JsonValueKind.Array => InArray(document.RootElement, query),
                // Some wrap their JSON once more.
                JsonValueKind.String when !isInner && TextOf(document.RootElement) is { } inner =>
                    InText(Encoding.UTF8.GetBytes(inner), query, isInner: true),
                _ => CallbackIds.None,
            };
        }
        catch (JsonException)
        {
            return OrQuery(InForm(body.Span), query);
        }
    }

    private static CallbackIds InForm(ReadOnlySpan<byte> body) => InQuery(
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).ToDictionary(
            pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));

    private static CallbackIds InArray(JsonElement list, IReadOnlyDictionary<string, string> query)
    {
        if (list.GetArrayLength() == 0)
        {
            return CallbackIds.None;
        }

        var found = list.EnumerateArray()
            .Where(element => element.ValueKind == JsonValueKind.Object)
            .Select(element => InObject(element, NoQuery))
            .FirstOrDefault(ids => ids != CallbackIds.None);
        return OrQuery(found ?? new CallbackIds(Deep(list, TaskNames, 1), Deep(list, RecordNames, 1)), query);
    }

    private static CallbackIds InObject(JsonElement root, IReadOnlyDictionary<string, string> query)
    {
        var found = new CallbackIds(Search(root, TaskNames), Search(root, RecordNames));
        return OrQuery(found == CallbackIds.None ? new CallbackIds(Named(root, RootNames), null) : found, query);
    }

    private static CallbackIds OrQuery(CallbackIds found, IReadOnlyDictionary<string, string> query) =>
        found == CallbackIds.None ? InQuery(query) : found;

    private static CallbackIds InQuery(IReadOnlyDictionary<string, string> query)
    {
        return new CallbackIds(First(QueryTaskNames), First(RecordNames));

        string? First(string[] names) => names.Select(name => Clean(query.GetValueOrDefault(name))).FirstOrDefault(id => id is not null);
    }

    /// <summary>At the root, then in the usual containers, then anywhere.</summary>
    private static string? Search(JsonElement root, string[] names) =>
        Named(root, names)
        ?? Containers
            .Select(name => Property(root, name) is { } inner ? Named(inner, names) : null)
            .FirstOrDefault(id => id is not null)
        ?? Deep(root, names, 0);

    private static string? Deep(JsonElement element, string[] names, int depth)
    {
        if (depth > DepthMax)
        {
            return null;
        }

        var inner = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
            JsonValueKind.Array => element.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        };
        return Named(element, names) ?? inner.Select(child => Deep(child, names, depth + 1)).FirstOrDefault(id => id is not null);
    }

    private static string? Named(JsonElement element, string[] names) => element.ValueKind == JsonValueKind.Object
        ? names.Select(name => Property(element, name) is { } value ? Scalar(value) : null).FirstOrDefault(id => id is not null)
        : null;

    /// <summary>As it is usually written, or else in any other case.</summary>
    private static JsonElement? Property(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value
        : element.EnumerateObject()
            .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(property => (JsonElement?)property.Value)
            .FirstOrDefault();

    /// <summary>Only a text or a number can be an id: "task" may well hold an object.</summary>
    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(TextOf(value)),
        JsonValueKind.Number => value.GetRawText() is var digits && digits != "0" ? Clean(digits) : null,
        _ => null,
    };

    /// <summary>A text with half a surrogate pair in it parses, but cannot be read.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Clean(string? id) =>
        id?.Trim() is { Length: > 0 and <= LengthMax } clean && !clean.Any(char.IsControl) ? clean : null;

    private static bool IsUtf8(ReadOnlySpan<byte> body)
    {
        try
        {
            StrictUtf8.GetCharCount(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

/// <summary>The provider uses two names for its tasks; either may be missing.</summary>
public sealed record CallbackIds(string? TaskId, string? RecordId)
{
    public static readonly CallbackIds None = new(null, null);
}
