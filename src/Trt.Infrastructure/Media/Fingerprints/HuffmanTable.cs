namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>A code table of a JPEG: how many codes there are of each length, and what they stand for.</summary>
internal sealed class HuffmanTable
{
    private const int LengthMax = 16;

    private readonly int[] _firstCode = new int[LengthMax + 1];
    private readonly int[] _firstValue = new int[LengthMax + 1];
    private readonly int[] _count = new int[LengthMax + 1];
    private readonly byte[] _values;

    private HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        _values = values.ToArray();
        for (int length = 1, code = 0, value = 0; length <= LengthMax; length++)
        {
            (_firstCode[length], _firstValue[length], _count[length]) = (code, value, counts[length - 1]);
            code = (code + counts[length - 1]) << 1;
            value += counts[length - 1];
        }
    }

    /// <param name="body">Sixteen counts, then the values.</param>
    public static HuffmanTable Read(ReadOnlySpan<byte> body, out int used)
    {
        var total = 0;
        foreach (var count in body[..LengthMax])
        {
            total += count;
        }

        used = LengthMax + total;
        return total <= 256 && body.Length >= used
            ? new HuffmanTable(body[..LengthMax], body[LengthMax..used])
            : throw new InvalidDataException("A code table is broken");
    }

    public byte Next(JpegBits bits)
    {
        for (int length = 1, code = 0; length <= LengthMax; length++)
        {
            code = code << 1 | bits.Bit();
            var place = code - _firstCode[length];
            if (place >= 0 && place < _count[length])
            {
                return _values[_firstValue[length] + place];
            }
        }

        throw new InvalidDataException("No such code");
    }
}
