using System.CommandLine;
using System.Globalization;
using Trt.Application.Wallets;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>money add 42 150 --reason "paid in cash"</c></summary>
internal static class MoneyCommand
{
    public static Command Create() => new("money", "Move customers' money by hand.") { Add() };

    private static Command Add()
    {
        var customer = new Argument<long>("customer") { Description = "The customer's Telegram id." };
        var rubles = new Argument<string>("rubles") { Description = "How much, for example 150 or 99.50; a negative amount takes it back." };
        var reason = new Option<string>("--reason") { Description = "Why; it stays in the ledger.", Required = true };
        var reference = new Option<string?>("--reference") { Description = "Names this request; the same one twice is booked once. Made up when left out." };
        var actor = new Option<string>("--operator") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("add", "Put money on a customer's wallet.") { customer, rubles, reason, reference, actor };
        command.SetAction((input, token) =>
        {
            if (!TryKopecks(input.GetRequiredValue(rubles), out var kopecks))
            {
                Console.Error.WriteLine("The amount must be rubles with at most two decimals, for example 150 or 99.50.");
                return Task.FromResult(2);
            }

            var request = new AddMoney(
                new UserId(input.GetRequiredValue(customer)),
                kopecks,
                input.GetValue(reference) ?? $"cli:{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}",
                input.GetRequiredValue(actor),
                input.GetRequiredValue(reason));
            return CliScope.Run((scope, stop) => Book(scope, request, stop), token);
        });
        return command;
    }

    private static async Task<int> Book(CliScope scope, AddMoney request, CancellationToken token)
    {
        switch (await scope.Mediator.Send(request, token))
        {
            case AddMoneyResult.Booked booked:
                Console.WriteLine($"Booked. Customer {request.Customer} now has {booked.Available}.");
                return 0;
            case AddMoneyResult.AlreadyBooked booked:
                Console.WriteLine($"This reference was booked before, nothing has changed. Customer {request.Customer} has {booked.Available}.");
                return 0;
            case AddMoneyResult.NotEnough short_:
                Console.Error.WriteLine($"Customer {request.Customer} has only {short_.Available}; nothing was taken.");
                return 1;
            default:
                throw new InvalidOperationException("A booking is booked, repeated or refused");
        }
    }

    private static bool TryKopecks(string text, out long kopecks)
    {
        kopecks = 0;
        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rubles)
            || Math.Abs(rubles) > 1_000_000_000 || rubles * 100 != decimal.Truncate(rubles * 100))
        {
            return false;
        }

        kopecks = (long)(rubles * 100);
        return true;
    }
}
