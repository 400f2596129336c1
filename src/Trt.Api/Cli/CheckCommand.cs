using System.CommandLine;
using System.Globalization;
using Trt.Application.Upkeep;

namespace Trt.Api.Cli;

/// <summary>
/// <c>check</c>: everything a shop stands on, one line each. <c>check money</c>: proves from the ledger that nothing is missing.
/// <c>check telegram</c>: whether updates reach us.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var detailed = new Option<bool>("--detailed") { Description = "With what was found behind each line." };
        var command = new Command("check", "Look at everything the shop stands on; changes nothing. Ends with 0 when all is green, else with 1.")
        {
            detailed, Answer.AsJson, Money(), Telegram(),
        };
        command.SetAction(async (input, token) => Report(input, await new ShopCheck().Look(token), input.GetValue(detailed)));
        return command;
    }

    internal static int Report(ParseResult input, IReadOnlyList<CheckLine> lines, bool isDetailed)
    {
        var wrong = lines.Count(line => line.State == CheckState.Wrong);
        var code = wrong == 0 ? 0 : 1;
        if (input.GetValue(Answer.AsJson))
        {
            return input.Give(new { AllGreen = wrong == 0, Lines = lines }, "", code);
        }

        var paper = Paper.On(input.InvocationConfiguration.Output);
        foreach (var line in lines)
        {
            paper.Line(line, isDetailed || line.State == CheckState.Wrong);
        }

        paper.Verdict(
            wrong == 0 ? "ALL GREEN" : string.Create(CultureInfo.InvariantCulture, $"{wrong} of {lines.Count} need attention."), wrong == 0);
        return code;
    }

    private static Command Money()
    {
        var list = new Option<int>("--list")
        {
            Description = "How many findings of each kind are listed; all are counted.",
            DefaultValueFactory = _ => ProveMoney.ListedUsually,
        };
        var command = new Command("money", "Prove that wallets, ledger and orders agree. Ends with 1 when they do not.")
        {
            list, Answer.AsJson,
        };
        command.SetAction(
            (input, token) => CliScope.Run((scope, stop) => Prove(input, scope, input.GetValue(list), stop), token));
        return command;
    }

    private static async Task<int> Prove(ParseResult input, CliScope scope, int listed, CancellationToken token)
    {
        var proof = await scope.Mediator.Send(new ProveMoney(listed), token);
        await input.InvocationConfiguration.Output.WriteAsync(
            input.GetValue(Answer.AsJson) ? MoneyReport.Json(proof) : MoneyReport.Text(proof));
        return proof.Agrees ? 0 : 1;
    }

    private static Command Telegram()
    {
        var command = new Command("telegram", "The same as webhook info.") { Answer.AsJson };
        command.SetAction((input, token) =>
            WebhookCommand.AtTelegram(input, async (reception, _) => WebhookCommand.Tell(input, await reception.Look(token))));
        return command;
    }
}
