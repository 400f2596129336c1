using SkiaSharp;

namespace Trt.Infrastructure.Charts;

/// <summary>
/// Draws a page of charts for a phone: as wide as the messenger shows a picture, letters as large as those of a message, and few of them.
/// It needs no font of the machine.
/// </summary>
public static class ChartPicture
{
    /// <summary>The messenger makes nothing smaller that is at most so high.</summary>
    private const int Width = 960;
    private const int Height = 1280;

    private const float Edge = 36;
    private const float TitleHeight = 92;

    private static readonly Lazy<SKTypeface> Face = new(Load);

    public static byte[] Png(ChartPage page)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height))
            ?? throw new InvalidOperationException("There is no memory for a picture");
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using var pen = new ChartPen(canvas, Face.Value);
        pen.Text(page.Title, Edge, 64, 42, ChartPen.Ink);
        if (page.Panels.All(panel => panel.IsEmpty))
        {
            pen.Centred(page.Nothing, Width / 2f, Height / 2f, 40, ChartPen.Faint, Width - (4 * Edge));
        }
        else
        {
            var each = (Height - TitleHeight - Edge) / page.Panels.Count;
            for (var index = 0; index < page.Panels.Count; index++)
            {
                new PanelDrawing(pen, page.Panels[index]).In(
                    new SKRect(Edge, TitleHeight + (index * each), Width - Edge, TitleHeight + ((index + 1) * each) - 18));
            }
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    private static SKTypeface Load()
    {
        using var font = typeof(ChartPicture).Assembly.GetManifestResourceStream("Roboto-Medium.ttf")
            ?? throw new InvalidOperationException("The font of the charts is not in the program");
        return SKTypeface.FromStream(font);
    }
}
