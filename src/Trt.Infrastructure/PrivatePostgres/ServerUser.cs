using System.Diagnostics;
using System.Globalization;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>The user that the server runs as. PostgreSQL refuses to run as root, so root steps down for it.</summary>
internal sealed record ServerUser(int? Uid, int? Gid)
{
    private const string SetPriv = "/usr/bin/setpriv";
    private const string SetSid = "/usr/bin/setsid";

    public static readonly ServerUser Ourselves = new(null, null);

    public bool IsOther => Uid is not null;

    /// <param name="dataFolder">Data that exist already are served by their owner.</param>
    public static async Task<ServerUser> Choose(string dataFolder, CancellationToken token)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Ourselves;
        }

        if (!File.Exists(SetPriv))
        {
            throw new PrivatePostgresException(
                "PostgreSQL does not run as root, and setpriv to step down is missing. Install util-linux, or start as another user.");
        }

        if (Directory.Exists(dataFolder) && await Ids("stat", ["-c", "%u %g", dataFolder], token) is { Uid: > 0 } owner)
        {
            return owner;
        }

        foreach (var name in (string[])["postgres", "nobody"])
        {
            if (await Ids("sh", ["-c", $"echo $(id -u {name}) $(id -g {name})"], token) is { Uid: > 0 } user)
            {
                return user;
            }
        }

        throw new PrivatePostgresException(
            "PostgreSQL does not run as root, and there is neither a user postgres nor nobody. "
            + "Create one, or start as another user.");
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Exit, string Text)> Run(string program, IEnumerable<string> arguments, CancellationToken token)
    {
        using var process = Process.Start(Command(program, arguments, stepDown: IsOther ? [] : null))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, (await output + await errors).Trim());
    }

    /// <summary>
    /// A command that lives as long as we do: away from our terminal, so that Ctrl+C reaches only us and we decide the order of
    /// stopping; and interrupted by the kernel when the thread that starts it ends, even by <c>kill -9</c>.
    /// </summary>
    public ProcessStartInfo Companion(string program, IEnumerable<string> arguments)
    {
        if (!File.Exists(SetPriv))
        {
            return Command(program, arguments, stepDown: null);
        }

        var command = Command(program, arguments, ["--pdeathsig", "INT"]);
        if (!File.Exists(SetSid))
        {
            return command;
        }

        command.ArgumentList.Insert(0, command.FileName);
        command.FileName = SetSid;
        return command;
    }

    private ProcessStartInfo Command(string program, IEnumerable<string> arguments, IEnumerable<string>? stepDown)
    {
        List<string> words = [program, .. arguments];
        if (stepDown is not null)
        {
            List<string> identity = IsOther ? [$"--reuid={Uid}", $"--regid={Gid}", "--clear-groups"] : [];
            words = [SetPriv, .. identity, .. stepDown, "--", .. words];
        }

        return new ProcessStartInfo(words[0], words[1..])
        {
            // Ours may be closed to the other user.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static async Task<ServerUser?> Ids(string program, string[] arguments, CancellationToken token)
    {
        var (exit, text) = await Ourselves.Run(program, arguments, token);
        var ids = text.Split(' ');
        return exit == 0 && ids.Length == 2
            && int.TryParse(ids[0], CultureInfo.InvariantCulture, out var uid)
            && int.TryParse(ids[1], CultureInfo.InvariantCulture, out var gid)
                ? new ServerUser(uid, gid)
                : null;
    }
}
