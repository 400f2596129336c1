using SkiaSharp;

namespace Trt.Infrastructure.Charts;

/// <summary>One panel: its title with the names of the series, three lines of a grid, the values, a few names below.</summary>
internal sealed class PanelDrawing(ChartPen pen, ChartPanel panel)
{
    private const float Letters = 30;
    private const float Head = 46;
    private const float Foot = 42;

    public void In(SKRect area)
    {
        Heading(area);
        var plot = new SKRect(area.Left, area.Top + Head + 16, area.Right, area.Bottom - Foot);
        if (panel.IsEmpty)
        {
            pen.Centred(panel.Nothing, area.MidX, plot.MidY, Letters, ChartPen.Faint, area.Width);
            return;
        }

        var most = panel.Most ?? Round(Highest());
        // As much room as the widest number takes, at the right, where the thumb does not hide it.
        plot.Right -= new[] { 0, most / 2, most }.Max(value => pen.WidthOf(panel.Value(value), Letters)) + 16;
        foreach (var value in new[] { 0, most / 2, most })
        {
            var y = Y(plot, value, most);
            pen.Rule(plot.Left, plot.Right, y);
            pen.Text(panel.Value(value), plot.Right + 14, y + (Letters * 0.35f), Letters, ChartPen.Faint);
        }

        Values(plot, most);
        foreach (var tick in panel.Ticks)
        {
            var (x, half) = (Middle(plot, tick.Bucket), pen.WidthOf(tick.Name, Letters) / 2);
            pen.Text(
                tick.Name, Math.Clamp(x, plot.Left + half, plot.Right - half), area.Bottom - 6, Letters, ChartPen.Faint,
                SKTextAlign.Center);
        }
    }

    /// <summary>A single series needs no name beside the title.</summary>
    private void Heading(SKRect area)
    {
        pen.Text(panel.Title, area.Left, area.Top + 34, 34, ChartPen.Ink);
        if (panel.Series.Count < 2)
        {
            return;
        }

        var x = area.Right;
        foreach (var series in panel.Series.Reverse())
        {
            x -= pen.WidthOf(series.Name, Letters);
            pen.Text(series.Name, x, area.Top + 33, Letters, ChartPen.Faint);
            x -= 32;
            pen.Bar(new SKRect(x, area.Top + 11, x + 22, area.Top + 33), ChartPen.Of(series.Colour));
            x -= 26;
        }
    }

    private void Values(SKRect plot, double most)
    {
        switch (panel.Shape)
        {
            case ChartShape.Line:
                Lines(plot, most);
                break;
            case ChartShape.Stacked:
                EachBucket((bucket, left, width) =>
                {
                    var below = 0d;
                    foreach (var series in panel.Series)
                    {
                        var value = series.Values[bucket] ?? 0;
                        Bar(plot, left, width, below, below + value, most, series.Colour);
                        below += value;
                    }
                }, plot);
                break;
            default:
                EachBucket((bucket, left, width) =>
                {
                    var each = width / panel.Series.Count;
                    for (var index = 0; index < panel.Series.Count; index++)
                    {
                        var series = panel.Series[index];
                        Bar(plot, left + (index * each), each - 1, 0, series.Values[bucket] ?? 0, most, series.Colour);
                    }
                }, plot);
                break;
        }
    }

    private void Lines(SKRect plot, double most)
    {
        foreach (var series in panel.Series)
        {
            SKPoint? before = null;
            for (var bucket = 0; bucket < series.Values.Count; bucket++)
            {
                if (series.Values[bucket] is not { } value)
                {
                    continue;
                }

                var point = new SKPoint(Middle(plot, bucket), Y(plot, value, most));
                if (before is { } from)
                {
                    pen.Stroke(from, point, ChartPen.Of(series.Colour));
                }

                pen.Dot(point, ChartPen.Of(series.Colour));
                before = point;
            }
        }
    }

    private void EachBucket(Action<int, float, float> draw, SKRect plot)
    {
        var step = plot.Width / panel.Buckets;
        for (var bucket = 0; bucket < panel.Buckets; bucket++)
        {
            draw(bucket, plot.Left + (bucket * step) + (step * 0.12f), step * 0.76f);
        }
    }

    private void Bar(SKRect plot, float left, float width, double from, double to, double most, ChartColour colour)
    {
        if (to > from)
        {
            // What is there is seen, however small.
            var (bottom, top) = (Y(plot, from, most), Math.Min(Y(plot, to, most), Y(plot, from, most) - 3));
            pen.Bar(new SKRect(left, top, left + width, bottom), ChartPen.Of(colour));
        }
    }

    private float Middle(SKRect plot, int bucket) => plot.Left + ((bucket + 0.5f) * plot.Width / panel.Buckets);

    private static float Y(SKRect plot, double value, double most) => (float)(plot.Bottom - (plot.Height * Math.Clamp(value / most, 0, 1)));

    private double Highest() => panel.Shape == ChartShape.Stacked
        ? Enumerable.Range(0, panel.Buckets).Max(bucket => panel.Series.Sum(series => series.Values[bucket] ?? 0))
        : panel.Series.Max(series => series.Values.Max() ?? 0);

    /// <summary>Up to a number of which a half is round too: 2, 4, 6, 10, 20, 40 …</summary>
    private static double Round(double value)
    {
        if (value <= 0)
        {
            return 1;
        }

        var size = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Max(2, new[] { 1d, 2, 4, 6, 10 }.Select(step => step * size).First(step => step >= value * 0.999));
    }
}
