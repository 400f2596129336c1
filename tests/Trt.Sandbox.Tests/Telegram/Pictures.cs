using System.Buffers.Binary;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>The first bytes of pictures, enough to tell their size.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height)
    {
        var bytes = new byte[64];
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Jpeg(int width, int height)
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(13), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(15), (ushort)width);
        return bytes;
    }

    public static byte[] Gif(int width, int height)
    {
        byte[] bytes = [.. "GIF89a"u8, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)height);
        return bytes;
    }

    public static byte[] WebP(int width, int height)
    {
        byte[] bytes = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. new byte[6]];
        for (var i = 0; i < 3; i++)
        {
            bytes[24 + i] = (byte)((width - 1) >> 8 * i);
            bytes[27 + i] = (byte)((height - 1) >> 8 * i);
        }

        return bytes;
    }
}
