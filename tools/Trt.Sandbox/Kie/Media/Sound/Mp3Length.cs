using System.Buffers.Binary;

namespace Trt.Sandbox.Kie.Media.Sound;

/// <summary>The length of an MP3, frame by frame: each says its bitrate and its pace.</summary>
internal static class Mp3Length
{
    private const int TagHeaderBytes = 10;
    private const int FrameHeaderBytes = 4;

    private static readonly int[] Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] KilobitsOfTheSlowKind = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Hertz = [44_100, 48_000, 32_000];

    /// <summary>Null for anything else.</summary>
    public static double? Of(ReadOnlySpan<byte> bytes)
    {
        var seconds = 0.0;
        for (var rest = bytes[TagOf(bytes)..]; Frame(rest) is var (length, lasts) && length <= rest.Length; rest = rest[length..])
        {
            seconds += lasts;
        }

        return seconds > 0 ? seconds : null;
    }

    /// <summary>The bytes of the words before the sound; seven bits of each byte count.</summary>
    private static int TagOf(ReadOnlySpan<byte> bytes) => bytes.Length > TagHeaderBytes && bytes.StartsWith("ID3"u8)
        ? Math.Min(bytes.Length, TagHeaderBytes + (bytes[6] << 21 | bytes[7] << 14 | bytes[8] << 7 | bytes[9]))
        : 0;

    private static (int Bytes, double Seconds)? Frame(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FrameHeaderBytes)
        {
            return null;
        }

        var header = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var (version, bitrate, pace) = ((int)(header >> 19 & 3), (int)(header >> 12 & 15), (int)(header >> 10 & 3));
        var isLayerThree = header >> 21 == 0x7FF && (header >> 17 & 3) == 1;
        if (!isLayerThree || version == 1 || bitrate is 0 or 15 || pace == 3)
        {
            return null;
        }

        var isFast = version == 3;
        var hertz = Hertz[pace] >> (isFast ? 0 : version == 2 ? 1 : 2);
        var samples = isFast ? 1152 : 576;
        var bits = (isFast ? Kilobits : KilobitsOfTheSlowKind)[bitrate] * 1000;
        return (samples / 8 * bits / hertz + (int)(header >> 9 & 1), (double)samples / hertz);
    }
}
