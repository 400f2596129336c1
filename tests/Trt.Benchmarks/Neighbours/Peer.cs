using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A bot on another framework, in the folder Peers: its packages are installed when they are needed.</summary>
internal static class Peer
{
    private const int NodeMin = 20;
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(5);

    private static string Folder => Path.Combine(Programs.SourceFolder, "Peers");

    public static async Task Install(CancellationToken token)
    {
        var version = (await Run("node", ["--version"], token)).TrimStart('v').Split('.')[0];
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < NodeMin)
        {
            throw new BenchmarkException($"Node {version} is too old for the peers: install Node.js {NodeMin} or newer.");
        }

        var (locked, installed) = (
            new FileInfo(Path.Combine(Folder, "package-lock.json")),
            new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json")));
        if (!installed.Exists || installed.LastWriteTimeUtc < locked.LastWriteTimeUtc)
        {
            await Run("npm", ["ci", "--no-audit", "--no-fund"], token);
        }
    }

    /// <param name="script">Without its ending.</param>
    /// <param name="showsMenu">False only answers the press.</param>
    public static Task<ServerUnderTest> Start(
        string script, NeighbourSink neighbours, bool showsMenu, string folder, CancellationToken token)
    {
        var port = Programs.FreePort();
        string[] command =
        [
            "node", Path.Combine(Folder, $"{script}.mjs"),
            port.ToString(CultureInfo.InvariantCulture), Shop.WebhookSecret, neighbours.Address,
            .. showsMenu ? (string[])["menu"] : [],
        ];
        var settings = new Dictionary<string, string?> { ["NODE_ENV"] = "production" };
        return ServerUnderTest.Launch($"{script}{(showsMenu ? ".menu" : "")}", command, port, settings, folder, token);
    }

    private static async Task<string> Run(string program, string[] arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
            patience.CancelAfter(InstallPatience);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0
                ? await output
                : throw new BenchmarkException($"'{program} {string.Join(' ', arguments)}' failed in {Folder}; packages come from the registry that npm is configured for.\n{await output}\n{await errors}");
        }
        catch (Win32Exception missing)
        {
            throw new BenchmarkException($"'{program}' cannot be started: install Node.js {NodeMin} or newer with npm (Debian: apt-get install nodejs npm).", missing);
        }
    }
}
