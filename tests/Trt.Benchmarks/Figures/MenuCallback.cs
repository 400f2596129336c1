using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P1: people press "menu". The shop checks the secret, reads the update, routes it through the use case, renders the screen and answers
/// the press in the webhook's reply; the bare server answers the same requests with nothing. In rounds of their own the shop also follows
/// the provider's prices, again and again: that should delay no press.
/// </summary>
internal static class MenuCallback
{
    private const int Connections = 32;
    private const int People = 2000;
    private const long FirstPerson = 2_000_000_000;
    private static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var neighbours = await NeighbourSink.Start(token, ProviderPrices.OfCards());
        await using var postgres = await BenchPostgres.Start(token);
        await using var database = await postgres.CreateDatabase("shop", token);
        await using var bare = await ServerUnderTest.StartBare(plan.OutputFolder, token);
        await using var shop = await Shop.Start(neighbours, postgres.AddressOf("shop"), plan.OutputFolder, token);
        await shop.Ready(token);

        // Everybody has been here before: a person's very first press is a visit to the database.
        Arrivals.Come(shop, FirstPerson, People);
        Load(shop, Answered, plan.WarmUp);
        Load(bare, [], plan.WarmUp);

        var (ours, reference, syncing, looks) = (new List<Sample>(), new List<Sample>(), new List<Sample>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            ours.Add(Load(shop, Answered, plan.Window));
            reference.Add(Load(bare, [], plan.Window));
            var asked = neighbours.Prices!.Asked;
            await using (Syncs.Start(database))
            {
                syncing.Add(Load(shop, Answered, plan.Window));
            }

            looks.Add(neighbours.Prices.Asked - asked);
        }

        return
        [
            new Figure(
                "P1",
                "menu press, webhook to reply, vs empty Kestrel",
                "req/s",
                Spread.Of(ours.Select(sample => sample.PerSecond)),
                Spread.Of(reference.Select(sample => sample.PerSecond)),
                Spread.Of(ours.Zip(reference, (a, b) => a.PerSecond / b.PerSecond)),
                Bound.AtLeast(0.50, goal: 0.65))
            {
                Notes = new Dictionary<string, double>
                {
                    ["processor µs per press, shop"] = Spread.Of(ours.Select(sample => sample.ProcessorMicroseconds)).Median,
                    ["processor µs per request, bare"] = Spread.Of(reference.Select(sample => sample.ProcessorMicroseconds)).Median,
                    ["p50 ms, shop"] = Spread.Of(ours.Select(sample => sample.P50)).Median,
                    ["p99 ms, shop"] = Spread.Of(ours.Select(sample => sample.P99)).Median,
                    ["p99 ms, bare"] = Spread.Of(reference.Select(sample => sample.P99)).Median,
                },
            },
            new Figure(
                "P1",
                "the same while the provider's prices are followed, vs without",
                "req/s",
                Spread.Of(syncing.Select(sample => sample.PerSecond)),
                Spread.Of(ours.Select(sample => sample.PerSecond)),
                Spread.Of(syncing.Zip(ours, (a, b) => a.PerSecond / b.PerSecond)),
                Bound: null)
            {
                Notes = new Dictionary<string, double>
                {
                    ["looks at the list per round"] = Spread.Of(looks).Median,
                    ["processor µs per press, with"] = Spread.Of(syncing.Select(sample => sample.ProcessorMicroseconds)).Median,
                    ["p50 ms, with"] = Spread.Of(syncing.Select(sample => sample.P50)).Median,
                    ["p99 ms, with"] = Spread.Of(syncing.Select(sample => sample.P99)).Median,
                    ["p99 ms, without"] = Spread.Of(ours.Select(sample => sample.P99)).Median,
                },
            },
        ];
    }

    private static Sample Load(ServerUnderTest server, byte[] mark, TimeSpan time) =>
        Sample.Under(
            server, postgres: null, () => new ClosedLoop(server.Port, Connections).Run(new MenuPresses(FirstPerson, People), mark, time));
}
