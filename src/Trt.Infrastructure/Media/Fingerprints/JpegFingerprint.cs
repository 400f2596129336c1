using Trt.Domain.Payments;

namespace Trt.Infrastructure.Media.Fingerprints;

/// <summary>
/// Reads the brightness of a JPEG from the first coefficient of each block, which is the block's mean: no picture is ever built.
/// Baseline and progressive; of the latter the first scan says enough.
/// </summary>
internal sealed class JpegFingerprint
{
    private const int SideMax = 20_000;
    private const int PixelsMax = 60_000_000;
    private const int ComponentsMax = 4;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly int[] _steps = new int[4];
    private readonly HuffmanTable?[] _dc = new HuffmanTable?[4];
    private readonly HuffmanTable?[] _ac = new HuffmanTable?[4];
    private JpegFrame? _frame;
    private int _restartEvery;

    private JpegFingerprint(ReadOnlyMemory<byte> file) => _file = file;

    public static PictureFingerprint? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return new JpegFingerprint(file).Walk();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>From marker to marker until the scan that holds the brightness.</summary>
    private PictureFingerprint? Walk()
    {
        var file = _file.Span;
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = file[at + 2] << 8 | file[at + 3];
            if (length < 2 || at + 2 + length > file.Length)
            {
                return null;
            }

            var body = file.Slice(at + 4, length - 2);
            var next = at + 2 + length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    _frame = JpegFrame.Read(body, isProgressive: marker == 0xC2) ?? throw new InvalidDataException("No frame of ours");
                    break;
                case 0xC4:
                    ReadHuffman(body);
                    break;
                case 0xDB:
                    ReadSteps(body);
                    break;
                case 0xDD when body.Length >= 2:
                    _restartEvery = body[0] << 8 | body[1];
                    break;
                case 0xDA when _frame is not null && HoldsBrightness(body):
                    return Scan(body, next);
                case 0xDA or 0xD9 or (>= 0xC3 and <= 0xCF):
                    // Lossless, arithmetic, or brightness in no first scan: rarities that no phone makes.
                    return null;
            }

