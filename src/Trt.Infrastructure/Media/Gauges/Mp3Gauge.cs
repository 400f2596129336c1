namespace Trt.Infrastructure.Media.Gauges;

/// <summary>Adds up the frames one by one: right for a constant and a changing bit rate alike, and no header can lie about it.</summary>
internal static class Mp3Gauge
{
    private static readonly int[] RatesOfVersion1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesOfVersion2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] SamplesPerSecond = [44100, 48000, 32000];

    /// <summary>What may stand between two frames before we call it the end.</summary>
    private const int GarbageMax = 64 * 1024;

    public static Gauged Read(FileBytes bytes)
    {
        var seconds = 0d;
        var garbage = 0;
        var isFirst = true;
        for (var at = AfterTag(bytes); at < bytes.Length && garbage < GarbageMax;)
        {
            if (Frame.At(bytes, at) is not { } frame
                || (isFirst && Frame.At(bytes, at + frame.Bytes) is null && at + frame.Bytes < bytes.Length))
            {
                at++;
                garbage++;
                continue;
            }

            // The first frame may be a table of contents, which is silent.
            if (!isFirst || !IsTable(bytes, at, frame))
            {
                seconds += frame.Seconds;
            }

            (isFirst, garbage) = (false, 0);
            at += frame.Bytes;
        }

        return Gauged.Sound(seconds > 0 ? seconds : null);
    }

    private static long AfterTag(FileBytes bytes)
    {
        if (!bytes.Has(0, "ID3"u8))
        {
            return 0;
        }

        var size = 0L;
        for (var at = 6; at < 10; at++)
        {
            size = (size << 7) | (uint)((bytes.Byte(at) ?? 0) & 0x7F);
        }

        return 10 + size + ((bytes.Byte(5) & 0x10) != 0 ? 10 : 0);
    }

    private static bool IsTable(FileBytes bytes, long at, Frame frame) =>
        bytes.Has(at + frame.SideInfoEnd, "Xing"u8) || bytes.Has(at + frame.SideInfoEnd, "Info"u8) || bytes.Has(at + 36, "VBRI"u8);

    private readonly record struct Frame(int Bytes, double Seconds, int SideInfoEnd)
    {
        public static Frame? At(FileBytes bytes, long at)
        {
            if (bytes.Big32(at) is not { } header || header >> 21 != 0x7FF)
            {
                return null;
            }

            var (version, layer) = (header >> 19 & 3, header >> 17 & 3);
            var (rateIndex, frequencyIndex) = (header >> 12 & 15, header >> 10 & 3);
            if (version == 1 || layer != 1 || rateIndex is 0 or 15 || frequencyIndex == 3)
            {
                return null;
            }

            var isOne = version == 3;
            var frequency = SamplesPerSecond[frequencyIndex] / (version switch { 3 => 1, 2 => 2, _ => 4 });
            var samples = isOne ? 1152 : 576;
            var rate = (isOne ? RatesOfVersion1 : RatesOfVersion2)[rateIndex] * 1000;
            var isMono = (header >> 6 & 3) == 3;
            return new Frame(
                (samples / 8 * rate / frequency) + (int)(header >> 9 & 1),
                (double)samples / frequency,
                4 + (isOne, isMono) switch { (true, false) => 32, (true, true) => 17, (false, false) => 17, (false, true) => 9 });
        }
    }
}
