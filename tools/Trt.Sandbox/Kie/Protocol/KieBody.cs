using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>Reads a request body; null for anything but one well-formed JSON object.</summary>
internal static class KieBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static async Task<JsonObject?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: Strict, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
