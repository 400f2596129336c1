using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>What PostgreSQL's own programs do with one folder: make its data, serve them, and end a server that works there.</summary>
internal sealed partial class ClusterPrograms(
    ClusterFolder folder, PostgresBinaries binaries, PrivatePostgresOptions options, ILogger logger)
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(20);

    public int Major => binaries.Major;

    /// <summary>Beside the final place, and moved there when complete: a program killed meanwhile leaves nothing half-made.</summary>
    public async Task Initialise(string superuser, CancellationToken token)
    {
        if (Directory.Exists(folder.DataInTheMaking))
        {
            Directory.Delete(folder.DataInTheMaking, recursive: true);
        }

        await folder.WriteNewPassword(token);
        List<string> arguments =
        [
            $"--pgdata={folder.DataInTheMaking}", $"--username={superuser}", $"--pwfile={folder.PasswordFile}",
            "--auth=scram-sha-256", "--encoding=UTF8", OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
        ];
        if (!options.Durable)
        {
            arguments.Add("--no-sync");
        }

        var (exit, text) = await folder.User.Run(binaries.Initialiser, arguments, token);
        if (exit != 0)
        {
            throw new PrivatePostgresException($"initdb could not make the data in {folder.Root}:{Environment.NewLine}{text}");
        }

        Directory.Move(folder.DataInTheMaking, folder.Data);
    }

    public ProcessStartInfo Server(int port) => folder.User.Companion(binaries.Server, ServerArguments(port));

    public async Task Stop(CancellationToken token)
    {
        var seconds = ((int)StopWithin.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        foreach (var mode in (string[])["fast", "immediate"])
        {
            var (exit, _) = await folder.User.Run(
                binaries.Control, ["stop", "-D", folder.Data, "-m", mode, "-w", "-t", seconds], token);
            if (exit == 0 || PidFile.Read(folder.PidFile)?.IsServerOf(folder.Data) is not true)
            {
                return;
            }

            LogSlowStop(logger, mode);
        }

        throw new PrivatePostgresException($"The PostgreSQL in {folder.Root} cannot be stopped: end it by hand.");
    }

    public async Task RemoveRemainsOfAKilledProgram(CancellationToken token)
    {
        if (PidFile.Read(folder.PidFile) is not { } remains)
        {
            return;
        }

        if (remains.IsServerOf(folder.Data))
        {
            LogOrphan(logger, remains.ProcessId);
            await Stop(token);
        }

        // Left behind, it would stop the server if the number of its process now belongs to another one.
        File.Delete(folder.PidFile);
    }

    private List<string> ServerArguments(int port)
    {
        Dictionary<string, string> settings = new()
        {
            ["listen_addresses"] = IPAddress.Loopback.ToString(),
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["timezone"] = "UTC",
            ["max_connections"] = options.ConnectionsMax.ToString(CultureInfo.InvariantCulture),
            ["logging_collector"] = "off",
            // What customers write must not get into logs by way of a failed statement.
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
        };
        if (!options.Durable)
        {
            settings["fsync"] = "off";
            settings["synchronous_commit"] = "off";
            settings["full_page_writes"] = "off";
        }

        return ["-D", folder.Data, .. settings.SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"])];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL {ProcessId} outlived the program that started it; stopping it")]
    private static partial void LogOrphan(ILogger logger, int processId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL did not stop ({Mode})")]
    private static partial void LogSlowStop(ILogger logger, string mode);
}
