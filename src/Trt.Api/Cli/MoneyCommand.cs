using System.CommandLine;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>money add 42 150 --reason "paid in cash"</c></summary>
internal static class MoneyCommand
{
    public static Command Create() => new("money", "Move customers' money by hand, and see what is earned.") { Add(), Margin() };

    private static Command Margin()
    {
        var days = new Option<int>("--days") { Description = "Today and the days before it.", DefaultValueFactory = _ => 7 };
        var command = new Command("margin", "What each model brought on each day and what it cost, and which orders were taken below cost.")
        {
            days, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var margins = await scope.Mediator.Send(new ReportMargin(input.GetValue(days)), stop);
            return input.Give(margins, margins.Select(Line).DefaultIfEmpty("No result has come in this time."));
        }, token));
        return command;
    }

    private static string Line(MarginFigure margin) =>
        $"{margin.Day:yyyy-MM-dd}  {margin.Model}: {margin.Orders} result(s), taken {margin.Taken}, cost {margin.Cost}, margin {margin.Margin}"
        + (margin.BelowCost == 0 ? "" : $"; {margin.BelowCost} below cost, {margin.Lost} lost by that");

    private static Command Add()
    {
        var customer = new Argument<long>("customer") { Description = "The customer's Telegram id." };
        var rubles = new Argument<string>("rubles")
        {
            Description = "How much, for example 150 or 99.50; a negative amount takes it back.",
        };
        var reason = new Option<string>("--reason") { Description = "Why; it stays in the ledger.", Required = true };
        var reference = new Option<string?>("--reference")
        {
            Description = "Names this request; the same one twice is booked once. Made up when left out.",
        };
        var silent = new Option<bool>("--silent") { Description = "Do not tell the customer." };
        var command =
            new Command("add", "Put money on a customer's wallet.")
            {
                customer, rubles, reason, reference, silent, Operator.Name, Answer.AsJson,
            };
        command.SetAction((input, token) =>
        {
            if (AdjustmentAmount.Read(input.GetRequiredValue(rubles), out var kopecks) is { } problem)
            {
                return Task.FromResult(input.Refuse(Explain(problem), exitCode: 2));
            }

            var request = new AddMoney(
                new UserId(input.GetRequiredValue(customer)),
                kopecks,
                input.GetValue(reference) ?? $"cli:{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}",
                input.GetRequiredValue(Operator.Name),
                input.GetRequiredValue(reason),
                input.GetValue(silent));
            return CliScope.Run((scope, stop) => Book(input, scope, request, stop), token);
        });
        return command;
    }

    private static async Task<int> Book(ParseResult input, CliScope scope, AddMoney request, CancellationToken token) =>
        await scope.Mediator.Send(request, token) switch
        {
            AddMoneyResult.Booked booked => input.Tell($"Booked. Customer {request.Customer} now has {booked.Available}."),
            AddMoneyResult.AlreadyBooked booked => input.Tell(
                $"This reference was booked before, nothing has changed. Customer {request.Customer} has {booked.Available}."),
            AddMoneyResult.NotEnough few => input.Refuse($"Customer {request.Customer} has only {few.Available}; nothing was taken."),
            AddMoneyResult.UnknownCustomer =>
                input.Refuse($"Nobody with the id {request.Customer} has ever written to the bot; nothing was booked."),
            _ => throw new InvalidOperationException("A booking is booked, repeated or refused"),
        };

    private static string Explain(AdjustmentProblem problem) => problem switch
    {
        AdjustmentProblem.NotAnAmount or AdjustmentProblem.TooFine =>
            "The amount must be rubles with at most two decimals, for example 150 or 99.50.",
        AdjustmentProblem.Zero => "The amount must not be zero.",
        AdjustmentProblem.TooLarge => "The amount must be at most 1 000 000 rubles.",
    };
}
