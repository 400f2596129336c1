using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>The folder of Node clients: installs their packages when needed and runs their scripts.</summary>
internal static class NodeClients
{
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ScriptPatience = TimeSpan.FromMinutes(2);

    public static string Folder { get; } = Repository.Path("tests", "clients");

    public static async Task Install()
    {
        var lockFile = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var version = (await Run("node", ["--version"], ScriptPatience)).Output.Trim();
        if (int.Parse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture) < 20)
        {
            throw new AssertionException($"Node {version} is too old for the Bot API clients: install Node.js 20 or newer");
        }

        if (installed.Exists && installed.LastWriteTimeUtc >= lockFile.LastWriteTimeUtc)
        {
            return;
        }

        var (exitCode, output, errors) = await Run("npm", ["ci", "--no-audit", "--no-fund"], InstallPatience);
        if (exitCode != 0)
        {
            throw new AssertionException($"'npm ci' failed in tests/clients; the clients come from the npm registry that npm is configured for.\n{output}\n{errors}");
        }
    }

    public static Task<(int ExitCode, string Output, string Errors)> Play(string script, Uri sandbox, string token) =>
        Run("node", [script, sandbox.ToString().TrimEnd('/'), token], ScriptPatience);

    private static async Task<(int ExitCode, string Output, string Errors)> Run(string program, string[] arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new AssertionException($"'{program} {string.Join(' ', arguments)}' did not end within {patience}.\n{await output}\n{await errors}");
        }

        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AssertionException($"'{start.FileName}' cannot be started: install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm). {missing.Message}");
        }
    }
}
