using System.Diagnostics;
using System.Text;
using Trt.Api.Cli;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>The operator's shell on the database of a running shop. The program's start costs a second, so most commands run in this process.</summary>
internal sealed class Shell(RunningShop shop, params (string Name, string Value)[] settings)
{
    private readonly (string Name, string Value)[] _environment = [("DATABASE_URL", shop.ConnectionString), .. settings];

    /// <summary>Console and environment belong to the whole process: fixtures that use this do not run beside others.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> Run(params string[] command)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var (consoleOutput, consoleErrors) = (Console.Out, Console.Error);
        var before = _environment.Select(setting => (setting.Name, Value: Environment.GetEnvironmentVariable(setting.Name))).ToList();
        try
        {
            Console.SetOut(TextWriter.Synchronized(output));
            Console.SetError(TextWriter.Synchronized(errors));
            _environment.ToList().ForEach(setting => Environment.SetEnvironmentVariable(setting.Name, setting.Value));
            return (await TrtCommands.Run(command), output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(consoleOutput);
            Console.SetError(consoleErrors);
            before.ForEach(setting => Environment.SetEnvironmentVariable(setting.Name, setting.Value));
        }
    }

    /// <summary>In a process of its own, as the operator types it: for the exit code, and for what goes past the console's text.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunProgram(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TrtApp).Assembly.Location, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in _environment)
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
