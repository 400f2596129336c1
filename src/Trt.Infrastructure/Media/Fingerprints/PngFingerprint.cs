using System.Buffers.Binary;
using System.IO.Compression;
using Trt.Domain.Payments;

namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>Reads the brightness of a PNG line by line; nothing larger than two lines is ever kept.</summary>
internal static class PngFingerprint
{
    private const int SideMax = 20_000;
    private const int PixelsMax = 60_000_000;

    public static PictureFingerprint? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return Header.Read(file.Span) is { } header ? Decode(file, header) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static PictureFingerprint? Decode(ReadOnlyMemory<byte> file, Header header)
    {
        var palette = new byte[256];
        using var packed = new MemoryStream();
        foreach (var (name, data) in Chunks(file))
        {
            if (name == "PLTE")
            {
                ReadPalette(data.Span, palette);
            }
            else if (name == "IDAT")
            {
                packed.Write(data.Span);
            }
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var grid = new BrightnessGrid(header.Width, header.Height);
        var (line, previous, samples) = (new byte[header.LineBytes], new byte[header.LineBytes], new byte[header.Width]);
        for (var y = 0; y < header.Height; y++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(line);
            Unfilter(filter, line, previous, header.PixelBytes);
            for (var x = 0; x < header.Width; x++)
            {
                samples[x] = Brightness(line, x, header, palette);
            }

            grid.AddRow(y, 1, samples);
            (line, previous) = (previous, line);
        }

        return grid.ToFingerprint();
    }

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Data)> Chunks(ReadOnlyMemory<byte> file)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12)
            {
                yield break;
            }

            yield return (System.Text.Encoding.ASCII.GetString(file.Span.Slice(at + 4, 4)), file.Slice(at + 8, (int)length));
            at += 12 + (int)length;
        }
    }

    private static void ReadPalette(ReadOnlySpan<byte> colours, byte[] brightness)
    {
        for (var entry = 0; entry < brightness.Length && (entry * 3) + 2 < colours.Length; entry++)
        {
            brightness[entry] = Luma(colours[entry * 3], colours[(entry * 3) + 1], colours[(entry * 3) + 2]);
        }
    }

    private static void Unfilter(int filter, byte[] line, byte[] above, int pixel)
    {
        if (filter is < 0 or > 4)
        {
            throw new InvalidDataException("No such filter");
        }

        for (var i = 0; filter > 0 && i < line.Length; i++)
        {
            int left = i >= pixel ? line[i - pixel] : 0, up = above[i], corner = i >= pixel ? above[i - pixel] : 0;
            line[i] += filter switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                _ => (byte)Paeth(left, up, corner),
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte Brightness(byte[] line, int x, Header header, byte[] palette)
    {
        var step = header.Depth == 16 ? 2 : 1;
        var at = x * header.PixelBytes;
        switch (header.Colour)
        {
            case 2 or 6:
                return Luma(line[at], line[at + step], line[at + (2 * step)]);
            case 3:
                return palette[Packed(line, x, header.Depth)];
            case 0 when header.Depth < 8:
                return (byte)(Packed(line, x, header.Depth) * 255 / ((1 << header.Depth) - 1));
            default:
                return line[at];
        }
    }

    private static int Packed(byte[] line, int x, int depth)
    {
        var bit = x * depth;
        return line[bit / 8] >> (8 - depth - (bit % 8)) & ((1 << depth) - 1);
    }

    private static byte Luma(byte r, byte g, byte b) => (byte)(((299 * r) + (587 * g) + (114 * b)) / 1000);

    private sealed record Header(int Width, int Height, int Depth, int Colour, int PixelBytes, int LineBytes)
    {
        public static Header? Read(ReadOnlySpan<byte> file)
        {
            if (file.Length < 33 || !file.Slice(12, 4).SequenceEqual("IHDR"u8))
            {
                return null;
            }

            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
            int depth = file[24], colour = file[25], interlaced = file[28];
            var parts = colour switch { 0 or 3 => 1, 4 => 2, 2 => 3, 6 => 4, _ => 0 };
            var isKnown = parts > 0 && interlaced == 0
                && depth is 1 or 2 or 4 or 8 or 16 && (depth >= 8 || parts == 1) && !(colour == 3 && depth == 16);
            return isKnown && width is > 0 and <= SideMax && height is > 0 and <= SideMax && width * height <= PixelsMax
                ? new Header(
                    (int)width,
                    (int)height,
                    depth,
                    colour,
                    Math.Max(1, parts * depth / 8),
                    (int)(((width * (uint)parts * (uint)depth) + 7) / 8))
                : null;
        }
    }
}
