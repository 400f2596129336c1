using System.Buffers.Binary;
using System.Text;

namespace Trt.Sandbox.Kie.Media.Film;

/// <summary>Packs pictures into an MP4 file, its table of contents first so that it plays while it loads.</summary>
internal sealed class Mp4(int width, int height, int picturesPerSecond, byte[] sequence, byte[] parameters)
{
    private const int MillisecondsPerSecond = 1000;

    public byte[] Pack(IReadOnlyList<byte[]> units)
    {
        List<byte[]> samples = [.. units.Select(unit => (byte[])[.. Number(unit.Length), .. unit])];
        var type = Box("ftyp", "isom"u8.ToArray(), Number(512), "isomiso2avc1mp41"u8.ToArray());
        // The table tells where the pictures begin, which depends on how long the table is: its length is the same for any number.
        var begin = type.Length + Contents(samples, 0).Length + 8;
        return [.. type, .. Contents(samples, begin), .. Box("mdat", samples.SelectMany(sample => sample).ToArray())];
    }

    private byte[] Contents(List<byte[]> samples, int begin)
    {
        var milliseconds = samples.Count * MillisecondsPerSecond / picturesPerSecond;
        return Box("moov", MovieHeader(milliseconds), Box("trak", TrackHeader(milliseconds), Box("mdia",
            FullBox("mdhd", Number(0), Number(0), Number(picturesPerSecond), Number(samples.Count), [0x55, 0xC4, 0, 0]),
            FullBox("hdlr", Number(0), "vide"u8.ToArray(), new byte[12], "sandbox\0"u8.ToArray()),
            Box("minf",
                FullBoxFlagged("vmhd", 1, new byte[8]),
                Box("dinf", FullBox("dref", Number(1), FullBoxFlagged("url ", 1))),
                Box("stbl",
                    FullBox("stsd", Number(1), Description()),
                    FullBox("stts", Number(1), Number(samples.Count), Number(1)),
                    FullBox("stss", Number(1), Number(1)),
                    FullBox("stsc", Number(1), Number(1), Number(samples.Count), Number(1)),
                    FullBox("stsz", Number(0), Number(samples.Count), samples.SelectMany(sample => Number(sample.Length)).ToArray()),
                    FullBox("stco", Number(1), Number(begin)))))));
    }

    private static byte[] MovieHeader(int milliseconds) =>
        FullBox(
            "mvhd", Number(0), Number(0), Number(MillisecondsPerSecond), Number(milliseconds), Number(0x10000), [1, 0], new byte[10],
            Matrix(), new byte[24], Number(2));

    private byte[] TrackHeader(int milliseconds) =>
        FullBoxFlagged(
            "tkhd", 3, Number(0), Number(0), Number(1), Number(0), Number(milliseconds), new byte[16], Matrix(), Number(width << 16),
            Number(height << 16));

    private byte[] Description() => Box("avc1",
        new byte[6], Short(1), new byte[16], Short(width), Short(height), Number(0x480000), Number(0x480000), Number(0), Short(1),
        new byte[32], Short(24), [0xFF, 0xFF],
        Box(
            "avcC", [1], H264.Profile.ToArray(), [0xFF, 0xE1], Short(sequence.Length), sequence, [1], Short(parameters.Length),
            parameters));

    private static byte[] Matrix() =>
        [.. Number(0x10000), .. new byte[12], .. Number(0x10000), .. new byte[12], .. Number(0x40000000)];

    private static byte[] FullBox(string name, params byte[][] parts) => FullBoxFlagged(name, 0, parts);

    private static byte[] FullBoxFlagged(string name, int flags, params byte[][] parts) => Box(name, [Number(flags), .. parts]);

    private static byte[] Box(string name, params byte[][] parts)
    {
        var content = parts.SelectMany(part => part).ToArray();
        return [.. Number(8 + content.Length), .. Encoding.ASCII.GetBytes(name), .. content];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];
}
