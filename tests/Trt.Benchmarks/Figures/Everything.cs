using Trt.Benchmarks.Measuring;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Benchmarks.Figures;

/// <summary>All figures, the short ones first.</summary>
internal static class Everything
{
    private static readonly (string Id, Func<Plan, CancellationToken, Task<IReadOnlyList<Figure>>> Measure)[] Measurements =
    [
        ("p6", CatalogLookup.Measure),
        ("p8", ColdStart.Measure),
        ("p1", MenuCallback.Measure),
        ("p1b", MenuPeers.Measure),
        ("p2", WizardAnswer.Measure),
        ("p3", ConfirmReserve.Measure),
        ("p4", CallbackKept.Measure),
        ("p5", OutboxWork.Measure),
        ("p7", Pages.Measure),
        ("p9", Memory.Measure),
        ("p11", WholeLife.Measure),
        ("p12", DashboardPages.Measure),
        ("p10", Growth.Measure),
    ];

    public static IEnumerable<string> Ids => Measurements.Select(measurement => measurement.Id);

    /// <returns>What was measured, and why the rest was not: one that breaks off does not cost the others.</returns>
    public static async Task<(IReadOnlyList<Figure> Figures, IReadOnlyList<string> BrokenOff)> Measure(
        string? only, Plan plan, CancellationToken token)
    {
        var (figures, brokenOff) = (new List<Figure>(), new List<string>());
        foreach (var (id, measure) in Measurements.Where(measurement => only is null || measurement.Id == only))
        {
            Console.WriteLine($"· {id.ToUpperInvariant()} …");
            try
            {
                figures.AddRange(await measure(plan, token));
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                var why = exception is BenchmarkException or PrivatePostgresException ? exception.Message : exception.ToString();
                brokenOff.Add($"{id.ToUpperInvariant()} was not measured. {why}");
            }
        }

        return (figures, brokenOff);
    }
}
