using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Trt.Sandbox.Kie.Media;

/// <summary>Writes pictures, and reads the common kinds back: eight bits, not interlaced.</summary>
internal static class Png
{
    private const long PixelsMax = 64_000_000;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(Canvas canvas)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.Height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Deflate(canvas));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Null for anything it cannot draw.</summary>
    public static Canvas? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 33 || !file.StartsWith(Signature))
        {
            return null;
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(file[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(file[20..]);
        var channels = file[25] switch { 0 => 1, 2 => 3, 3 => 1, 4 => 2, 6 => 4, _ => 0 };
        if (file[24] != 8 || file[28] != 0 || channels == 0 || width <= 0 || height <= 0 || (long)width * height > PixelsMax)
        {
            return null;
        }

        byte[] palette = [];
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || at + 12 + length > file.Length)
            {
                break;
            }

            var data = file.Slice(at + 8, length);
            if (file.Slice(at + 4, 4).SequenceEqual("PLTE"u8))
            {
                palette = data.ToArray();
            }

            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        return Unpack(packed, width, height, channels) is { } rows
            ? Paint(rows, width, height, channels, file[25] == 3 ? palette : null)
            : null;
    }

    private static byte[] Deflate(Canvas canvas)
    {
        const byte differenceToRowAbove = 2;
        var stride = canvas.Width * 3;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[stride + 1];
            row[0] = differenceToRowAbove;
            for (var y = 0; y < canvas.Height; y++)
            {
                var here = canvas.Pixels.AsSpan(y * stride, stride);
                for (var x = 0; x < stride; x++)
                {
                    row[x + 1] = (byte)(here[x] - (y == 0 ? 0 : canvas.Pixels[(y - 1) * stride + x]));
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static byte[]? Unpack(MemoryStream packed, int width, int height, int channels)
    {
        var stride = width * channels;
        var rows = new byte[stride * height];
        var filters = new byte[1];
        packed.Position = 0;
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                zlib.ReadExactly(filters);
                var row = rows.AsSpan(y * stride, stride);
                zlib.ReadExactly(row);
                Unfilter(filters[0], row, y == 0 ? new byte[stride] : rows.AsSpan((y - 1) * stride, stride), channels);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        return rows;
    }

    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var left = x >= channels ? row[x - channels] : 0;
            var corner = x >= channels ? above[x - channels] : 0;
            row[x] += (byte)(filter switch
            {
                1 => left,
                2 => above[x],
                3 => (left + above[x]) / 2,
                4 => Nearest(left, above[x], corner),
                _ => 0,
            });
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static Canvas Paint(byte[] rows, int width, int height, int channels, byte[]? palette)
    {
        var canvas = new Canvas(width, height);
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            var at = pixel * channels;
            var index = rows[at] * 3;
            canvas[pixel % width, pixel / width] = palette is not null
                ? index + 2 < palette.Length ? new Colour(palette[index], palette[index + 1], palette[index + 2]) : default
                : channels >= 3 ? new Colour(rows[at], rows[at + 1], rows[at + 2]) : new Colour(rows[at], rows[at], rows[at]);
        }

        return canvas;
    }

    private static void Chunk(Stream file, string name, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        file.Write(chunk);
    }
}
