using Trt.Benchmarks.Measuring;
namespace Trt.Benchmarks.Figures;
internal static class ConfirmReserve
{
    public static Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token) => throw new BenchmarkException("p3");
}
