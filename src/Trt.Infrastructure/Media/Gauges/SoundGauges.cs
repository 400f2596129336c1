namespace Trt.Infrastructure.Media.Gauges;

internal static class WavGauge
{
    /// <summary>The bytes that are really there count, since a stream that was cut or never closed states nonsense.</summary>
    public static Gauged Read(FileBytes bytes)
    {
        double? perSecond = null;
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var length = bytes.Little32(at + 4) ?? 0;
            if (bytes.Has(at, "fmt "u8))
            {
                perSecond = PerSecond(bytes, at + 8);
            }

            if (bytes.Has(at, "data"u8))
            {
                var samples = Math.Min(length == 0 ? uint.MaxValue : length, bytes.Length - at - 8);
                return Gauged.Sound(perSecond > 0 ? samples / perSecond : null);
            }

            at += 8 + length + (length & 1);
        }

        return new Gauged();
    }

    /// <summary>For plain samples it follows from their size; for packed ones the header has to be believed.</summary>
    private static double? PerSecond(FileBytes bytes, long at)
    {
        var samples = (double?)bytes.Little32(at + 4) * bytes.Little16(at + 2) * bytes.Little16(at + 14) / 8;
        return bytes.Little16(at) is 1 or 3 or 0xFFFE && samples > 0 ? samples : bytes.Little32(at + 8);
    }
}

internal static class FlacGauge
{
    public static Gauged Read(FileBytes bytes)
    {
        var packed = bytes.Big64(18);
        var (frequency, samples) = (packed >> 44, packed & 0xF_FFFF_FFFF);
        return Gauged.Sound(frequency > 0 && samples > 0 ? (double)samples / (double)frequency : null);
    }
}

internal static class AacGauge
{
    private static readonly int[] Frequencies = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

    public static Gauged Read(FileBytes bytes)
    {
        var seconds = 0d;
        for (long at = 0; bytes.Big64(at) is { } header && header >> 52 == 0xFFF;)
        {
            var (frequency, length) = ((int)(header >> 42 & 15), (int)(header >> 21 & 0x1FFF));
            if (frequency >= Frequencies.Length || length < 7)
            {
                break;
            }

            seconds += 1024d * ((header >> 8 & 3) + 1) / Frequencies[frequency];
            at += length;
        }

        return Gauged.Sound(seconds > 0 ? seconds : null);
    }
}
