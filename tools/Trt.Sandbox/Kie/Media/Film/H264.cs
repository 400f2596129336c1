namespace Trt.Sandbox.Kie.Media.Film;

/// <summary>
/// The smallest H.264 that every browser plays: baseline, blocks either stored as they are or left as they were in the picture
/// before. Nothing is compressed, so nothing has to be searched or transformed.
/// </summary>
internal sealed class H264(int blocksAcross, int blocksDown)
{
    private const int FrameNumberBits = 8;
    private const int StoredBlock = 25;
    private const int StoredBlockInLaterPicture = 5 + StoredBlock;

    /// <summary>Profile, its constraints, level.</summary>
    public static ReadOnlySpan<byte> Profile => [66, 0xC0, 30];

    public byte[] SequenceParameters()
    {
        var bits = new BitWriter();
        bits.Bytes(Profile);
        bits.Unsigned(0);
        bits.Unsigned(FrameNumberBits - 4);
        bits.Unsigned(2); // Pictures are shown in the order they come.
        bits.Unsigned(1); // One picture is remembered.
        bits.Bits(0, 1);
        bits.Unsigned(blocksAcross - 1);
        bits.Unsigned(blocksDown - 1);
        bits.Bits(0b1100, 4); // Whole frames, 8×8 inference; no cropping, no display hints.
        return Unit(0x67, bits);
    }

    public static byte[] PictureParameters()
    {
        var bits = new BitWriter();
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Bits(0b00, 2); // CAVLC, no field order.
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Bits(0b000, 3);
        bits.SignedZero();
        bits.SignedZero();
        bits.SignedZero();
        bits.Bits(0b100, 3); // Deblocking is controlled per slice, and switched off there.
        return Unit(0x68, bits);
    }

    /// <summary>A whole picture.</summary>
    public byte[] KeyPicture(YuvPicture picture)
    {
        var bits = new BitWriter();
        Header(bits, sliceType: 7, frameNumber: 0);
        bits.Unsigned(0);
        bits.Bits(0b00, 2);
        bits.SignedZero();
        bits.Unsigned(1);
        for (var block = 0; block < blocksAcross * blocksDown; block++)
        {
            Store(bits, StoredBlock, picture.Block(block));
        }

        return Unit(0x65, bits);
    }

    /// <summary>A picture that differs from the one before in these blocks only, given in ascending order.</summary>
    public byte[] NextPicture(int number, IReadOnlyList<(int Block, byte[] Content)> changes)
    {
        var bits = new BitWriter();
        Header(bits, sliceType: 5, frameNumber: number % (1 << FrameNumberBits));
        bits.Bits(0b000, 3); // The usual number of references, in the usual order, remembered in the usual way.
        bits.SignedZero();
        bits.Unsigned(1);
        var next = 0;
        foreach (var (block, content) in changes)
        {
            bits.Unsigned(block - next);
            Store(bits, StoredBlockInLaterPicture, content);
            next = block + 1;
        }

        if (next < blocksAcross * blocksDown)
        {
            bits.Unsigned(blocksAcross * blocksDown - next);
        }

        return Unit(0x41, bits);
    }

    private static void Header(BitWriter bits, int sliceType, int frameNumber)
    {
        bits.Unsigned(0);
        bits.Unsigned(sliceType);
        bits.Unsigned(0);
        bits.Bits(frameNumber, FrameNumberBits);
    }

    private static void Store(BitWriter bits, int type, byte[] content)
    {
        bits.Unsigned(type);
        bits.Align();
        bits.Bytes(content);
    }

    /// <summary>Two zeros must not be followed by a small byte inside a unit: a three goes between.</summary>
    private static byte[] Unit(byte header, BitWriter bits)
    {
        List<byte> unit = [header];
        var zeros = 0;
        foreach (var one in bits.Finish())
        {
            if (zeros == 2 && one <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }

            unit.Add(one);
            zeros = one == 0 ? zeros + 1 : 0;
        }

        return [.. unit];
    }
}
