namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>The bits of a scan. Behind the end come zeros for a little while, as decoders do it; then the file is broken.</summary>
internal sealed class JpegBits(ReadOnlyMemory<byte> data)
{
    private const int MissingMax = 64 * 1024;

    private int _at;
    private int _bits;
    private int _count;
    private int _missing;

    public int Bit()
    {
        if (_count == 0)
        {
            _bits = NextByte();
            _count = 8;
        }

        return _bits >> --_count & 1;
    }

    /// <summary>A number of so many bits, in the way JPEG writes negative ones.</summary>
    public int Signed(int size)
    {
        var value = 0;
        for (var bit = 0; bit < size; bit++)
        {
            value = value << 1 | Bit();
        }

        return size == 0 || value >= 1 << (size - 1) ? value : value - (1 << size) + 1;
    }

    public void Skip(int size)
    {
        while (size-- > 0)
        {
            Bit();
        }
    }

    /// <summary>Goes to the next restart marker, if it is there.</summary>
    public void Restart()
    {
        _count = 0;
        var span = data.Span;
        while (_at + 1 < span.Length && span[_at] == 0xFF && span[_at + 1] == 0xFF)
        {
            _at++;
        }

        if (_at + 1 < span.Length && span[_at] == 0xFF && span[_at + 1] is >= 0xD0 and <= 0xD7)
        {
            _at += 2;
        }
    }

    private int NextByte()
    {
        var span = data.Span;
        if (_at >= span.Length || (span[_at] == 0xFF && _at + 1 < span.Length && span[_at + 1] != 0))
        {
            return ++_missing < MissingMax ? 0 : throw new InvalidDataException("The scan is cut off");
        }

        var value = span[_at];
        _at += value == 0xFF ? 2 : 1;
        return value;
    }
}
