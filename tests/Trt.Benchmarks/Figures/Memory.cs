using System.Collections.Concurrent;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P9: what the shop's process holds of the machine's memory, in a fresh process each round: idle, and at the most within a minute of a
/// thousand updates a second, of which seven in ten press the menu, two look at their history and one begins an order.
/// </summary>
internal static class Memory
{
    private const double UpdatesPerSecond = 1000;
    private const double OfAQuickLook = 100;
    private const int Connections = 64;
    private const int Customers = 2000;
    private const double Megabyte = 1e6;

    private static readonly TimeSpan UnderLoad = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(0.5);
    private static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        await Books.Lay(street.ShopTables, Customers, token);
        var (idle, loaded, served) = (new List<double>(), new List<double>(), new List<Sample>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            await using var shop = await street.OpenShop(token);
            await Task.Delay(plan.IsJudged ? Settles : plan.Window, TimeProvider.System, token);
            idle.Add(shop.ResidentBytes / Megabyte);
            Arrivals.Come(shop, Books.FirstCustomer, Customers);
            var (sample, most) = plan.IsJudged
                ? await UnderUpdates(shop, UpdatesPerSecond, UnderLoad, token)
                : await UnderUpdates(shop, OfAQuickLook, plan.Window, token);
            if (plan.IsJudged && sample.PerSecond < UpdatesPerSecond / 2)
            {
                throw new BenchmarkException($"Of {UpdatesPerSecond:0} updates a second only {sample.PerSecond:0} were answered: that is another load than was to be measured.");
            }

            served.Add(sample);
            loaded.Add(most);
        }

        return
        [
            new Figure("P9", "memory of the idle shop", "MB", Spread.Of(idle), null, Spread.Of(idle), Bound.AtMost(120, goal: 90)),
            new Figure(
                "P9", "memory at 1,000 updates/s, the most in a minute", "MB", Spread.Of(loaded), null, Spread.Of(loaded),
                Bound.AtMost(220, goal: 160))
            {
                Notes = new Dictionary<string, double>
                {
                    ["updates per second, answered"] = Versus.Speed(served).Median,
                    ["p50 ms"] = Versus.Median(served, sample => sample.P50),
                    ["p99 ms"] = Versus.Median(served, sample => sample.P99),
                },
            },
        ];
    }

    private static async Task<(Sample Sample, double Megabytes)> UnderUpdates(
        ServerUnderTest shop, double perSecond, TimeSpan time, CancellationToken token)
    {
        var seen = new ConcurrentBag<double>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var looking = Look();
        // The loop has threads of its own and holds the one that starts it.
        var sample = await Task.Run(
            () => Sample.Under(shop, postgres: null, () => new OpenLoop(shop.Port, Connections).Run(
                new MixedPresses(Books.FirstCustomer, Customers), Answered, perSecond, time)),
            token);
        await stop.CancelAsync();
        await looking;
        seen.Add(shop.ResidentBytes / Megabyte);
        return (sample, seen.Max());

        async Task Look()
        {
            while (!stop.IsCancellationRequested)
            {
                seen.Add(shop.ResidentBytes / Megabyte);
                await Task.Delay(LookAgainAfter, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
