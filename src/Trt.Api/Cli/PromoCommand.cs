using System.CommandLine;
using System.Globalization;
using Trt.Application.Growth;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary>
/// <c>promo create SUMMER --amount 50 --uses 100</c>, <c>promo list</c>, <c>promo show SUMMER</c>, <c>promo disable SUMMER</c>
/// </summary>
internal static class PromoCommand
{
    private const int WrongUsage = 2;

    public static Command Create() => new("promo", "Issue promo codes and look after them.") { Issue(), List(), Show(), Disable() };

    private static Command Issue()
    {
        var code = new Argument<string?>("code")
        {
            Description = "4 to 32 letters, digits, - or _; made up when left out, which nobody guesses.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var amount = new Option<string?>("--amount") { Description = "Gives so many rubles, for example 50 or 99.50." };
        var percent = new Option<int?>("--percent") { Description = "Adds so many percent to the next top-up; needs --bonus-max." };
        var bonusMax = new Option<string?>("--bonus-max") { Description = "With --percent: the most it adds, in rubles." };
        var free = new Option<int?>("--free") { Description = "Gives so many free generations." };
        var uses = new Option<int>("--uses") { Description = "How often it can be used, by all customers together.", Required = true };
        var perCustomer = new Option<int>("--per-user") { Description = "How often by one customer.", DefaultValueFactory = _ => 1 };
        var expires = new Option<string?>("--expires")
        {
            Description = "The last day it can be used, for example 2027-01-31 (the shop's day, UTC+3). For ever when left out.",
        };
        var actor = new Option<string>("--operator")
        {
            Description = "Who does it; it stays in the audit.",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var command = new Command("create", "Issue a promo code: give exactly one of --amount, --percent and --free.")
        {
            code, amount, percent, bonusMax, free, uses, perCustomer, expires, actor, Answer.AsJson,
        };
        command.SetAction((input, token) =>
        {
            if (!TryValue(input.GetValue(amount), input.GetValue(percent), input.GetValue(bonusMax), input.GetValue(free), out var value))
            {
                return Task.FromResult(input.Refuse(
                    "Give exactly one of --amount RUBLES, --percent N --bonus-max RUBLES, and --free N; rubles have at most two decimals.",
                    WrongUsage));
            }

            if (!TryEnd(input.GetValue(expires), out var end))
            {
                return Task.FromResult(input.Refuse("--expires must be a day, for example 2027-01-31.", WrongUsage));
            }

            var request = new CreatePromo(
                input.GetValue(code), value, input.GetRequiredValue(uses), input.GetValue(perCustomer), end, input.GetRequiredValue(actor));
            return CliScope.Run((scope, stop) => Issue(input, scope, request, stop), token);
        });
        return command;
    }

    private static async Task<int> Issue(ParseResult input, CliScope scope, CreatePromo request, CancellationToken token) =>
        await scope.Mediator.Send(request, token) switch
        {
            CreatePromoResult.Created created => input.Give(ForPrograms(created.Promo), $"Issued: {Line(created.Promo)}"),
            CreatePromoResult.Exists existing =>
                input.Refuse($"This code exists already, nothing has changed: {Line(existing.Promo)}"),
            _ => throw new InvalidOperationException("A code is issued or exists"),
        };

    private static Command List()
    {
        var command = new Command("list", "All promo codes, the newest first.") { Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run((scope, stop) => Print(input, scope, code: null, stop), token));
        return command;
    }

    private static Command Show()
    {
        var code = new Argument<string>("code") { Description = "The promo code." };
        var command = new Command("show", "One promo code and what became of it.") { code, Answer.AsJson };
        command.SetAction(
            (input, token) => CliScope.Run((scope, stop) => Print(input, scope, input.GetRequiredValue(code), stop), token));
        return command;
    }

    private static async Task<int> Print(ParseResult input, CliScope scope, string? code, CancellationToken token)
    {
        var promos = await scope.Mediator.Send(new ListPromos(code), token);
        return promos.Count == 0 && code is not null
            ? input.Refuse($"There is no promo code {code}.")
            : input.Give(
                promos.Select(standing => new
                {
                    Code = ForPrograms(standing.Promo),
                    standing.Promo.Uses,
                    standing.Customers,
                    standing.LastUsedAt,
                    standing.CanBeUsed,
                }),
                promos.Select(Line).DefaultIfEmpty("There are no promo codes. Issue one with: promo create"));
    }

    private static Command Disable()
    {
        var code = new Argument<string>("code") { Description = "The promo code." };
        var reason = new Option<string>("--reason") { Description = "Why; it stays in the audit.", DefaultValueFactory = _ => "" };
        var actor = new Option<string>("--operator") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("disable", "Withdraw a promo code. What it has given stays given.") { code, reason, actor, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var request = new DisablePromo(input.GetRequiredValue(code), input.GetRequiredValue(actor), input.GetRequiredValue(reason));
            var (line, status) = await scope.Mediator.Send(request, stop) switch
            {
                DisablePromoResult.Disabled => ($"{request.Code} is withdrawn.", 0),
                DisablePromoResult.DisabledBefore => ($"{request.Code} was withdrawn before, nothing has changed.", 0),
                DisablePromoResult.NotFound => ($"There is no promo code {request.Code}.", 1),
            };
            return input.Tell(line, status);
        }, token));
        return command;
    }

