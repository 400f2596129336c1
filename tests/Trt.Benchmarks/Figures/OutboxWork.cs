using System.Diagnostics;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P5: work of the chat lane, from due to done, as fast as it goes, beside a loop that only claims; and in a shop that is idle otherwise,
/// from the confirm that was answered to the order's arrival at the provider.
/// </summary>
internal static class OutboxWork
{
    private const int ClaimingClients = 4;
    private const int ClaimedAtOnce = 16;
    private const int ClaimsPerSecond = 800;
    private const int OrdersPerSecond = 15;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token) =>
        [.. await DueToDone(plan, token), await ReadyToSent(plan, token)];

    private static async Task<IReadOnlyList<Figure>> DueToDone(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        var jobs = new ChatJobs(street.Postgres, street.ShopTables);
        var claim = await street.Reference("claim.sql", token);
        await using var shop = await street.OpenShop(token);
        var (ours, reference) = await jobs.Take(shop, _ => Claim(street, claim, plan, token), plan, token);
        var (speed, database) = (Versus.Speed(ours), Spread.Of(ours.Select(sample => sample.PostgresMicroseconds)));
        return
        [
            new Figure(
                "P5", "outbox, chat lane: due to done, vs a claim-only loop", "jobs/s", speed, Versus.Speed(reference), speed,
                Bound.AtLeast(3000, goal: 10_000))
            {
                Notes = new Dictionary<string, double>
                {
                    ["of the claim-only loop"] = Versus.Ratio(ours, reference).Median,
                    ["processor µs per job, shop without PostgreSQL"] = Versus.Median(ours, sample => sample.ProcessorMicroseconds),
                },
            },
            new Figure(
                "P5", "outbox, chat lane: PostgreSQL's processor per job", "µs", database,
                Spread.Of(reference.Select(sample => sample.PostgresMicroseconds)), database, Bound.AtMost(150)),
        ];
    }

    /// <summary>As many rows as that loop takes in a round, or nearly; the time it needs is the figure.</summary>
    private static async Task<Sample> Claim(Street street, Pgbench claim, Plan plan, CancellationToken token)
    {
        var claims = (int)plan.Window.TotalSeconds * ClaimsPerSecond;
        var rows = claims * ClaimingClients * ClaimedAtOnce;
        await street.ReferenceTables.Do("TRUNCATE outbox, generations", token);
        await street.ReferenceTables.Lay("jobs.sql", token, "1", $"{rows}");
        await street.ReferenceTables.Do("VACUUM ANALYZE outbox", token);
        await street.ReferenceTables.Checkpoint(token);
        var before = street.Postgres.ProcessorTime;
        var result = await claim.RunTimes(ClaimingClients, claims, token);
        var took = street.Postgres.ProcessorTime - before;
        var done = rows - await street.ReferenceTables.Count("SELECT count(*) FROM outbox WHERE user_id BETWEEN $1 AND $2", 1, rows, token);
        return done > 0
            ? new Sample(done / (result.Count / result.PerSecond), 0, 0, 0, took.TotalMicroseconds / done)
            : throw new BenchmarkException("The claim-only loop has claimed nothing.");
    }

    private static async Task<Figure> ReadyToSent(Plan plan, CancellationToken token)
    {
        var provider = new AcceptingProvider();
        await using var street = await Street.Build(plan, token, provider);
        var tables = new ConfirmTables(street.ShopTables);
        var orders = (int)plan.Window.TotalSeconds * OrdersPerSecond;
        await tables.Fill(orders * (plan.Rounds + 1), token);
        await tables.PauseChat(token);
        await street.ShopTables.Do(Settings.WithoutPace, token);
        await using var shop = await street.OpenShop(token);
        Arrivals.Come(shop, ConfirmTables.FirstPerson, orders * (plan.Rounds + 1));

        var next = ConfirmTables.FirstPerson;
        await Order(shop, provider, next, orders, token);
        var (middle, late) = (new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            next += orders;
            var waits = await Order(shop, provider, next, orders, token);
            middle.Add(waits[waits.Count / 2]);
            late.Add(waits[(int)(waits.Count * 0.99)]);
        }

        var spread = Spread.Of(late);
        return new Figure(
            "P5", "confirm answered to order at the provider, idle shop, p99", "ms", spread, null, spread, Bound.WantedAtMost(50))
        {
            Notes = new Dictionary<string, double> { ["p50 ms"] = Spread.Of(middle).Median, ["orders per round"] = orders },
        };
    }

    /// <summary>One after the other, each when the one before has arrived.</summary>
    private static async Task<List<double>> Order(
        ServerUnderTest shop, AcceptingProvider provider, long firstPerson, int people, CancellationToken token)
    {
        using var conversation = new Conversation(shop.Port);
        var (presses, waits, request) = (new ConfirmPresses(firstPerson, people), new List<double>(), new byte[4096]);
        for (var person = firstPerson; presses.TryWrite(request, out var length); person++)
        {
            conversation.Ask(request.AsSpan(0, length), "answerCallbackQuery"u8);
            var answered = Stopwatch.GetTimestamp();
            try
            {
                var came = await provider.Arrival(Ids.Of(person)).WaitAsync(TimeSpan.FromSeconds(30), token);
                waits.Add(Math.Max(0, (came - answered) * 1000.0 / Stopwatch.Frequency));
            }
            catch (TimeoutException late)
            {
                throw new BenchmarkException($"Only {waits.Count} of {people} confirmed orders came to the provider.", late);
            }
        }

        return [.. waits.Order()];
    }
}
