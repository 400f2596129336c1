namespace Trt.Benchmarks.Measuring;

/// <summary>Both sides of the same rounds as one figure, judged by the ratio of their speeds.</summary>
internal static class Versus
{
    /// <param name="operation">What one of them is, for the notes.</param>
    public static Figure Of(
        string id, string name, string unit, Bound? bound, string operation, IReadOnlyList<Sample> shop, IReadOnlyList<Sample> reference) =>
        new(id, name, unit, Speed(shop), Speed(reference), Ratio(shop, reference), bound)
        {
            Notes = new Dictionary<string, double>
            {
                [$"processor µs per {operation}, shop without PostgreSQL"] = Median(shop, sample => sample.ProcessorMicroseconds),
                [$"processor µs per {operation}, PostgreSQL, shop"] = Median(shop, sample => sample.PostgresMicroseconds),
                [$"processor µs per {operation}, PostgreSQL, reference"] = Median(reference, sample => sample.PostgresMicroseconds),
                ["p50 ms, shop"] = Median(shop, sample => sample.P50),
                ["p99 ms, shop"] = Median(shop, sample => sample.P99),
            },
        };

    public static Spread Speed(IEnumerable<Sample> samples) => Spread.Of(samples.Select(sample => sample.PerSecond));

    public static Spread Ratio(IEnumerable<Sample> shop, IEnumerable<Sample> reference) =>
        Spread.Of(shop.Zip(reference, (a, b) => a.PerSecond / b.PerSecond));

    public static double Median(IEnumerable<Sample> samples, Func<Sample, double> of) => Spread.Of(samples.Select(of)).Median;
}
