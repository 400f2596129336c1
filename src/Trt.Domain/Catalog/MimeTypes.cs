using System.Collections.Frozen;

namespace Trt.Domain.Catalog;

/// <summary>Senders name the same format in several ways; cards and checks use one name each.</summary>
public static class MimeTypes
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["image/jpg"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["image/x-png"] = "image/png",
        ["image/x-ms-bmp"] = "image/bmp",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/mpeg3"] = "audio/mpeg",
        ["audio/x-mpeg"] = "audio/mpeg",
        ["audio/x-wav"] = "audio/wav",
        ["audio/wave"] = "audio/wav",
        ["audio/vnd.wave"] = "audio/wav",
        ["audio/m4a"] = "audio/mp4",
        ["audio/x-m4a"] = "audio/mp4",
        ["audio/x-aac"] = "audio/aac",
        ["audio/aacp"] = "audio/aac",
        ["audio/opus"] = "audio/ogg",
        ["application/ogg"] = "audio/ogg",
        ["audio/x-flac"] = "audio/flac",
        ["video/mov"] = "video/quicktime",
        ["video/mkv"] = "video/x-matroska",
        ["video/avi"] = "video/x-msvideo",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Canonical(string type)
    {
        var parameters = type.IndexOf(';', StringComparison.Ordinal);
        var bare = (parameters < 0 ? type : type[..parameters]).Trim().ToLowerInvariant();
        return Aliases.GetValueOrDefault(bare, bare);
    }
}
