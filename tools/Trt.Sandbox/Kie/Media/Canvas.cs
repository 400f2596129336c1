namespace Trt.Sandbox.Kie.Media;

internal readonly record struct Colour(byte R, byte G, byte B)
{
    public static readonly Colour White = new(255, 255, 255);

    public static Colour Mix(Colour from, Colour to, double share) => new(
        (byte)(from.R + (to.R - from.R) * share),
        (byte)(from.G + (to.G - from.G) * share),
        (byte)(from.B + (to.B - from.B) * share));

    /// <param name="hue">0 to 1, once around the circle.</param>
    public static Colour FromHue(double hue, double saturation, double lightness)
    {
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        return new Colour(Part(0), Part(8), Part(4));

        byte Part(double offset)
        {
            var k = (offset + hue * 12) % 12;
            return (byte)Math.Round(255 * (lightness - reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1))));
        }
    }
}

/// <summary>Pixels, three bytes each, and the few things the simulator paints with.</summary>
internal sealed class Canvas(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public byte[] Pixels { get; } = new byte[width * height * 3];

    public Colour this[int x, int y]
    {
        get
        {
            var at = (y * width + x) * 3;
            return new Colour(Pixels[at], Pixels[at + 1], Pixels[at + 2]);
        }

        set
        {
            var at = (y * width + x) * 3;
            (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = (value.R, value.G, value.B);
        }
    }

    public void Gradient(Colour from, Colour to)
    {
        double reach = Math.Max(1, width + height - 2);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                this[x, y] = Colour.Mix(from, to, (x + y) / reach);
            }
        }
    }

    public void Disc(int centreX, int centreY, int radius, Colour colour, double strength)
    {
        for (var y = Math.Max(0, centreY - radius); y < Math.Min(height, centreY + radius); y++)
        {
            for (var x = Math.Max(0, centreX - radius); x < Math.Min(width, centreX + radius); x++)
            {
                var distance = Math.Sqrt(Math.Pow(x - centreX, 2) + Math.Pow(y - centreY, 2));
                var share = Math.Clamp(radius - distance, 0, 1) * strength;
                if (share > 0)
                {
                    this[x, y] = Colour.Mix(this[x, y], colour, share);
                }
            }
        }
    }

    public void Box(int left, int top, int boxWidth, int boxHeight, Colour colour, double strength = 1)
    {
        for (var y = Math.Max(0, top); y < Math.Min(height, top + boxHeight); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(width, left + boxWidth); x++)
            {
                this[x, y] = Colour.Mix(this[x, y], colour, strength);
            }
        }
    }

    /// <param name="size">Pixels per quarter of a dot of the font.</param>
    public void Text(string line, int left, int top, int size, Colour colour)
    {
        foreach (var letter in line)
        {
            var dots = PixelFont.Find(letter);
            for (var y = 0; y < dots.GetLength(0) * size; y++)
            {
                for (var x = 0; x < dots.GetLength(1) * size; x++)
                {
                    if (dots[y / size, x / size] && left + x < width && top + y < height && left + x >= 0 && top + y >= 0)
                    {
                        this[left + x, top + y] = colour;
                    }
                }
            }

            left += PixelFont.CellWidth * PixelFont.Fineness * size;
        }
    }

    /// <summary>The middle of another picture, framed.</summary>
    public void Picture(Canvas other, int left, int top, int side)
    {
        Box(left - 6, top - 6, side + 12, side + 12, Colour.White, 0.85);
        var shown = Math.Min(other.Width, other.Height);
        var (skipX, skipY) = ((other.Width - shown) / 2, (other.Height - shown) / 2);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                if (left + x < width
                    && top + y < height)
                {
                    this[left + x, top + y] = other[skipX + x * shown / side, skipY + y * shown / side];
                }
            }
        }
    }
}
