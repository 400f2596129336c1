using System.CommandLine;
using Trt.Application.Wallets;

namespace Trt.Api.Cli;

/// <summary><c>check money</c>: proves from the ledger that nothing is missing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var money = new Command("money", "Prove that wallets, ledger and open generations agree.");
        money.SetAction((_, token) => CliScope.Run(Prove, token));
        return new Command("check", "Checks an operator can run at any time.") { money };
    }

    private static async Task<int> Prove(CliScope scope, CancellationToken token)
    {
        var proof = await scope.Mediator.Send(new ProveMoney(), token);
        Console.WriteLine($"{proof.Wallets} wallets, {proof.Entries} ledger entries: {proof.Available} available, {proof.Reserved} reserved.");
        foreach (var difference in proof.Differences)
        {
            Console.WriteLine($"  {difference}");
        }

        Console.WriteLine(proof.Differences.Count == 0 ? "Everything agrees." : $"{proof.Differences.Count} difference(s).");
        return proof.Differences.Count == 0 ? 0 : 1;
    }
}
