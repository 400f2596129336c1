namespace Trt.Sandbox.Telegram.Files;

internal static class MimeTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".bmp"] = "image/bmp",
        [".tif"] = "image/tiff",
        [".svg"] = "image/svg+xml",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".mkv"] = "video/x-matroska",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".wav"] = "audio/x-wav",
        [".flac"] = "audio/flac",
        [".ogg"] = "audio/ogg",
        [".oga"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
        [".json"] = "application/json",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".html"] = "text/html",
        [".md"] = "text/markdown",
        [".tgs"] = "application/x-tgsticker",
    };

    private static readonly Dictionary<string, string> ByType = ByExtension
        .GroupBy(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The sender's word counts unless it says nothing.</summary>
    public static string? Of(string? given, string fileName)
    {
        var stated = given?.Split(';')[0].Trim();
        if (!string.IsNullOrEmpty(stated) && !stated.Equals(Unknown, StringComparison.OrdinalIgnoreCase))
        {
            return stated.ToLowerInvariant();
        }

        return ByExtension.GetValueOrDefault(Path.GetExtension(fileName)) ?? (stated is { Length: > 0 } ? Unknown : null);
    }

    public static string? ExtensionOf(string? mimeType) => mimeType is null ? null : ByType.GetValueOrDefault(mimeType);
}
