using System.Buffers.Binary;

namespace Trt.Infrastructure.Media.Gauges;

/// <summary>
/// A file under a magnifying glass: any place can be read, nothing outside it can. Reading past the end gives what there is, or null.
/// </summary>
internal sealed class FileBytes(Stream file)
{
    private readonly byte[] _window = new byte[64 * 1024];
    private long _windowAt;
    private int _windowLength;

    public long Length { get; } = file.Length;

    /// <returns>How many bytes there were.</returns>
    public int Read(long at, Span<byte> into)
    {
        if (at < 0 || at >= Length)
        {
            return 0;
        }

        if (at < _windowAt || at + into.Length > _windowAt + _windowLength)
        {
            Move(at);
        }

        var offset = (int)(at - _windowAt);
        var count = Math.Min(into.Length, _windowLength - offset);
        _window.AsSpan(offset, count).CopyTo(into);
        return count;
    }

    public bool Fill(long at, Span<byte> into) => Read(at, into) == into.Length;

    public int? Byte(long at)
    {
        Span<byte> one = stackalloc byte[1];
        return Fill(at, one) ? one[0] : null;
    }

    public ushort? Big16(long at)
    {
        Span<byte> two = stackalloc byte[2];
        return Fill(at, two) ? BinaryPrimitives.ReadUInt16BigEndian(two) : null;
    }

    public uint? Big32(long at)
    {
        Span<byte> four = stackalloc byte[4];
        return Fill(at, four) ? BinaryPrimitives.ReadUInt32BigEndian(four) : null;
    }

    public ulong? Big64(long at)
    {
        Span<byte> eight = stackalloc byte[8];
        return Fill(at, eight) ? BinaryPrimitives.ReadUInt64BigEndian(eight) : null;
    }

    public ushort? Little16(long at) => Big16(at) is { } value ? BinaryPrimitives.ReverseEndianness(value) : null;

    public uint? Little32(long at) => Big32(at) is { } value ? BinaryPrimitives.ReverseEndianness(value) : null;

    public ulong? Little64(long at) => Big64(at) is { } value ? BinaryPrimitives.ReverseEndianness(value) : null;

    public bool Has(long at, ReadOnlySpan<byte> expected)
    {
        Span<byte> found = stackalloc byte[expected.Length];
        return Fill(at, found) && found.SequenceEqual(expected);
    }

    private void Move(long at)
    {
        file.Position = at;
        (_windowAt, _windowLength) = (at, file.ReadAtLeast(_window, _window.Length, throwOnEndOfStream: false));
    }
}

/// <param name="HasPicture">False only when a container is known to hold sound alone.</param>
internal readonly record struct Gauged(int? Width = null, int? Height = null, double? Seconds = null, bool? HasPicture = null)
{
    /// <summary>A picture without any side is no picture.</summary>
    public static Gauged Picture(long? width, long? height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new Gauged((int)width, (int)height) : new Gauged();

    public static Gauged Sound(double? seconds) => new(Seconds: seconds);
}
