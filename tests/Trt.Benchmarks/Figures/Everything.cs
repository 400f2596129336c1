using Trt.Benchmarks.Measuring;

namespace Trt.Benchmarks.Figures;

/// <summary>All figures, the short ones first.</summary>
internal static class Everything
{
    private static readonly IReadOnlyDictionary<string, Func<Plan, CancellationToken, Task<IReadOnlyList<Figure>>>> Measurements =
        new Dictionary<string, Func<Plan, CancellationToken, Task<IReadOnlyList<Figure>>>>
        {
            ["p6"] = CatalogLookup.Measure,
            ["p8"] = ColdStart.Measure,
            ["p9"] = MoneyProof.Measure,
            ["p1"] = MenuCallback.Measure,
            ["p3"] = ConfirmReserve.Measure,
        };

    public static IEnumerable<string> Ids => Measurements.Keys.Order();

    public static async Task<IReadOnlyList<Figure>> Measure(string? only, Plan plan, CancellationToken token)
    {
        var figures = new List<Figure>();
        foreach (var (id, measure) in Measurements.Where(pair => only is null || pair.Key == only))
        {
            Console.WriteLine($"· {id.ToUpperInvariant()} …");
            figures.AddRange(await measure(plan, token));
        }

        return figures;
    }
}
