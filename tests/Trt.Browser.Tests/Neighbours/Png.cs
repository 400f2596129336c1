using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Trt.Browser.Tests.Neighbours;

/// <summary>Small true pictures of one colour.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(int width, int height, byte red, byte green, byte blue)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Write(png, "IHDR", Header(width, height));
        Write(png, "IDAT", Pixels(width, height, red, green, blue));
        Write(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>Puts a picture into a file of its own that the page can be given.</summary>
    public static string File(string name, byte red, byte green, byte blue)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "attachments", $"{name}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, Of(320, 240, red, green, blue));
        return path;
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        return header;
    }

    private static byte[] Pixels(int width, int height, byte red, byte green, byte blue)
    {
        byte[] row = [0, .. Enumerable.Repeat<byte[]>([red, green, blue], width).SelectMany(pixel => pixel)];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Write(Stream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
