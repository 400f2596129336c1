namespace Trt.Infrastructure.Media.Gauges;

internal static class PngGauge
{
    public static Gauged Read(FileBytes bytes) =>
        bytes.Has(12, "IHDR"u8) ? Gauged.Picture(bytes.Big32(16), bytes.Big32(20)) : new Gauged();
}

internal static class GifGauge
{
    public static Gauged Read(FileBytes bytes) => Gauged.Picture(bytes.Little16(6), bytes.Little16(8));
}

internal static class JpegGauge
{
    /// <summary>Walks from marker to marker to the frame header, which comes before any pixel.</summary>
    public static Gauged Read(FileBytes bytes)
    {
        for (long at = 2; bytes.Byte(at) == 0xFF;)
        {
            switch (bytes.Byte(at + 1))
            {
                case 0xFF:
                    at++;
                    break;
                case 0x01 or (>= 0xD0 and <= 0xD8):
                    at += 2;
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return Gauged.Picture(bytes.Big16(at + 7), bytes.Big16(at + 5));
                case null or 0xD9 or 0xDA:
                    return new Gauged();
                default:
                    if (bytes.Big16(at + 2) is not (>= 2 and var length))
                    {
                        return new Gauged();
                    }

                    at += 2 + length;
                    break;
            }
        }

        return new Gauged();
    }
}

internal static class WebPGauge
{
    public static Gauged Read(FileBytes bytes)
    {
        if (bytes.Has(12, "VP8X"u8))
        {
            return Gauged.Picture(Little24(bytes, 24) + 1, Little24(bytes, 27) + 1);
        }

        if (bytes.Has(12, "VP8L"u8) && bytes.Byte(20) == 0x2F)
        {
            return Gauged.Picture((bytes.Little32(21) & 0x3FFF) + 1, (bytes.Little32(21) >> 14 & 0x3FFF) + 1);
        }

        return bytes.Has(12, "VP8 "u8) && bytes.Has(23, [0x9D, 0x01, 0x2A])
            ? Gauged.Picture(bytes.Little16(26) & 0x3FFF, bytes.Little16(28) & 0x3FFF)
            : new Gauged();
    }

    private static long? Little24(FileBytes bytes, long at) => bytes.Little16(at) + ((long?)bytes.Byte(at + 2) << 16);
}
