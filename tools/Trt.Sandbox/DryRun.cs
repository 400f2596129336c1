using System.Collections;
using Trt.Api.Options;

namespace Trt.Sandbox;

/// <summary>
/// The bot of the environment's token at its real messenger, with the simulated provider beside it. Everybody who meets an order is told.
/// </summary>
internal static class DryRun
{
    public static bool IsWanted
    {
        get
        {
            var source = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            return source["TELEGRAM_BOT_TOKEN"] is { Length: > 0 } && OptionsReader.IsDryRun(source);
        }
    }

    public static async Task<int> Run(int port, CancellationToken token)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value);
        try
        {
            await using var sandbox = await Sandbox.StartDryRun(port, environment, token);
            Console.WriteLine("DRY RUN: the real messenger and a simulated provider. Nothing is ordered, and every price says so.");
            var closing = sandbox.WaitForShutdown(token);
            if (await Task.WhenAny(sandbox.Opened, closing) == sandbox.Opened)
            {
                Console.WriteLine($"Provider   {sandbox.Address}control/kie/tasks (what it was asked for)");
                Console.WriteLine($"Shop       {sandbox.ShopAddress} (health, metrics, webhook)");
                Console.WriteLine("Stop with Ctrl+C.");
            }

            await closing;
            return Environment.ExitCode;
        }
        catch (ArgumentException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }
    }
}
