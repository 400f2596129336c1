using System.CommandLine;
using System.Globalization;
using Trt.Application.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>growth report</c>: where customers come from and what it costs to bring them.</summary>
internal static class GrowthCommand
{
    public static Command Create() => new("growth", "Where customers come from.") { Report() };

    private static Command Report()
    {
        var since = new Option<DateOnly?>("--since") { Description = "Only customers who came on this day or later, for example 2026-11-01 (UTC)." };
        var csv = new Option<bool>("--csv") { Description = "As a table for a spreadsheet: one row per source." };
        var command = new Command("report", "Customers, payers and revenue by source; invitations, promo codes, gifts.") { since, csv };
        command.SetAction((input, token) =>
        {
            DateTimeOffset? from = input.GetValue(since) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
            return CliScope.Run(async (scope, stop) =>
            {
                var report = await scope.Mediator.Send(new ReportGrowth(from), stop);
                foreach (var line in input.GetValue(csv) ? Table(report) : Page(report))
                {
                    Console.WriteLine(line);
                }

                return 0;
            }, token);
        });
        return command;
    }

    internal static IEnumerable<string> Table(GrowthReport report) =>
    [
        Csv.Row("source", "customers", "payers", "revenue_rub"),
        .. report.Sources.Select(row => Csv.Row(row.Source, Text(row.Customers), Text(row.Payers), Plain(row.Revenue))),
    ];

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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(Money money) => (money.Kopecks / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
