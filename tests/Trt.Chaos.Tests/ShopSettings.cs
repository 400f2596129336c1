using Microsoft.Extensions.Configuration;
using Trt.Api.Options;

namespace Trt.Chaos.Tests;

/// <summary>What the real shop in a process of its own is told by its environment.</summary>
internal static class ShopSettings
{
    /// <summary>Ends the run with what is wrong, and with 2, where the shop itself would.</summary>
    public static async Task<int> RunWith(Func<TrtOptions, Task<int>> run)
    {
        var (settings, problems) = OptionsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        if (settings is not null)
        {
            return await run(settings);
        }

        await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
        return 2;
    }
}