            at = next;
        }

        return null;
    }

    private bool HoldsBrightness(ReadOnlySpan<byte> scan) =>
        scan.Length >= 4 && scan[0] is >= 1 and <= ComponentsMax && scan.Length >= 4 + (2 * scan[0]) && scan[1] == _frame!.Components[0].Id;

    private PictureFingerprint? Scan(ReadOnlySpan<byte> header, int at)
    {
        var frame = _frame!;
        int count = header[0], from = header[1 + (2 * count)], shift = header[3 + (2 * count)] & 15;
        if (from != 0 || (header[3 + (2 * count)] >> 4) != 0)
        {
            return null;
        }

        var parts = new ScanPart[count];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (header[1 + (2 * i)], header[2 + (2 * i)]);
            var component = frame.Components.FirstOrDefault(found => found.Id == id) ?? throw new InvalidDataException("A scan of nothing");
            parts[i] = new ScanPart(
                component,
                Table(_dc, tables >> 4),
                frame.IsProgressive ? null : Table(_ac, tables & 15),
                count == 1 ? 1 : component.Across,
                count == 1 ? 1 : component.Down);
        }

        return Decode(frame, parts, new JpegBits(_file[at..]), shift);
    }

    /// <summary>Brightness is the first component; the others are only stepped over.</summary>
    private PictureFingerprint? Decode(JpegFrame frame, ScanPart[] parts, JpegBits bits, int shift)
    {
        var luma = parts[0];
        var size = 8 * frame.AcrossMax / luma.Component.Across;
        var (unitWidth, unitHeight) = (size * luma.Across, 8 * frame.DownMax / luma.Component.Down * luma.Down);
        var (unitsAcross, unitsDown) = (Up(frame.Width, unitWidth), Up(frame.Height, unitHeight));
        if (unitHeight / luma.Down != size)
        {
            // Blocks that stand for no squares: nothing a phone makes.
            return null;
        }

        var grid = new BrightnessGrid(frame.Width, frame.Height);
        var rows = new byte[luma.Down][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new byte[unitsAcross * luma.Across];
        }

        for (int unit = 0, y = 0; y < unitsDown; y++)
        {
            for (var x = 0; x < unitsAcross; x++, unit++)
            {
                if (_restartEvery > 0 && unit > 0 && unit % _restartEvery == 0)
                {
                    bits.Restart();
                    Array.ForEach(parts, part => part.Last = 0);
                }

                foreach (var part in parts)
                {
                    for (var block = 0; block < part.Across * part.Down; block++)
                    {
                        var mean = part.Next(bits);
                        if (part == luma)
                        {
                            rows[block / part.Across][(x * part.Across) + (block % part.Across)] =
                                Brightness(mean << shift, _steps[luma.Component.Table]);
                        }
                    }
                }
            }

            for (var row = 0; row < rows.Length; row++)
            {
                var top = (y * unitHeight) + (row * size);
                if (top < frame.Height)
                {
                    grid.AddRow(top, size, rows[row].AsSpan(0, Math.Min(rows[row].Length, Up(frame.Width, size))));
                }
            }
        }

        return grid.ToFingerprint();
    }

    private static byte Brightness(int mean, int step) => (byte)Math.Clamp((mean * step / 8) + 128, 0, 255);

    private static HuffmanTable Table(HuffmanTable?[] tables, int index) =>
        (index < tables.Length ? tables[index] : null) ?? throw new InvalidDataException("A table is missing");

    private void ReadHuffman(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 17)
        {
            var (kind, index) = (body[0] >> 4, body[0] & 15);
            var table = HuffmanTable.Read(body[1..], out var used);
            if (index > 3 || kind > 1)
            {
                throw new InvalidDataException("No such table");
            }

            (kind == 0 ? _dc : _ac)[index] = table;
            body = body[(1 + used)..];
        }
    }

    private void ReadSteps(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 65)
        {
            var isWide = body[0] >> 4 != 0;
            if (isWide && body.Length < 129)
            {
                return;
            }

            _steps[body[0] & 3] = isWide ? body[1] << 8 | body[2] : body[1];
            body = body[(isWide ? 129 : 65)..];
        }
    }

    private static int Up(int a, int b) => (a + b - 1) / b;

    /// <summary>One component's share of a scan.</summary>
    private sealed class ScanPart(JpegComponent component, HuffmanTable dc, HuffmanTable? ac, int across, int down)
    {
        public JpegComponent Component => component;

        public int Across => across;

        public int Down => down;

        public int Last { get; set; }

        /// <summary>The next block's first coefficient; the other sixty-three are stepped over where the scan holds them.</summary>
        public int Next(JpegBits bits)
        {
            Last += bits.Signed(dc.Next(bits) & 15);
            for (var k = 1; ac is not null && k < 64;)
            {
                var code = ac.Next(bits);
                var (run, size) = (code >> 4, code & 15);
                if (size == 0 && run < 15)
                {
                    break;
                }

                k += run + 1;
                bits.Skip(size);
            }

            return Last;
        }
    }

    internal sealed record JpegComponent(byte Id, int Across, int Down, int Table);

    internal sealed record JpegFrame(int Width, int Height, bool IsProgressive, IReadOnlyList<JpegComponent> Components)
    {
        public int AcrossMax => Components.Max(component => component.Across);

        public int DownMax => Components.Max(component => component.Down);

        public static JpegFrame? Read(ReadOnlySpan<byte> body, bool isProgressive)
        {
            if (body.Length < 6 || body[0] != 8 || body[5] is 0 or > ComponentsMax || body.Length < 6 + (3 * body[5]))
            {
                return null;
            }

            var (height, width) = (body[1] << 8 | body[2], body[3] << 8 | body[4]);
            var components = new List<JpegComponent>();
            for (var i = 0; i < body[5]; i++)
            {
                var part = body.Slice(6 + (3 * i), 3);
                components.Add(new JpegComponent(part[0], part[1] >> 4, part[1] & 15, part[2] & 3));
            }

            return width is > 0 and <= SideMax && height is > 0 and <= SideMax && width * height <= PixelsMax
                && components.TrueForAll(component => component is { Across: 1 or 2 or 4, Down: 1 or 2 or 4 })
                ? new JpegFrame(width, height, isProgressive, components)
                : null;
        }
    }
}
