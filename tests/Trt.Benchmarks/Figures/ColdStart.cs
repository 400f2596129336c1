using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>P8: from the start of the process to the open port, beside a bare Kestrel app; and to the moment when orders are taken.</summary>
internal static class ColdStart
{
    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("trt-bench-start-").FullName;
        await using var neighbours = await NeighbourSink.Start(token);
        try
        {
            // Once each before it counts: the files come from the disk, and the shop makes its database.
            await Bare(plan, token);
            await ShopStart(neighbours, folder, token);

            var (ports, ready, bare) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Math.Max(plan.Rounds, plan.IsJudged ? 7 : 1); round++)
            {
                var (port, open) = await ShopStart(neighbours, folder, token);
                ports.Add(port.TotalMilliseconds);
                ready.Add(open.TotalMilliseconds);
                bare.Add((await Bare(plan, token)).TotalMilliseconds);
            }

            return
            [
                new Figure(
                    "P8", "start to open port vs bare Kestrel", "ms", Spread.Of(ports), Spread.Of(bare),
                    Spread.Of(ports.Zip(bare, (a, b) => a / b)), Bound.AtMost(1.5, goal: 1.25)),
                new Figure(
                    "P8", "start to ready, private PostgreSQL on its data", "ms", Spread.Of(ready), null, Spread.Of(ready),
                    Bound.AtMost(1200, goal: 800)),
                .. await FirstOrder.Measure(plan, token),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TimeSpan Port, TimeSpan Ready)> ShopStart(NeighbourSink neighbours, string folder, CancellationToken token)
    {
        await using var shop = await Shop.Start(neighbours, database: null, folder, token);
        return (shop.OpenedAfter, await shop.Ready(token));
    }

    private static async Task<TimeSpan> Bare(Plan plan, CancellationToken token)
    {
        await using var bare = await ServerUnderTest.StartBare(plan.OutputFolder, token);
        return bare.OpenedAfter;
    }
}
