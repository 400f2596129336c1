using System.Diagnostics;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>The operator's shell: commands of the program in a process of their own, on the database of a running shop.</summary>
internal sealed class Shell(RunningShop shop)
{
    public Task<(int ExitCode, string Output, string Errors)> Run(params string[] command) => RunWith([], command);

    /// <param name="environment">What the command needs beside the database.</param>
    public async Task<(int ExitCode, string Output, string Errors)> RunWith((string Name, string Value)[] environment, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TrtApp).Assembly.Location, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["DATABASE_URL"] = shop.ConnectionString;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>A command that has to succeed.</summary>
    public async Task<string> Does(params string[] command)
    {
        var (exitCode, output, errors) = await Run(command);
        exitCode.ShouldBe(0, $"{string.Join(' ', command)}: {output}{errors}");
        return output;
    }
}
