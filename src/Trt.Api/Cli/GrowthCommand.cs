using System.CommandLine;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Growth;

namespace Trt.Api.Cli;

/// <summary><c>growth report</c>: where customers come from and what it costs to bring them.</summary>
internal static class GrowthCommand
{
    public static Command Create() => new("growth", "Where customers come from.") { Report() };

    private static Command Report()
    {
        var since = new Option<DateOnly?>("--since")
        {
            Description = "Only customers who came on this day or later, for example 2026-11-01 (UTC).",
        };
        var csv = new Option<bool>("--csv") { Description = "As a table for a spreadsheet: one row per source." };
        var command = new Command("report", "Customers, payers and revenue by source; invitations, promo codes, gifts.") { since, csv, Answer.AsJson };
        command.SetAction((input, token) =>
        {
            DateTimeOffset? from = input.GetValue(since) is { } day
                ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
                : null;
            return CliScope.Run(async (scope, stop) =>
            {
                var report = await scope.Mediator.Send(new ReportGrowth(from), stop);
                if (input.GetValue(csv))
                {
                    await using var output = Console.OpenStandardOutput();
                    await WriteTable(report, output, stop);
                    return 0;
                }

                return input.Give(
                    new
                    {
                        report.Sources,
                        report.Invitations,
                        report.Gifts,
                        Promos = report.Promos.Select(standing => new
                        {
                            standing.Promo.Code,
                            standing.Promo.Uses,
                            standing.Promo.UsesMax,
                            standing.Customers,
                        }),
                    },
                    Page(report));
            }, token);
        });
        return command;
    }

    internal static async Task WriteTable(GrowthReport report, Stream output, CancellationToken token)
    {
        await using var csv = new CsvWriter(output);
        await csv.Write(["source", "customers", "payers", "revenue_rub"], token);
        foreach (var row in report.Sources)
        {
            await csv.Write([row.Source, row.Customers, row.Payers, row.Revenue], token);
        }
    }

    private static IEnumerable<string> Page(GrowthReport report)
    {
        yield return "By source (the customer's first word):";
        foreach (var row in report.Sources)
        {
            yield return $"  {row.Source}: {row.Customers} customers, {row.Payers} payers, {row.Revenue}";
        }

        var invitations = report.Invitations;
        yield return $"Invitations: {invitations.Accepted} accepted, {invitations.Rewarded} rewarded, {invitations.OverLimit} over the day's limit; "
            + $"{invitations.FreeGiven} free generations given, {invitations.Shares} of first payments.";
        yield return $"Gifts: {report.Gifts.Taken} taken, {report.Gifts.Amount}.";
        foreach (var standing in report.Promos)
        {
            yield return $"Promo code {standing.Promo.Code}: used {standing.Promo.Uses} of {standing.Promo.UsesMax} times by {standing.Customers} customer(s).";
        }
    }
}
