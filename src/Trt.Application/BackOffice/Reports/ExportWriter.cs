using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.BackOffice.Reports;

/// <summary>Writes a table as a file, row by row.</summary>
internal sealed class ExportWriter(IReports reports, ShopOptions options)
{
    /// <returns>Where it ended; beyond the size it stops, since half a table helps nobody.</returns>
    public async Task<ExportEnd> Write(ExportTable table, ExportPeriod period, Stream stream, long bytesMax, CancellationToken token)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write(reports.Columns(table), token);
        var rows = 0L;
        await foreach (var row in reports.Rows(table, options.StartOf(period.From), options.StartOf(period.To.AddDays(1)), token))
        {
            await csv.Write(row, token);
            rows++;
            if (csv.Bytes > bytesMax)
            {
                return new ExportEnd(rows, IsTooLarge: true);
            }
        }

        return new ExportEnd(rows, IsTooLarge: false);
    }
}
