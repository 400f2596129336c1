using SkiaSharp;

namespace Trt.Infrastructure.Charts;

/// <summary>What the panels are drawn with: letters, lines and bars in the colours of the page.</summary>
internal sealed class ChartPen(SKCanvas canvas, SKTypeface face) : IDisposable
{
    public static readonly SKColor Ink = new(0x1C, 0x23, 0x2B);
    public static readonly SKColor Faint = new(0x6B, 0x76, 0x82);
    public static readonly SKColor Grid = new(0xE1, 0xE6, 0xEB);

    private readonly SKPaint _paint = new() { IsAntialias = true };

    public static SKColor Of(ChartColour colour) => colour switch
    {
        ChartColour.Green => new SKColor(0x2E, 0x9E, 0x5B),
        ChartColour.Orange => new SKColor(0xE8, 0x8A, 0x1A),
        ChartColour.Blue => new SKColor(0x2F, 0x7C, 0xE0),
        ChartColour.Violet => new SKColor(0x8A, 0x5A, 0xD6),
        ChartColour.Grey => new SKColor(0x8F, 0x9A, 0xA6),
        _ => throw new ArgumentOutOfRangeException(nameof(colour)),
    };

    public void Text(string text, float x, float baseline, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(face, size);
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        canvas.DrawText(text, x, baseline, align, font, _paint);
    }

    public float WidthOf(string text, float size)
    {
        using var font = new SKFont(face, size);
        return font.MeasureText(text);
    }

    /// <summary>A sentence in the middle, over as many lines as it takes.</summary>
    public void Centred(string text, float x, float y, float size, SKColor colour, float widthMax)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length > 0 && WidthOf(longer, size) > widthMax)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        var top = y - ((lines.Count - 1) * size * 0.65f) + (size * 0.35f);
        for (var index = 0; index < lines.Count; index++)
        {
            Text(lines[index], x, top + (index * size * 1.3f), size, colour, SKTextAlign.Center);
        }
    }

    public void Bar(SKRect area, SKColor colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        canvas.DrawRect(area, _paint);
    }

    public void Rule(float left, float right, float y)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.Color = Grid;
        _paint.StrokeWidth = 2;
        canvas.DrawLine(left, y, right, y, _paint);
    }

    public void Stroke(SKPoint from, SKPoint to, SKColor colour)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.Color = colour;
        _paint.StrokeWidth = 6;
        _paint.StrokeCap = SKStrokeCap.Round;
        canvas.DrawLine(from, to, _paint);
    }

    public void Dot(SKPoint at, SKColor colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        canvas.DrawCircle(at, 7, _paint);
    }

    public void Dispose() => _paint.Dispose();
}
