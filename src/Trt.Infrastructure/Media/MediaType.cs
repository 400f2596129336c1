using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Media;

/// <summary>What a file really is, told by its first bytes; its name and its sender prove nothing.</summary>
public sealed record MediaType(string Mime, MediaKind Kind, string Extension)
{
    /// <summary>As many bytes as <see cref="Of"/> wants to see.</summary>
    public const int BytesNeeded = 64;

    private static readonly MediaType Png = new("image/png", MediaKind.Image, ".png");
    private static readonly MediaType Jpeg = new("image/jpeg", MediaKind.Image, ".jpg");
    private static readonly MediaType Gif = new("image/gif", MediaKind.Image, ".gif");
    private static readonly MediaType WebP = new("image/webp", MediaKind.Image, ".webp");
    private static readonly MediaType Mp4 = new("video/mp4", MediaKind.Video, ".mp4");
    private static readonly MediaType QuickTime = new("video/quicktime", MediaKind.Video, ".mov");
    private static readonly MediaType WebM = new("video/webm", MediaKind.Video, ".webm");
    private static readonly MediaType Mp3 = new("audio/mpeg", MediaKind.Audio, ".mp3");
    private static readonly MediaType Wav = new("audio/wav", MediaKind.Audio, ".wav");
    private static readonly MediaType Ogg = new("audio/ogg", MediaKind.Audio, ".ogg");
    private static readonly MediaType M4a = new("audio/mp4", MediaKind.Audio, ".m4a");
    private static readonly MediaType Flac = new("audio/flac", MediaKind.Audio, ".flac");
    private static readonly MediaType Aac = new("audio/aac", MediaKind.Audio, ".aac");

    /// <summary>Null for anything that is not media we know, web pages first of all.</summary>
    public static MediaType? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => start.IndexOf("webm"u8) > 0 ? WebM : null,
        _ when start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) => Gif,
        _ when start.StartsWith("RIFF"u8) && start.Length >= 12 => OfRiff(start[8..12]),
        _ when start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) => OfBrand(start[8..12]),
        _ when start.StartsWith("OggS"u8) => Ogg,
        _ when start.StartsWith("fLaC"u8) => Flac,
        _ when start.StartsWith("ID3"u8) => Mp3,
        _ => OfFrame(start),
    };

    private static MediaType? OfRiff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? WebP : form.SequenceEqual("WAVE"u8) ? Wav : null;

    private static MediaType? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8) ? M4a
        : brand.SequenceEqual("qt  "u8) ? QuickTime
        : brand.SequenceEqual("avif"u8) || brand.SequenceEqual("heic"u8) || brand.SequenceEqual("mif1"u8) ? null
        : Mp4;

    /// <summary>A sound may begin with its first frame: eleven ones, then which version and layer.</summary>
    private static MediaType? OfFrame(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4 || start[0] != 0xFF || (start[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        var (version, layer) = (start[1] >> 3 & 3, start[1] >> 1 & 3);
        if (layer == 0)
        {
            return (start[1] & 0xF6) == 0xF0 ? Aac : null;
        }

        return version != 1 && layer == 1 && start[2] >> 4 is > 0 and < 15 ? Mp3 : null;
    }
}
