using System.Globalization;

namespace Trt.Sandbox.Kie.Media;

/// <summary>
/// A font of our own, five dots wide: Latin and Cyrillic. Letters are enlarged twice by the rule of four neighbours, which rounds
/// the corners that plain enlarging would leave as stairs.
/// </summary>
internal static class PixelFont
{
    /// <summary>One letter with the space after it, in dots.</summary>
    public const int CellWidth = 6;

    public const int CellHeight = 10;

    /// <summary>The enlargement that <see cref="Find"/> has already done.</summary>
    public const int Fineness = 4;

    private const int Columns = 5;
    private const int Rows = 8;

    private static readonly Dictionary<char, bool[,]> Letters = Load();
    private static readonly bool[,] Unknown = Enlarge(Enlarge(Parse("1F 11 11 11 11 11 1F 00")));

    /// <summary>Dots [row, column] of a letter.</summary>
    public static bool[,] Find(char letter) => Letters.GetValueOrDefault(letter, Unknown);

    public static bool Has(char letter) => Letters.ContainsKey(letter);

    private static Dictionary<char, bool[,]> Load()
    {
        using var file = typeof(PixelFont).Assembly.GetManifestResourceStream("kie-glyphs.txt")
            ?? throw new InvalidOperationException("the letters of the simulated provider are not embedded");
        using var lines = new StreamReader(file);
        var letters = new Dictionary<char, bool[,]> { [' '] = Enlarge(Enlarge(new bool[Rows, Columns])) };
        while (lines.ReadLine() is { Length: > 2 } line)
        {
            letters[line[0]] = Enlarge(Enlarge(Parse(line[2..])));
        }

        return letters;
    }

    private static bool[,] Parse(string rows)
    {
        var dots = new bool[Rows, Columns];
        var bytes = rows.Split(' ');
        for (var row = 0; row < Rows; row++)
        {
            var bits = int.Parse(bytes[row], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var column = 0; column < Columns; column++)
            {
                dots[row, column] = (bits >> (Columns - 1 - column) & 1) == 1;
            }
        }

        return dots;
    }

    private static bool[,] Enlarge(bool[,] small)
    {
        var (rows, columns) = (small.GetLength(0), small.GetLength(1));
        var large = new bool[rows * 2, columns * 2];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (here, up, down) = (small[row, column], At(row - 1, column), At(row + 1, column));
                var (left, right) = (At(row, column - 1), At(row, column + 1));
                large[row * 2, column * 2] = left == up && left != down && up != right ? up : here;
                large[row * 2, column * 2 + 1] = up == right && up != left && right != down ? right : here;
                large[row * 2 + 1, column * 2] = down == left && down != right && left != up ? left : here;
                large[row * 2 + 1, column * 2 + 1] = right == down && right != up && down != left ? down : here;
            }
        }

        return large;

        bool At(int row, int column) => row >= 0 && row < rows && column >= 0 && column < columns && small[row, column];
    }
}
