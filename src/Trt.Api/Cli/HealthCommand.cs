using System.CommandLine;
using System.Globalization;
using Trt.Application.Health;
using Trt.Application.Ports;
using Trt.Domain.Health;

namespace Trt.Api.Cli;

/// <summary><c>catalog health</c>: how the models do, the troubled ones first.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var command = new Command(
            "health", "How the models do: their orders of the last hour and day, what is paused and why, and what the provider says.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            await scope.OpenCatalog(stop);
            var report = await scope.Mediator.Send(new ListHealth(), stop);
            return input.Give(ForPrograms(report), ToText(report));
        }, token));
        return command;
    }

    private static object ForPrograms(HealthReport report) =>
        new
        {
            report.At,
            report.Unit,
            Models = report.Models.Select(line => new
            {
                Id = line.Model.Value,
                line.State,
                line.IsOffered,
                line.IsSold,
                line.Since,
                line.Why,
                line.Hand,
                line.Who,
                line.Probe,
                line.ProbedAt,
                line.ProbeAt,
                Hour = line.Hour is { } hour ? new { hour.Done, hour.Failed, MedianSeconds = hour.Median?.TotalSeconds } : null,
                Day = line.Day is { } day ? Figures(day) : null,
                line.ProviderPercent,
                Lines = line.Lines.Select(Figures),
                Hours = line.Hours.Select(Figures),
            }),
        };

    internal static string ToText(HealthReport report)
    {
        var shown = report.Models
            .Where(line => line.Day is not null || line.Hour is not null || line.State != HealthState.Well || line.Hand is not null)
            .ToList();
        var rest = report.Models.Count(line => line.IsOffered) - shown.Count(line => line.IsOffered);
        return string.Join('\n', shown.Select(Line).Append($"{rest} more models on sale have had no orders within a day and are taken for well."));
    }

    private static object Figures(OrdersOfDay day) =>
        new { day.Sku, day.Hour, day.Done, day.Failed, MedianSeconds = day.Median?.TotalSeconds };

    private static string Line(HealthLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Model.Value,-44} {State(line),-10} {(line.DayPercent is { } percent ? $"{percent:0.#} %" : "-"),7} of {(line.Day?.Done ?? 0) + (line.Day?.Failed ?? 0),5} a day  {(line.Day?.Median is { } median ? $"{median.TotalSeconds:0} s" : "-"),7}  {(line.ProviderPercent is { } theirs ? $"provider {theirs:0.#} %  " : "")}{line.Why}{(line.ProbeAt is { } next ? $"; looked at again {next.UtcDateTime:HH:mm} UTC" : "")}").TrimEnd();

    private static string State(HealthLine line) => line switch
    {
        { Hand: HandWord.Pause } => "stopped",
        { Hand: HandWord.Sell } => "sold",
        _ => Answer.Word(line.State),
    };
}
