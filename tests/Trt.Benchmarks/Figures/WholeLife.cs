using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P11: the whole life of an order: model, words, no pictures, size, confirm, order at the provider, its call, a look at the record and at
/// the picture, the picture in the chat, the receipt. What it takes of the processors, shop and PostgreSQL together; and in a round of its
/// own, what it makes PostgreSQL do and how often it speaks to Telegram.
/// </summary>
internal static class WholeLife
{
    /// <summary>Shop and PostgreSQL, when this was measured first (17 + 17, calm).</summary>
    private const double FirstMilliseconds = 34;

    private const int OrdersPerSecond = 2;
    private const int OrdersMin = 4;
    private const int OrdersToSettle = 100;
    private const int AtOnce = 8;
    private const long FirstPerson = 8_000_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(0.5);

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        using var provider = new FinishingProvider();
        await using var neighbours = await NeighbourSink.Start(token, provider: provider);
        await using var postgres = await BenchPostgres.Start(token, DatabaseCounts.Library);
        await using var house = Unpooled(postgres, "postgres");
        await DatabaseCounts.Quieten(house, token);
        await (await postgres.CreateDatabase("shop", token)).DisposeAsync();
        await using var tables = Unpooled(postgres, "shop");
        var orders = Math.Max(OrdersMin, (int)plan.Window.TotalSeconds * OrdersPerSecond);
        var settling = plan.IsJudged ? OrdersToSettle : orders;
        await tables.Lay("people.sql", token, $"{FirstPerson}", $"{settling + (orders * (plan.Rounds + 1))}");
        await tables.Do(Settings.WithoutPace, token);
        await tables.Do("VACUUM ANALYZE", token);
        await using var shop = await Shop.Start(neighbours, postgres.AddressOf("shop"), plan.OutputFolder, token);
        await shop.Ready(token);

        var street = new Lives(shop, neighbours, tables);
        var handedBack = 0;
        await street.Live(FirstPerson, settling, token);
        var idle = await Idle(shop, postgres, plan.Window, token);
        var (next, own, database) = (FirstPerson + settling, new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++, next += orders)
        {
            await tables.Checkpoint(token);
            var (before, beforeThere) = (shop.ProcessorTime, postgres.ProcessorTime);
            handedBack += (await street.Live(next, orders, token)).HandedBack;
            own.Add((shop.ProcessorTime - before).TotalMilliseconds / orders);
            database.Add((postgres.ProcessorTime - beforeThere).TotalMilliseconds / orders);
        }

