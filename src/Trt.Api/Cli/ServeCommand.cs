using Trt.Api.Instance;
using Trt.Api.Options;

namespace Trt.Api.Cli;

/// <summary>Opens the shop and keeps it open until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(CancellationToken token)
    {
        if (CliOptions.Read() is not { } settings)
        {
            return CliOptions.BadOptions;
        }

        await using var app = TrtApp.Build(settings);
        return await app.RunToTheEnd(token);
    }
}

internal static class CliOptions
{
    public const int BadOptions = 2;

    /// <summary>The settings of the environment; null after everything that is wrong has been printed.</summary>
    public static TrtOptions? Read()
    {
        var (settings, problems) = OptionsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        if (settings is null)
        {
            Console.Error.WriteLine($"TRT cannot start, {problems.Count} setting(s) need attention:");
            foreach (var problem in problems)
            {
                Console.Error.WriteLine($"  - {problem}");
            }
        }

        return settings;
    }
}
