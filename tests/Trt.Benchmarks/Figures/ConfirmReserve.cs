using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P3: people confirm an order that is filled in. The shop takes the press over HTTP, sets the money aside, queues the work, commits to the
/// disk and answers; pgbench sends the same statements to the same server without a shop around them.
/// </summary>
internal static class ConfirmReserve
{
    private const int Clients = 16;

    // More than either side can serve in a second: a side that runs out of people would be measured on an empty shop.
    private const int ShopPeoplePerSecond = 6000;
    private const int PgbenchPeoplePerSecond = 1200 * Clients;
    private static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var neighbours = await NeighbourSink.Start(token);
        await using var postgres = await BenchPostgres.Start(token);
        await using var shopTables = new ConfirmTables(await postgres.CreateDatabase("shop", token));
        await using var pgbenchTables = new ConfirmTables(await postgres.CreateDatabase("pgbench", token));
        var pgbench = await Pgbench.Find(Sql.Text("confirm.sql"), plan.OutputFolder, postgres.AddressOf("pgbench"), token);

        var warmUpPeople = (int)plan.WarmUp.TotalSeconds * ShopPeoplePerSecond;
        var people = (int)plan.Window.TotalSeconds * ShopPeoplePerSecond;
        var share = (int)plan.Window.TotalSeconds * PgbenchPeoplePerSecond / Clients;
        await shopTables.Fill(warmUpPeople + (people * plan.Rounds), token);
        await pgbenchTables.Fill(share * Clients * (plan.Rounds + 1), token);
        await shopTables.PauseChat(token);

        await using var shop = await Shop.Start(neighbours, postgres.AddressOf("shop"), plan.OutputFolder, token);
        await shop.Ready(token);
        var (next, ours, reference) = (ConfirmTables.FirstPerson, new List<Sample>(), new List<double>());
        await Confirm(shop, shopTables, next, warmUpPeople, plan.WarmUp, token);
        next += warmUpPeople;
        await pgbench.Run(Clients, plan.Window, ConfirmTables.FirstPerson - 1, share, token);
        for (var round = 0; round < plan.Rounds; round++, next += people)
        {
            ours.Add(await Confirm(shop, shopTables, next, people, plan.Window, token));
            await pgbenchTables.Checkpoint(token);
            reference.Add(await pgbench.Run(Clients, plan.Window, ConfirmTables.FirstPerson - 1 + ((long)(round + 1) * share * Clients), share, token));
        }

        return
        [
            new Figure(
                "P3",
                "confirm to reserved, over HTTP, vs pgbench",
                "tx/s",
                Spread.Of(ours.Select(sample => sample.PerSecond)),
                Spread.Of(reference),
                Spread.Of(ours.Zip(reference, (a, b) => a.PerSecond / b)),
                Bound.AtLeast(0.30, goal: 0.75))
            {
                Notes = new Dictionary<string, double>
                {
                    ["processor µs per order, shop without PostgreSQL"] = Spread.Of(ours.Select(sample => sample.ProcessorMicroseconds)).Median,
                    ["p50 ms, shop"] = Spread.Of(ours.Select(sample => sample.P50)).Median,
                    ["p99 ms, shop"] = Spread.Of(ours.Select(sample => sample.P99)).Median,
                },
            },
        ];
    }

    private static async Task<Sample> Confirm(
        ServerUnderTest shop, ConfirmTables tables, long firstPerson, int people, TimeSpan time, CancellationToken token)
    {
        // Whoever stands before a confirm button has pressed others a moment ago: the shop knows them.
        new ClosedLoop(shop.Port, Clients).Run(new Arrivals(firstPerson, people), Answered, TimeSpan.FromMinutes(1));
        await tables.Checkpoint(token);
        var before = shop.ProcessorTime;
        var result = new ClosedLoop(shop.Port, Clients).Run(new ConfirmPresses(firstPerson, people), Answered, time);
        var sample = Sample.Of(result, shop.ProcessorTime - before);
        var reserved = await tables.Reserved(firstPerson, people, token);
        return reserved == result.Count
            ? sample
            : throw new BenchmarkException($"{result.Count} orders were confirmed, but money was set aside for {reserved}.");
    }
}
