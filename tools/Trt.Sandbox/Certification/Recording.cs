using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trt.Sandbox.Certification;

/// <summary>Recorded exchanges with the live provider; docs/recordings.md tells the form of their files.</summary>
internal sealed record Recording(string Name, string? Model, IReadOnlyList<Scenario> Scenarios)
{
    /// <exception cref="InvalidDataException">There is something else.</exception>
    public static IReadOnlyList<Recording> ReadFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        return files.Count > 0 ? [.. files.Select(Read)] : throw new InvalidDataException($"{folder} holds no recordings.");
    }

    private static Recording Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Recording>(File.ReadAllText(path), JsonSerializerOptions.Web) is { Name: not null } recording
                && recording.Scenarios?.All(scenario => scenario.Exchanges?.All(exchange => exchange.Path is not null) == true) == true
                ? recording
                : throw new JsonException("a name, a scenario or a path is missing");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is no recording: {error.Message} docs/recordings.md tells its form.", error);
        }
    }
}

/// <summary>Exchanges in their order; a later one may speak of what an earlier one brought.</summary>
internal sealed record Scenario(
    [property: System.Text.Json.Serialization.JsonPropertyName("scenario")] string Name, IReadOnlyList<RecordedExchange> Exchanges);

/// <param name="Request">The body; {"$multipart": […]} describes a form.</param>
internal sealed record RecordedExchange(string Method, string Path, JsonNode? Request, int Status, string? ContentType, JsonNode? Response)
{
    /// <summary>The path alone: the door that was knocked at.</summary>
    public string Door => Path.Split('?')[0];

    public int? Code => (Response as JsonObject)?["code"] is JsonValue code && code.TryGetValue(out int number) ? number : null;

    public JsonNode? Data => (Response as JsonObject)?["data"];
}

/// <summary>How far a recorded task is, whichever of its words a record uses.</summary>
internal static class RecordedState
{
    public const string Waiting = "waiting";
    public const string UnderWay = "under way";
    public const string Done = "done";
    public const string Failed = "failed";

    public static string Of(JsonObject record) => Word(record)?.ToLowerInvariant() switch
    {
        "waiting" or "queuing" or "wait" or "pending" => Waiting,
        "generating" or "text_success" or "first_success" => UnderWay,
        "0" when record["completeTime"] is null => UnderWay,
        "success" or "1" => Done,
        _ => Failed,
    };

    private static string? Word(JsonObject record) => (record["state"] ?? record["status"] ?? record["successFlag"])?.ToString();
}
