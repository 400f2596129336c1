namespace Trt.Sandbox.Kie.Media.Film;

/// <summary>Writes bits and the variable-length numbers of H.264.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _pending;
    private int _pendingBits;

    public void Bits(int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            _pending = _pending << 1 | value >> bit & 1;
            if (++_pendingBits == 8)
            {
                Flush();
            }
        }
    }

    /// <summary>Exp-Golomb: as many zeros as the number has bits after its first.</summary>
    public void Unsigned(int value)
    {
        var length = 32 - int.LeadingZeroCount(value + 1);
        Bits(0, length - 1);
        Bits(value + 1, length);
    }

    /// <summary>The only signed number that is ever needed here.</summary>
    public void SignedZero() => Unsigned(0);

    public void Align()
    {
        while (_pendingBits > 0)
        {
            Bits(0, 1);
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>Closes with a one and zeros up to the byte.</summary>
    public byte[] Finish()
    {
        Bits(1, 1);
        Align();
        return [.. _bytes];
    }

    private void Flush()
    {
        _bytes.Add((byte)_pending);
        (_pending, _pendingBits) = (0, 0);
    }
}
