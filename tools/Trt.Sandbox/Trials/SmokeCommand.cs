using System.CommandLine;
using Trt.Api.Cli;

namespace Trt.Sandbox.Trials;

/// <summary><c>smoke</c>: a shop of its own beside the simulators, played from the port to every model.</summary>
internal static class SmokeCommand
{
    public static Command Create()
    {
        var command = new Command("smoke", "Open a shop of its own beside the simulators and play it: port, /start, every button, every model. Ends with 0 when all is well.")
        {
            Answer.AsJson,
        };
        command.SetAction((input, token) => TrialCommand.Run(input, async () =>
        {
            await using var shop = await TrialShop.Open(Environment.GetEnvironmentVariable("DATABASE_URL"), token);
            var lines = await Paper.Busy("Playing the shop", step => new Smoke(shop).Run(step, token));
            return CheckCommand.Report(input, lines, isDetailed: false);
        }));
        return command;
    }
}

internal static class TrialCommand
{
    /// <summary>What a trial meets is put into words, as everywhere.</summary>
    public static async Task<int> Run(ParseResult input, Func<Task<int>> trial)
    {
        try
        {
            return await trial();
        }
        catch (TrialFailed problem)
        {
            return input.Refuse($"It did not come to an end: {problem.Message}.");
        }
    }
}
