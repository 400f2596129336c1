using System.Diagnostics;
using System.Globalization;

namespace Trt.Chaos.Tests.Storms;

/// <summary>A file system for PostgreSQL alone, small enough to be filled at once.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 256;
    private const int BlockBytes = 1 << 20;

    /// <summary>A page: nothing is left in which a table could grow.</summary>
    private const int LastBlocksBytes = 4096;

    /// <summary>ENOSPC, as the runtime hands it on.</summary>
    private const int NoSpaceLeft = 28;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <returns>Null where a file system may not be mounted, and why.</returns>
    public static (SmallDisk? Disk, string Problem) Mount(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return (null, "a file system in memory is mounted on Linux only");
        }

        var (exit, problem) = Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes.ToString(CultureInfo.InvariantCulture)}m,mode=700", "trt-chaos", folder);
        return exit == 0 ? (new SmallDisk(folder), "") : (null, $"no small disk can be mounted, which takes root: {problem.Trim()}");
    }

    /// <summary>To the last byte, whoever writes beside it.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[BlockBytes];
        foreach (var size in (int[])[BlockBytes, LastBlocksBytes])
        {
            try
            {
                while (true)
                {
                    ballast.Write(block, 0, size);
                }
            }
            catch (IOException full) when ((full.HResult & 0xFFFF) == NoSpaceLeft)
            {
                // That much more does not fit.
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        var (exit, problem) = Run("umount", _folder);
        if (exit != 0)
        {
            throw new InvalidOperationException($"{_folder} stays mounted: {problem}");
        }
    }

    private static (int Exit, string Problem) Run(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var problem = running.StandardError.ReadToEnd();
        running.WaitForExit();
        return (running.ExitCode, problem);
    }
}
