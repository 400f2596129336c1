namespace Trt.Infrastructure.Kie;

/// <summary>The ending of a file's name; some models look at it and not at the bytes.</summary>
internal static class MediaNames
{
    public static string ExtensionOf(string mimeType, string name) => mimeType.ToLowerInvariant() switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "image/gif" => ".gif",
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "video/quicktime" => ".mov",
        "audio/mpeg" => ".mp3",
        "audio/wav" or "audio/x-wav" => ".wav",
        "audio/ogg" => ".ogg",
        "audio/mp4" or "audio/x-m4a" => ".m4a",
        "audio/aac" => ".aac",
        "audio/flac" => ".flac",
        _ => Path.GetExtension(name) is { Length: > 1 and <= 6 } own && own[1..].All(char.IsAsciiLetterOrDigit)
            ? own.ToLowerInvariant()
            : "",
    };
}