    private static string Line(PromoStanding standing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Line(standing.Promo)}; used {standing.Promo.Uses} times by {standing.Customers} customer(s){(standing.LastUsedAt is { } at ? $", last {at:u}" : "")}; {(standing.CanBeUsed ? "can be used" : "cannot be used any more")}");

    private static string Line(PromoCode promo) => string.Create(
        CultureInfo.InvariantCulture,
        $"{promo.Code}: {Value(promo)}; {promo.UsesMax} uses, {promo.UsesPerCustomerMax} per customer{(promo.ExpiresAt is { } at ? $", until {at:u}" : "")}{(promo.IsActive ? "" : "; withdrawn")}");

    private static string Value(PromoCode promo) => promo.Value switch
    {
        PromoValue.MoneyGift gift => gift.Amount.ToString(),
        PromoValue.TopUpPercent percent => $"{percent.Percent} % of the next top-up, up to {percent.BonusMax}",
        PromoValue.FreeGenerations free => $"{free.Count} free generations",
        _ => throw new InvalidOperationException($"No words for {promo.Value}"),
    };

    private static object ForPrograms(PromoCode promo) => new
    {
        promo.Code,
        Gives = Value(promo),
        promo.UsesMax,
        promo.UsesPerCustomerMax,
        promo.ExpiresAt,
        promo.IsActive,
    };

    private static bool TryValue(string? amount, int? percent, string? bonusMax, int? free, out PromoValue value)
    {
        value = new PromoValue.FreeGenerations(free ?? 0);
        switch (amount, percent, free)
        {
            case ({ } text, null, null) when bonusMax is null && TryRubles(text, out var money):
                value = new PromoValue.MoneyGift(money);
                return true;
            case (null, { } part, null) when bonusMax is not null && TryRubles(bonusMax, out var most):
                value = new PromoValue.TopUpPercent(part, most);
                return true;
            case (null, null, not null) when bonusMax is null:
                return true;
            default:
                return false;
        }
    }

    private static bool TryRubles(string text, out Money money)
    {
        money = Money.Zero;
        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rubles)
            || rubles > 1_000_000 || rubles * 100 != decimal.Truncate(rubles * 100))
        {
            return false;
        }

        money = Money.Rubles(rubles);
        return true;
    }

    /// <summary>The named day is the last one: it ends when the next begins.</summary>
    private static bool TryEnd(string? text, out DateTimeOffset? end)
    {
        end = null;
        if (text is null)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(3));
        return true;
    }
}
