using System.Text;

namespace Trt.Api.Cli;

/// <summary>Tables for a spreadsheet. Anyone can put a formula into a link or a name: such a cell is kept a text by an apostrophe in front.</summary>
internal static class Csv
{
    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !text.Skip(1).All(IsOfNumber) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\n\r\t;") ? new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString() : safe;
    }

    /// <summary>A negative number is no formula.</summary>
    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.';
}
