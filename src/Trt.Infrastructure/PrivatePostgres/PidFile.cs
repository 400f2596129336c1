using System.Globalization;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>What the server's own <c>postmaster.pid</c> tells: line 1 its process, line 4 its port.</summary>
internal sealed record PidFile(int ProcessId, int? Port)
{
    public static PidFile? Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                ? new PidFile(pid, lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : null)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A number alone proves nothing, it may have a new owner: the server works in its data folder, others do not.</summary>
    public bool IsServerOf(string dataFolder)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return true;
        }

        try
        {
            return Directory.ResolveLinkTarget($"/proc/{ProcessId}/cwd", returnFinalTarget: false)?.FullName is { } cwd
                && SamePlace(cwd, dataFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool SamePlace(string cwd, string dataFolder)
    {
        var real = File.ResolveLinkTarget(dataFolder, returnFinalTarget: true)?.FullName ?? dataFolder;
        return Path.TrimEndingDirectorySeparator(cwd) == Path.TrimEndingDirectorySeparator(real);
    }
}
