namespace Trt.Sandbox.Kie.Media.Film;

/// <summary>A picture as a film stores it: brightness for every pixel, colour for every four; cut into blocks of 16 by 16.</summary>
internal sealed class YuvPicture(Canvas canvas)
{
    public const int BlockSide = 16;

    public int BlocksAcross => canvas.Width / BlockSide;

    public int BlocksDown => canvas.Height / BlockSide;

    /// <summary>256 bytes of brightness, 64 of blue difference, 64 of red difference.</summary>
    public byte[] Block(int index)
    {
        var block = new byte[384];
        var (left, top) = (index % BlocksAcross * BlockSide, index / BlocksAcross * BlockSide);
        for (var y = 0; y < BlockSide; y++)
        {
            for (var x = 0; x < BlockSide; x++)
            {
                var colour = canvas[left + x, top + y];
                block[y * BlockSide + x] = (byte)(16 + (66 * colour.R + 129 * colour.G + 25 * colour.B + 128 >> 8));
            }
        }

        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                var (r, g, b) = Average(left + x * 2, top + y * 2);
                block[256 + y * 8 + x] = (byte)(128 + (-38 * r - 74 * g + 112 * b + 128 >> 8));
                block[320 + y * 8 + x] = (byte)(128 + (112 * r - 94 * g - 18 * b + 128 >> 8));
            }
        }

        return block;
    }

    private (int R, int G, int B) Average(int x, int y)
    {
        var (a, b, c, d) = (canvas[x, y], canvas[x + 1, y], canvas[x, y + 1], canvas[x + 1, y + 1]);
        return ((a.R + b.R + c.R + d.R) / 4, (a.G + b.G + c.G + d.G) / 4, (a.B + b.B + c.B + d.B) / 4);
    }
}
