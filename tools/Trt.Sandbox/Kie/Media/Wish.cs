using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Media;

/// <summary>What a result should show, read from the inputs of an order whatever the family calls them.</summary>
internal sealed record Wish
{
    private const int FilmSecondsMax = 60;

    private static readonly string[] TextNames = ["prompt", "text", "style", "title"];
    private static readonly string[] ShapeNames = ["aspect_ratio", "aspectRatio", "image_size", "size", "ratio"];

    public required string Model { get; init; }

    public required string Text { get; init; }

    /// <summary>The how-manieth result of its task.</summary>
    public required int Number { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Seconds { get; init; }

    /// <summary>Null = as long as the words are.</summary>
    public double? SoundSeconds { get; init; }

    public required int References { get; init; }

    /// <summary>Null when there is none.</summary>
    public required StoredFile? FirstReference { get; init; }

    public static Wish Of(KieModel model, JsonObject input, int number, KieFiles files)
    {
        var (width, height) = SizeOf(input);
        List<StoredFile> references = [.. Addresses(input).Select(files.Find).OfType<StoredFile>()];
        var ordered = NumberOf(input["duration"] ?? input["duration_seconds"] ?? input["n_frames"]) ?? SecondsOfFrames(input);
        double? recorded = references.Select(RecordingLength.Of).Max();
        return new Wish
        {
            Model = model.Id,
            Text = TextOf(input),
            Number = number,
            Width = width,
            Height = height,
            Seconds = Math.Clamp(
                ordered ?? (recorded is { } length ? (int)Math.Ceiling(Math.Min(length, FilmSecondsMax)) : 5), 1, FilmSecondsMax),
            SoundSeconds = ordered ?? recorded,
            References = references.Count,
            FirstReference = references.FirstOrDefault(),
        };
    }

    private static string TextOf(JsonObject input) =>
        TextNames.Select(input.Text).FirstOrDefault(text => text is not null)
        ?? string.Join(" / ", Lines(input).OfType<JsonObject>().Select(line => line.Text("text")).OfType<string>());

    private static JsonArray Lines(JsonObject input) => (input["dialogue"] ?? input["dialogue_turns"]) as JsonArray ?? [];

    private static (int Width, int Height) SizeOf(JsonObject input)
    {
        var longSide = input.Text("resolution")?.ToUpperInvariant() switch
        {
            "2K" => 1536,
            "4K" => 2048,
            _ => 1024,
        };
        var shape = ShapeNames.Select(input.Text).FirstOrDefault(text => text is not null) ?? "1:1";
        var (across, down) = RatioOf(shape);
        return across >= down ? (longSide, Even(longSide * down / across)) : (Even(longSide * across / down), longSide);
    }

    private static (int Across, int Down) RatioOf(string shape)
    {
        var numbers = shape.Split([':', 'x', '_', '-'])
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0)
            .Where(number => number > 0).Take(2).ToArray();
        var (a, b) = numbers is [var first, var second] ? (first, second) : (4, 3);
        if (a > 8 * b || b > 8 * a)
        {
            return (1, 1);
        }

        if (shape.StartsWith("portrait", StringComparison.OrdinalIgnoreCase))
        {
            return (Math.Min(a, b), Math.Max(a, b));
        }

        if (shape.StartsWith("landscape", StringComparison.OrdinalIgnoreCase))
        {
            return (Math.Max(a, b), Math.Min(a, b));
        }

        return numbers.Length == 2 ? (a, b) : (1, 1);
    }

    private static int? NumberOf(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(Math.Ceiling(number), 1, 600)
            : null;

    private static int? SecondsOfFrames(JsonObject input) =>
        NumberOf(input["num_frames"]) is { } frames && NumberOf(input["frames_per_second"]) is { } perSecond
            ? (frames + perSecond - 1) / perSecond
            : null;

    private static int Even(int length) => Math.Max(2, length / 2 * 2);

    private static IEnumerable<Uri> Addresses(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Addresses(field.Value)),
        JsonArray items => items.SelectMany(Addresses),
        JsonValue value when value.GetValueKind() == JsonValueKind.String
            && Uri.TryCreate(value.GetValue<string>(), UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" => [address],
        _ => [],
    };
}
