using System.Globalization;

namespace Trt.Benchmarks.Measuring;

/// <summary>How busy the machine was, ours included: what a spread is to be read beside.</summary>
internal sealed record Noise(double LoadBefore, double LoadAfter)
{
    public static Noise Since(double before) => new(before, Now());

    /// <summary>The load average of the last minute.</summary>
    public static double Now() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
