using System.Buffers;
using System.Globalization;
using System.Text;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Reports;

/// <summary>
/// Comma-separated values as RFC 4180 has them, with a byte order mark so that spreadsheets see UTF-8. A text that a spreadsheet would
/// run as a formula gets a quote in front; numbers stay numbers.
/// </summary>
public sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    private const string Separator = ",";
    private const string LineEnd = "\r\n";

    /// <summary>
    /// Some spreadsheets part cells at a semicolon or a tab as well: what stands behind it must not become a cell of its own.
    /// </summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n\t");

    private readonly StreamWriter _writer = new(
        stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 64 * 1024, leaveOpen: true);
    private readonly StringBuilder _line = new();

    /// <summary>Bytes so far, give or take what the buffer holds.</summary>
    public long Bytes { get; private set; }

    public async Task Write(IReadOnlyList<object?> cells, CancellationToken token)
    {
        _line.Clear();
        for (var index = 0; index < cells.Count; index++)
        {
            _line.Append(index == 0 ? "" : Separator).Append(Cell(cells[index]));
        }

        _line.Append(LineEnd);
        foreach (var chunk in _line.GetChunks())
        {
            Bytes += Encoding.UTF8.GetByteCount(chunk.Span);
            await _writer.WriteAsync(chunk, token);
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    internal static string Cell(object? value) => value switch
    {
        null or DBNull => "",
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        Money money => (money.Kopecks / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int or long or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No cell for {value.GetType().Name}"),
    };

    private static string Text(string text)
    {
        var safe = IsFormula(text) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(Special) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>The wide forms are what some spreadsheets take for the narrow ones.</summary>
    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
