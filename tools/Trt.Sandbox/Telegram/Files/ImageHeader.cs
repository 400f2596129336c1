using System.Buffers.Binary;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>Reads width and height out of the first bytes of a picture.</summary>
internal static class ImageHeader
{
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes) =>
        Png(bytes) ?? Jpeg(bytes) ?? Gif(bytes) ?? WebP(bytes) ?? Bmp(bytes);

    public static string? MimeType(ReadOnlySpan<byte> bytes) =>
        Png(bytes) is not null ? "image/png"
        : Jpeg(bytes) is not null ? "image/jpeg"
        : Gif(bytes) is not null ? "image/gif"
        : WebP(bytes) is not null ? "image/webp"
        : Bmp(bytes) is not null ? "image/bmp"
        : null;

    private static (int, int)? Png(ReadOnlySpan<byte> b) =>
        b.Length >= 24 && b.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            ? Size(BinaryPrimitives.ReadInt32BigEndian(b[16..]), BinaryPrimitives.ReadInt32BigEndian(b[20..]))
            : null;

    private static (int, int)? Gif(ReadOnlySpan<byte> b) =>
        b.Length >= 10 && (b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8))
            ? Size(BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]))
            : null;

    private static (int, int)? Bmp(ReadOnlySpan<byte> b) =>
        b.Length >= 26 && b.StartsWith("BM"u8)
            ? Size(BinaryPrimitives.ReadInt32LittleEndian(b[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(b[22..])))
            : null;

    private static (int, int)? WebP(ReadOnlySpan<byte> b)
    {
        if (b.Length < 30 || !b.StartsWith("RIFF"u8) || !b[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunk = b[12..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return Size(1 + (b[24] | b[25] << 8 | b[26] << 16), 1 + (b[27] | b[28] << 8 | b[29] << 16));
        }

        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(b[21..]);
            return Size(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8)
            ? Size(BinaryPrimitives.ReadUInt16LittleEndian(b[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(b[28..]) & 0x3FFF)
            : null;
    }

    private static (int, int)? Jpeg(ReadOnlySpan<byte> b)
    {
        if (b.Length < 4 || b[0] != 0xFF || b[1] != 0xD8)
        {
            return null;
        }

        var at = 2;
        while (at + 9 < b.Length)
        {
            if (b[at] != 0xFF)
            {
                return null;
            }

            var marker = b[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
            {
                return Size(BinaryPrimitives.ReadUInt16BigEndian(b[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(b[(at + 5)..]));
            }

            var standsAlone = marker is 0x01 or >= 0xD0 and <= 0xD8;
            at += standsAlone ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
        }

        return null;
    }

    private static (int, int)? Size(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
