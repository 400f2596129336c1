using System.Globalization;

namespace Trt.Sandbox.Kie.Media;

/// <summary>Paints a picture that shows what was asked for: the model, the prompt and the reference.</summary>
internal static class Poster
{
    private const int LinesMax = 14;

    public static byte[] Draw(Wish wish) => Png.Write(Paint(wish));

    public static Canvas Paint(Wish wish)
    {
        var canvas = new Canvas(wish.Width, wish.Height);
        var random = Seed.Of(wish);
        var hue = random.NextDouble();
        canvas.Gradient(Colour.FromHue(hue, 0.55, 0.38), Colour.FromHue(hue + 0.18, 0.6, 0.16));
        Discs(canvas, random, hue);

        var shortSide = Math.Min(wish.Width, wish.Height);
        var unit = Math.Max(1, shortSide / 512);
        var margin = shortSide / 14;
        canvas.Text(Fit(wish.Model, wish.Width - 2 * margin, unit), margin, margin, unit, Colour.FromHue(hue, 0.4, 0.85));
        var top = margin + PixelFont.CellHeight * PixelFont.Fineness * unit * 3 / 2;
        if (wish.References > 0)
        {
            top += References(canvas, wish, margin, top, unit);
        }

        Prompt(canvas, wish.Text, margin, top, unit);
        return canvas;
    }

    private static void Discs(Canvas canvas, Random random, double hue)
    {
        for (var disc = 0; disc < 7; disc++)
        {
            var radius = random.Next(Math.Max(canvas.Width, canvas.Height) / 16, Math.Max(canvas.Width, canvas.Height) / 4);
            canvas.Disc(
                random.Next(canvas.Width),
                random.Next(canvas.Height),
                radius,
                Colour.FromHue(hue + random.NextDouble() * 0.25, 0.7, 0.55),
                0.10 + random.NextDouble() * 0.14);
        }
    }

    private static int References(Canvas canvas, Wish wish, int margin, int top, int unit)
    {
        var caption = string.Create(CultureInfo.InvariantCulture, $"references: {wish.References}");
        canvas.Text(caption, margin, top, unit, Colour.White);
        var used = PixelFont.CellHeight * PixelFont.Fineness * unit * 5 / 4;
        if (wish.FirstReference is not { } file || Png.Read(file.Content.Value) is not { } picture)
        {
            return used;
        }

        var side = Math.Min(canvas.Width, canvas.Height) / 4;
        canvas.Picture(picture, margin + 6, top + used + 6, side);
        return used + side + margin;
    }

    private static void Prompt(Canvas canvas, string text, int margin, int top, int unit)
    {
        // Short prompts are shouted, long ones are set small.
        foreach (var size in (int[])[unit * 3, unit * 2, unit])
        {
            var lines = Wrap(text, Columns(canvas.Width - 2 * margin, size));
            var lineHeight = PixelFont.CellHeight * PixelFont.Fineness * size;
            var room = Math.Min(LinesMax, (canvas.Height - top - margin) / lineHeight);
            if (lines.Count > room && size != unit)
            {
                continue;
            }

            if (lines.Count > room && room > 0)
            {
                lines = [.. lines.Take(room - 1), lines[room - 1] + "…"];
            }

            for (var line = 0; line < Math.Min(lines.Count, room); line++)
            {
                canvas.Text(lines[line], margin + size * 2, top + line * lineHeight + size * 2, size, new Colour(16, 18, 32));
                canvas.Text(lines[line], margin, top + line * lineHeight, size, Colour.White);
            }

            return;
        }
    }

    private static List<string> Wrap(string text, int columns)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(columns)).Select(part => new string(part)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    private static string Fit(string line, int width, int size) =>
        line.Length <= Columns(width, size) ? line : $"{line[..(Columns(width, size) - 1)]}…";

    private static int Columns(int width, int size) => Math.Max(4, width / (PixelFont.CellWidth * PixelFont.Fineness * size));
}
