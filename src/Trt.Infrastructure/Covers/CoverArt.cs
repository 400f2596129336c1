using SkiaSharp;

namespace Trt.Infrastructure.Covers;

/// <summary>
/// The picture that a player shows beside a song or a voice: drawn by us, so that nothing of a stranger is decoded for it. The same name
/// always has the same cover.
/// </summary>
public static class CoverArt
{
    /// <summary>What the messenger takes for a thumbnail.</summary>
    public const int Side = 320;
    public const int BytesMax = 200 * 1024;

    private const int Quality = 88;
    private const int Rings = 5;
    private const int Bars = 21;

    public static byte[] For(Guid name)
    {
        var chance = new Random(BitConverter.ToInt32(name.ToByteArray(), 12));
        using var bitmap = new SKBitmap(Side, Side);
        using (var canvas = new SKCanvas(bitmap))
        {
            var hue = chance.Next(360);
            Sky(canvas, hue, turn: 40 + chance.Next(60));
            Circles(canvas, chance);
            Wave(canvas, chance);
        }

        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    private static void Sky(SKCanvas canvas, int hue, int turn)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(Side, Side),
            [SKColor.FromHsl(hue, 72, 46), SKColor.FromHsl((hue + turn) % 360, 78, 30)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(0, 0, Side, Side, paint);
    }

    private static void Circles(SKCanvas canvas, Random chance)
    {
        var centre = new SKPoint(chance.Next(Side / 4, 3 * Side / 4), chance.Next(Side / 6, Side / 2));
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 10 };
        for (var ring = 1; ring <= Rings; ring++)
        {
            paint.Color = SKColors.White.WithAlpha((byte)(70 - (ring * 10)));
            canvas.DrawCircle(centre, ring * 34, paint);
        }

        using var sun = new SKPaint { IsAntialias = true, Color = SKColors.White.WithAlpha(215) };
        canvas.DrawCircle(centre, 17, sun);
    }

    /// <summary>A sound as players draw it, along the lower edge.</summary>
    private static void Wave(SKCanvas canvas, Random chance)
    {
        const float step = (float)Side / Bars;
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White.WithAlpha(200) };
        for (var bar = 0; bar < Bars; bar++)
        {
            var swell = MathF.Sin(MathF.PI * (bar + 0.5f) / Bars);
            var height = 14 + (swell * chance.Next(20, 88));
            canvas.DrawRoundRect(
                new SKRect((bar * step) + 3, Side - 66 - (height / 2), ((bar + 1) * step) - 3, Side - 66 + (height / 2)), 5, 5, paint);
        }
    }
}
