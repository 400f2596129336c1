using System.Buffers;

namespace Trt.Api.Cli;

/// <summary>Tables for a spreadsheet. Anyone can put a formula into a link or a name: such a cell is kept a text by an apostrophe in front.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\n\r\t");

    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text)
    {
        var safe = IsFormula(text) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(Special) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A negative number is none. The wide forms are what some spreadsheets take for the narrow ones.</summary>
    private static bool IsFormula(string text) =>
        text.Length > 0
        && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
        && !(text[0] == '-' && text.Skip(1).All(letter => char.IsAsciiDigit(letter) || letter == '.'));
}
