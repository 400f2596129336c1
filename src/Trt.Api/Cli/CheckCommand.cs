using System.CommandLine;
using Trt.Api.Bot;
using Trt.Api.Bot.Updates;
using Trt.Application.Upkeep;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Cli;

/// <summary>
/// <c>check money</c>: proves from the ledger that nothing is missing. <c>check telegram</c>: whether updates reach us.
/// </summary>
internal static class CheckCommand
{
    public static Command Create() => new("check", "Checks an operator can run at any time.") { Money(), Telegram() };

    private static Command Money()
    {
        var list = new Option<int>("--list")
        {
            Description = "How many findings of each kind are listed; all are counted.",
            DefaultValueFactory = _ => ProveMoney.ListedUsually,
        };
        var json = new Option<bool>("--json") { Description = "The report as JSON; amounts in kopecks." };
        var command = new Command("money", "Prove that wallets, ledger and orders agree. Ends with 1 when they do not.") { list, json };
        command.SetAction(
            (input, token) => CliScope.Run((scope, stop) => Prove(scope, input.GetValue(list), input.GetValue(json), stop), token));
        return command;
    }

    private static async Task<int> Prove(CliScope scope, int listed, bool asJson, CancellationToken token)
    {
        var proof = await scope.Mediator.Send(new ProveMoney(listed), token);
        Console.Write(asJson ? MoneyReport.Json(proof) : MoneyReport.Text(proof));
        return proof.Agrees ? 0 : 1;
    }

    private static Command Telegram()
    {
        var command = new Command("telegram", "Look how Telegram brings updates; changes nothing. Ends with 1 when they do not come.");
        command.SetAction((_, token) => LookAtTelegram(token));
        return command;
    }

    private static async Task<int> LookAtTelegram(CancellationToken token)
    {
        if (CliOptions.Read() is not { } settings)
        {
            return CliOptions.BadOptions;
        }

        using var api = new BotApi(
            new BotApiOptions { Token = settings.Bot.Token, ApiBase = settings.Bot.ApiBase }, TimeProvider.System);
        try
        {
            var view = await new Reception(api, settings.Bot, new BotIdentity()).Look(token);
            Console.WriteLine($"@{view.Bot}: {view.Problem ?? "updates come as they should"}; {view.Waiting} wait.");
            Console.WriteLine(view.KnowsCommands ? "The commands are known." : "The commands are not known as they are now.");
            if (view.LastError is { } error)
            {
                Console.WriteLine($"Its last trouble with us, at {view.LastErrorAt:u}: {error}");
            }

            return view.Problem is null && view.KnowsCommands ? 0 : 1;
        }
        catch (BotApiException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
