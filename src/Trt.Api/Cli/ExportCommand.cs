using System.CommandLine;
using System.Globalization;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Api.Cli;

/// <summary><c>export users | ledger --from 2026-11-01 --to 2026-11-30 --out file.csv</c></summary>
internal static class ExportCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Create()
    {
        var command = new Command("export", "Write a table as CSV; any size, row by row.");
        foreach (var table in Enum.GetValues<ExportTable>())
        {
            command.Add(Export(table));
        }

        return command;
    }

    private static Command Export(ExportTable table)
    {
        var from = new Option<string?>("--from") { Description = "The first day, as 2026-11-01; from the beginning when left out." };
        var to = new Option<string?>("--to") { Description = "The last day, included; today when left out." };
        var output = new Option<string?>("--out") { Description = "The file; the console when left out." };
        var command = new Command(table.ToString().ToLowerInvariant(), Describe(table)) { from, to, output, Operator.Name };
        command.SetAction((input, token) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);
            if (!TryDay(input.GetValue(from), ExportPeriod.Beginning, out var first) || !TryDay(input.GetValue(to), today, out var last))
            {
                Console.Error.WriteLine($"A day is written as {DayFormat}, for example 2026-11-01.");
                return Task.FromResult(2);
            }

            var period = new ExportPeriod(first, last);
            return CliScope.Run(
                (scope, stop) =>
                    Write(scope, table, period, input.GetValue(output), new Actor.AtConsole(input.GetRequiredValue(Operator.Name)), stop),
                token);
        });
        return command;
    }

    private static async Task<int> Write(
        CliScope scope, ExportTable table, ExportPeriod period, string? path, Actor actor, CancellationToken token)
    {
        try
        {
            await using var stream = path is null
                ? Console.OpenStandardOutput()
                : new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var end = await scope.AsOwner(new WriteExport(actor, table, period, stream), token);
            await Console.Error.WriteLineAsync($"{end.Rows} rows{(path is null ? "" : $" in {path}")}.");
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The file cannot be written: {problem.Message}");
            return 1;
        }
    }

    private static string Describe(ExportTable table) => table switch
    {
        ExportTable.Users => "People by the day they came, with their balance.",
        ExportTable.Ledger => "Movements of money by their moment.",
        ExportTable.Payments => "Top-ups by the moment they were begun.",
    };

    private static bool TryDay(string? text, DateOnly usual, out DateOnly day)
    {
        day = usual;
        return text is null || DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
