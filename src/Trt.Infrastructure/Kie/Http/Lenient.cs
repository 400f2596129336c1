using System.Globalization;
using System.Text.Json;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>Reads what is there in whatever type it came: a number as text, a text as a number, JSON inside a string.</summary>
internal static class Lenient
{
    private static readonly JsonDocumentOptions Inner = new() { MaxDepth = KieJson.MaxDepth, AllowDuplicateProperties = false };

    public static JsonElement Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>Null for nothing, for an empty text and for anything that is not a scalar.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Readable(element) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    public static decimal? Number(this JsonElement element) =>
        decimal.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the provider took for a task, by its record; null when that does not say, or says what cannot be.</summary>
    public static decimal? CreditsSpent(this JsonElement record) =>
        record.Field("creditsConsumed", "consumeCredits").Number() is { } credits and >= 0 ? credits : null;

    /// <summary>The element itself, or what is written inside its string; nothing when that is not JSON.</summary>
    public static JsonElement Unwrap(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return element;
        }

        try
        {
            using var inner = JsonDocument.Parse(Readable(element) ?? "", Inner);
            return inner.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A text with half a surrogate pair in it is valid JSON and still cannot be read.</summary>
    private static string? Readable(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
