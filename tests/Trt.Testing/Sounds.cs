using System.Buffers.Binary;

namespace Trt.Testing;

/// <summary>Small real recordings.</summary>
public static class Sounds
{
    private const int BytesPerSecond = 16_000;

    /// <summary>Silence, 8 kHz, 16 bits, one channel.</summary>
    public static byte[] Wav(double seconds)
    {
        var data = (int)(seconds * BytesPerSecond);
        byte[] file = [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0, .. "data"u8, 0, 0, 0, 0, .. new byte[data]];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), data);
        return file;
    }
}
