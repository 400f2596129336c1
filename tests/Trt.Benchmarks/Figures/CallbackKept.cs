using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P4: the provider calls about an order. The shop checks the token of the address, finds and locks the order, keeps what was said, sees to
/// it that it looks, commits to the disk and answers; pgbench inserts and commits one row. Then the same at appointed times, at half of
/// that rate: how long the provider waits for its answer.
/// </summary>
internal static class CallbackKept
{
    private const double HalfLoad = 0.5;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        var callbacks = new KeptCallbacks(street.Postgres, street.ShopTables);
        var inserts = await street.OneRowInserts(plan, token);
        await using var shop = await street.OpenShop(token);
        var (ours, reference) = await callbacks.Take(shop, inserts, plan, token);

        var rate = HalfLoad * Versus.Speed(ours).Median;
        var appointed = new List<Sample>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            appointed.Add(await callbacks.Round(shop, rate, plan.Window, token));
        }

        var late = Spread.Of(appointed.Select(sample => sample.P99));
        return
        [
            Versus.Of(
                "P4", "callback to kept, over HTTP, vs one-row insert", "tx/s", Bound.AtLeast(0.5, goal: 0.8), "callback", ours, reference),
            new Figure("P4", "p99 of the answer to a callback at half of that rate", "ms", late, null, late, Bound.WantedAtMost(20))
            {
                Notes = new Dictionary<string, double>
                {
                    ["callbacks per second, appointed"] = rate,
                    ["callbacks per second, answered"] = Versus.Speed(appointed).Median,
                    ["p50 ms"] = Versus.Median(appointed, sample => sample.P50),
                },
            },
        ];
    }
}
