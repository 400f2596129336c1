using Trt.Benchmarks.Load;

namespace Trt.Benchmarks.Measuring;

/// <summary>One side of one round under load.</summary>
internal sealed record Sample(double PerSecond, double P50, double P99, double ProcessorMicroseconds)
{
    public static Sample Of(LoadResult result, TimeSpan processorTime) => new(
        result.PerSecond, result.Milliseconds(50), result.Milliseconds(99), processorTime.TotalMicroseconds / Math.Max(1, result.Count));
}
