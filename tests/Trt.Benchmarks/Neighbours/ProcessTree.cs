using System.Globalization;

namespace Trt.Benchmarks.Neighbours;

/// <summary>What a process and its children have taken of the processors, the children that have ended included.</summary>
internal static class ProcessTree
{
    /// <summary>The kernel tells times in hundredths, whatever its own clock is.</summary>
    private const int TicksPerSecond = 100;

    public static int ParentOf(int process) =>
        StatOf(process) is { } stat ? (int)stat.Parent : throw new BenchmarkException($"The process {process} has gone.");

    public static TimeSpan ProcessorTime(int root)
    {
        var own = StatOf(root) ?? throw new BenchmarkException($"The process {root} has gone.");
        var ticks = own.Own + own.EndedChildren;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && StatOf(process) is { } stat && stat.Parent == root)
            {
                ticks += stat.Own + stat.EndedChildren;
            }
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>Null when it has ended meanwhile; its parent has its time then.</summary>
    private static Stat? StatOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            // Its name stands in brackets and may hold anything.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Stat(Number(fields[1]), Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14]));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Stat(long Parent, long Own, long EndedChildren);
}