        var both = Spread.Of(own.Zip(database, (a, b) => a + b));
        return
        [
            new Figure(
                "P11", "whole life of an order: processor, shop and PostgreSQL", "ms", both, null, both,
                Bound.AtMost(FirstMilliseconds / 3, goal: FirstMilliseconds / 6))
            {
                Notes = new Dictionary<string, double>
                {
                    ["processor ms per order, shop"] = Spread.Of(own).Median,
                    ["processor ms per order, PostgreSQL"] = Spread.Of(database).Median,
                    ["processor ms per second of doing nothing, both (it is in the figure)"] = idle,
                    ["orders per round"] = orders,
                    ["updates that were handed back and came again, all rounds"] = handedBack,
                },
            },
            await Counts(street, house, next, orders, plan, token),
        ];
    }

    private static NpgsqlDataSource Unpooled(BenchPostgres postgres, string database) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.AddressOf(database)) { Pooling = false }.ConnectionString);

    private static async Task<double> Idle(ServerUnderTest shop, BenchPostgres postgres, TimeSpan time, CancellationToken token)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), shop.ProcessorTime + postgres.ProcessorTime);
        await Task.Delay(time, TimeProvider.System, token);
        return (shop.ProcessorTime + postgres.ProcessorTime - before).TotalMilliseconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Without what the shop asks of an idle evening: its polls count as often as the round is long.</summary>
    private static async Task<Figure> Counts(
        Lives street, NpgsqlDataSource house, long firstPerson, int orders, Plan plan, CancellationToken token)
    {
        await DatabaseCounts.Begin(house, token);
        var (start, began) = (await DatabaseCounts.Read(house, "shop", token), Stopwatch.GetTimestamp());
        await Task.Delay(plan.Window, TimeProvider.System, token);
        var (rested, restedAt) = (await DatabaseCounts.Read(house, "shop", token), Stopwatch.GetTimestamp());
        var (calls, questions, _) = await street.Live(firstPerson, orders, token);
        var (end, endedAt) = (await DatabaseCounts.Read(house, "shop", token), Stopwatch.GetTimestamp());

        var perSecond = rested.Since(start).Times(1 / Stopwatch.GetElapsedTime(began, restedAt).TotalSeconds);
        var ours = new DatabaseCounts(questions, questions, 0, 0);
        var polls = perSecond.Times(Stopwatch.GetElapsedTime(restedAt, endedAt).TotalSeconds);
        var each = end.Since(rested).Since(ours).Since(polls).Times(1.0 / orders);
        var statements = Spread.Of([each.Statements]);
        return new Figure("P11", "whole life of an order: statements", "", statements, null, statements, Bound: null)
        {
            Notes = new Dictionary<string, double>
            {
                ["commits, those without a write included"] = each.Commits,
                ["flushes to the disk"] = each.Flushes,
                ["bytes of WAL"] = each.WalBytes,
                ["calls of Telegram"] = (double)calls / orders,
                ["statements per second of doing nothing (taken off)"] = perSecond.Statements,
            },
        };
    }

    /// <summary>The customers, with Telegram's ear.</summary>
    private sealed class Lives(ServerUnderTest shop, NeighbourSink neighbours, NpgsqlDataSource tables)
    {
        private const string Left = "SELECT count(*) FROM outbox WHERE user_id BETWEEN $1 AND $2";

        /// <summary>Each of some people orders once; ends when nothing of it is left to do.</summary>
        /// <returns>How often the shop spoke to Telegram, and how often we asked its database whether that was all.</returns>
        public async Task<(int Calls, int Questions, int HandedBack)> Live(long firstPerson, int orders, CancellationToken token)
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{shop.Port}") };
            var customers = Enumerable.Range(0, orders)
                .Select(number => new Customer(http, firstPerson + number))
                .ToDictionary(customer => customer.Id);
            var (calls, questions) = (0, 0);
            using (neighbours.Listen(call =>
            {
                if (call.Chat is { } chat && customers.TryGetValue(chat, out var customer))
                {
                    Interlocked.Increment(ref calls);
                    customer.Hear(call);
                }
            }))
            {
                var waiting = new ConcurrentQueue<Customer>(customers.Values);
                await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
                {
                    while (waiting.TryDequeue(out var customer))
                    {
                        await customer.Order(token);
                    }
                }));
                questions = await Ended(firstPerson, firstPerson + orders - 1, orders, token);
            }

            return (calls, questions, customers.Values.Sum(customer => customer.HandedBack));
        }

        private async Task<int> Ended(long first, long last, int orders, CancellationToken token)
        {
            var (began, questions) = (Stopwatch.GetTimestamp(), 2);
            while (await tables.Count(Left, first, last, token) is > 0 and var left)
            {
                if (Stopwatch.GetElapsedTime(began) > Patience)
                {
                    throw new BenchmarkException($"{left} pieces of work of {orders} orders were never done.");
                }

                await Task.Delay(LookAgainAfter, TimeProvider.System, token);
                questions++;
            }

            var paid = await tables.Count(
                """
                SELECT count(*) FROM generations g JOIN wallets w USING (user_id)
                JOIN ledger_entries l ON l.user_id = g.user_id AND l.kind = 'Commit'
                WHERE g.status = 'Delivered' AND w.reserved = 0 AND g.user_id BETWEEN $1 AND $2
                """,
                first, last, token);
            return paid == orders ? questions : throw new BenchmarkException($"Of {orders} orders {paid} were brought and paid for.");
        }
    }
}
