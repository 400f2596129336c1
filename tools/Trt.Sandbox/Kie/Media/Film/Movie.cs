namespace Trt.Sandbox.Kie.Media.Film;

/// <summary>A film of the poster with a bar that grows to the right while it plays.</summary>
internal static class Movie
{
    private const int PicturesPerSecond = 10;

    public static byte[] Make(Wish wish)
    {
        var (width, height) = SizeOf(wish);
        var poster = Halve(Poster.Paint(wish with { Width = width * 2, Height = height * 2 }));
        var picture = new YuvPicture(poster);
        var coder = new H264(picture.BlocksAcross, picture.BlocksDown);
        var pictures = wish.Seconds * PicturesPerSecond;

        List<byte[]> units = [coder.KeyPicture(picture)];
        var barTop = height - YuvPicture.BlockSide;
        for (var number = 1; number < pictures; number++)
        {
            var (from, to) = (BarEnd(number - 1), BarEnd(number));
            poster.Box(from, barTop + 4, to - from, 8, Colour.White);
            List<(int, byte[])> changes = [];
            for (var column = from / YuvPicture.BlockSide; column <= (to - 1) / YuvPicture.BlockSide && to > from; column++)
            {
                var block = (picture.BlocksDown - 1) * picture.BlocksAcross + column;
                changes.Add((block, picture.Block(block)));
            }

            units.Add(coder.NextPicture(number, changes));
        }

        return new Mp4(width, height, PicturesPerSecond, coder.SequenceParameters(), H264.PictureParameters()).Pack(units);

        int BarEnd(int number) => width * number / (pictures - 1);
    }

    /// <summary>Small, because nothing in it is compressed.</summary>
    private static (int Width, int Height) SizeOf(Wish wish) =>
        wish.Width == wish.Height ? (256, 256) : wish.Width > wish.Height ? (320, 192) : (192, 320);

    private static Canvas Halve(Canvas large)
    {
        var small = new Canvas(large.Width / 2, large.Height / 2);
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                var upper = Colour.Mix(large[x * 2, y * 2], large[x * 2 + 1, y * 2], 0.5);
                var lower = Colour.Mix(large[x * 2, y * 2 + 1], large[x * 2 + 1, y * 2 + 1], 0.5);
                small[x, y] = Colour.Mix(upper, lower, 0.5);
            }
        }

        return small;
    }
}
