using Trt.Benchmarks.Load;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Measuring;

/// <summary>One side of one round under load.</summary>
/// <param name="ProcessorMicroseconds">Of the server's own process, per operation.</param>
/// <param name="PostgresMicroseconds">Of PostgreSQL with all its processes, per operation.</param>
internal sealed record Sample(double PerSecond, double P50, double P99, double ProcessorMicroseconds, double PostgresMicroseconds = 0)
{
    /// <param name="server">Null where PostgreSQL is asked without a shop around it.</param>
    public static Sample Under(ServerUnderTest? server, BenchPostgres? postgres, Func<LoadResult> load)
    {
        var (own, database) = (Own(), Database());
        var result = load();
        return Of(result, Own() - own, Database() - database);

        TimeSpan Own() => server?.ProcessorTime ?? TimeSpan.Zero;

        TimeSpan Database() => postgres?.ProcessorTime ?? TimeSpan.Zero;
    }

    /// <summary>PostgreSQL by itself; its load generator tells no percentiles.</summary>
    public static async Task<Sample> Under(BenchPostgres postgres, Func<Task<PgbenchResult>> load)
    {
        var before = postgres.ProcessorTime;
        var result = await load();
        return new Sample(result.PerSecond, 0, 0, 0, Each(postgres.ProcessorTime - before, result.Count));
    }

    public static Sample Of(LoadResult result, TimeSpan processorTime, TimeSpan postgresTime = default) => new(
        result.PerSecond, result.Milliseconds(50), result.Milliseconds(99),
        Each(processorTime, result.Count), Each(postgresTime, result.Count));

    private static double Each(TimeSpan time, long count) => time.TotalMicroseconds / Math.Max(1, count);
}
