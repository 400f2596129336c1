using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Records;

/// <summary>Finds the pieces of a result, in any of the shapes the provider has been seen to use.</summary>
internal static class Outputs
{
    private const int OutputsMax = 50;
    private const int TextLengthMax = 200_000;

    private static readonly string[] ListNames = ["resultUrls", "result_urls", "urls", "images", "videos", "audios"];
    private static readonly string[] SingleNames =
        ["url", "resultUrl", "video_url", "videoUrl", "image_url", "imageUrl", "audio_url", "audioUrl", "image", "video", "audio"];

    private static readonly string[] NestNames = ["data", "response", "result", "info"];

    /// <summary>Empty when the result holds nothing that can be handed over.</summary>
    public static IReadOnlyList<ResultItem> Of(JsonElement result, OutputKind kind)
    {
        var content = Opened(result);
        var found = Files(content, kind, nests: 2);
        return found.Count > 0 ? found
            : Tracks(content.Field("data"), kind) is { Count: > 0 } tracks ? tracks
            : Texts(content, kind);
    }

    /// <summary>Songs come with covers; each can be gone on from by its own name.</summary>
    public static IReadOnlyList<ResultItem> Tracks(JsonElement data, OutputKind kind) =>
        [.. data.Items().Take(OutputsMax).SelectMany(track => At(track, kind, "audio_url", "audioUrl")
            .Select(item => item with { Id = track.Field("id").Text() }))];

    /// <summary>Proposals for lyrics, each with its title.</summary>
    public static IReadOnlyList<ResultItem> Verses(JsonElement verses) =>
        [.. verses.Items().Take(OutputsMax).Select(Verse).OfType<ResultItem>()];

    private static ResultItem? Verse(JsonElement verse) => verse.Field("text").Text() is { } text
        ? new ResultItem(OutputKind.Text, null, verse.Field("title").Text() is { } title ? $"{title}\n\n{text}" : text)
        : null;

    /// <summary>The masks of what a picture holds; several things may have one name, so the number tells them apart.</summary>
    private static List<ResultItem> Segments(JsonElement segments) =>
        [.. segments.Items().Take(OutputsMax).Select(segment => File(segment.Field("maskUrl"), OutputKind.Image) is { } mask
            ? mask with { Text = segment.Field("name").Text(), Id = segment.Field("index").Text() }
            : null).OfType<ResultItem>()];

    /// <summary>The files at these places of a record, in this order; what is empty there is left out.</summary>
    public static IReadOnlyList<ResultItem> At(JsonElement result, OutputKind kind, params ReadOnlySpan<string> names)
    {
        List<ResultItem> found = [];
        foreach (var name in names)
        {
            found.AddRange(Listed(Opened(result.Field(name)), kind));
        }

        return found;
    }

    public static ResultItem? File(JsonElement address, OutputKind kind) =>
        Uri.TryCreate(address.Text(), UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
            ? new ResultItem(KindOf(url) ?? kind, url, null)
            : null;

    /// <summary>A text may be JSON in a string, or just an address.</summary>
    private static JsonElement Opened(JsonElement element) =>
        element.Unwrap() is { ValueKind: not JsonValueKind.Undefined } inner ? inner : element;

    private static List<ResultItem> Files(JsonElement content, OutputKind kind, int nests)
    {
        if (content.ValueKind is JsonValueKind.String or JsonValueKind.Array)
        {
            return Listed(content, kind);
        }

        foreach (var name in ListNames)
        {
            if (Listed(Opened(content.Field(name)), kind) is { Count: > 0 } found)
            {
                return found;
            }
        }

        foreach (var name in SingleNames)
        {
            if (Listed(content.Field(name), kind) is { Count: > 0 } found)
            {
                return found;
            }
        }

        if (nests == 0)
        {
            return [];
        }

        return NestNames.Append("resultObject")
            .Select(name => content.Field(name))
            .Where(inner => inner.ValueKind == JsonValueKind.Object)
            .Select(inner => Files(inner, kind, nests - 1))
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>One address, a list of addresses, or a list of objects that hold one each.</summary>
    private static List<ResultItem> Listed(JsonElement content, OutputKind kind) => content.ValueKind == JsonValueKind.String
        ? File(content, kind) is { } single ? [single] : []
        : [.. content.Items().Take(OutputsMax)
            .Select(item => File(item.ValueKind == JsonValueKind.Object ? item.Field(SingleNames) : item, kind))
            .OfType<ResultItem>()
            .DistinctBy(output => output.Address)];

    private static IReadOnlyList<ResultItem> Texts(JsonElement content, OutputKind kind)
    {
        var subject = content.Field("resultObject") is { ValueKind: not JsonValueKind.Undefined } inner ? inner.Unwrap() : content;
        if (Verses(subject.Field("lyricsData")) is { Count: > 0 } verses)
        {
            return verses;
        }

        if (Segments(subject.Field("segments")) is { Count: > 0 } masks)
        {
            return masks;
        }

        var text = subject.Field("text", "character_id", "characterId").Text()
            ?? (kind == OutputKind.Text && subject.ValueKind == JsonValueKind.Object && subject.EnumerateObject().Any()
                ? subject.GetRawText()
                : null);
        return text is { Length: <= TextLengthMax } ? [new ResultItem(OutputKind.Text, null, text)] : [];
    }

    /// <summary>A film may come with its last frame, so the name of the file is asked before the card.</summary>
    private static OutputKind? KindOf(Uri url) => Path.GetExtension(url.AbsolutePath).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" => OutputKind.Image,
        ".mp4" or ".webm" or ".mov" => OutputKind.Video,
        ".mp3" or ".wav" or ".ogg" or ".m4a" or ".aac" or ".flac" => OutputKind.Audio,
        _ => null,
    };
}
