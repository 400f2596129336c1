using System.CommandLine;
using Trt.Application.Upkeep;

namespace Trt.Api.Cli;

/// <summary><c>check money</c>: proves from the ledger that nothing is missing.</summary>
internal static class CheckCommand
{
    public static Command Create() => new("check", "Checks an operator can run at any time.") { Money() };

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
}
