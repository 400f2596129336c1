using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P10: the same operations in shops of different sizes, in turns: what a large shop keeps of the speed that the small one has. And the
/// proof of money in each of them.
/// </summary>
internal static class Growth
{
    public const long SmallRows = 10_000;
    private const long UsualRows = 1_000_000;
    private const double ProofSecondsMax = 30;
    private const int Lookers = 500;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var neighbours = await NeighbourSink.Start(token);
        await using var postgres = await BenchPostgres.Start(token);
        var sizes = new List<Size>();
        try
        {
            foreach (var rows in new[] { SmallRows, Math.Min(plan.Rows, UsualRows), plan.Rows }.Distinct())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  laying {rows:#,0} orders"));
                sizes.Add(await Size.Lay(rows, neighbours, postgres, token));
            }

            // The people of the operations have money that nobody has paid in, so the proof comes first.
            var figures = new List<Figure>(await MoneyProof.Measure(plan, token));
            Console.WriteLine("  proof of money");
            figures.AddRange(await Proofs(sizes, plan, token));
            foreach (var size in sizes)
            {
                await size.Open(plan, token);
            }

            for (var operation = 0; operation < sizes[0].Operations.Count; operation++)
            {
                Console.WriteLine($"  {sizes[0].Operations[operation].Name}");
                figures.AddRange(await Compare(sizes, operation, plan, token));
            }

            return figures;
        }
        finally
        {
            foreach (var size in sizes)
            {
                await size.DisposeAsync();
            }
        }
    }

    private static async Task<IEnumerable<Figure>> Proofs(List<Size> sizes, Plan plan, CancellationToken token)
    {
        var taken = sizes.ConvertAll(_ => (Seconds: new List<double>(), Kilobytes: new List<double>()));
        var services = new List<ServiceProvider>();
        try
        {
            foreach (var size in sizes)
            {
                services.Add(await MoneyProof.Open(size.Address, token));
                await MoneyProof.Prove(services[^1], size.Entries, token);
            }

            for (var round = 0; round < plan.Rounds; round++)
            {
                for (var size = 0; size < sizes.Count; size++)
                {
                    var before = GC.GetTotalAllocatedBytes(precise: true);
                    taken[size].Seconds.Add((await MoneyProof.Prove(services[size], sizes[size].Entries, token)).Took.TotalSeconds);
                    taken[size].Kilobytes.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0);
                }
            }
        }
        finally
        {
            foreach (var service in services)
            {
                await service.DisposeAsync();
            }
        }

        return sizes.Select((size, index) =>
        {
            var seconds = Spread.Of(taken[index].Seconds);
            return new Figure("P10", $"proof of money, {size.Name} orders", "s", seconds, null, seconds, Bound.AtMost(ProofSecondsMax))
            {
                Notes = new Dictionary<string, double>
                {
                    ["ledger entries"] = size.Entries,
                    ["KB allocated by the shop's side"] = Spread.Of(taken[index].Kilobytes).Median,
                },
            };
        });
    }

    private static async Task<IEnumerable<Figure>> Compare(List<Size> sizes, int operation, Plan plan, CancellationToken token)
    {
        var samples = sizes.ConvertAll(_ => new List<Sample>());
        foreach (var size in sizes)
        {
            await size.Operations[operation].What.Round(size.Shop, plan.WarmUp, token);
        }

        for (var round = 0; round < plan.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            for (var size = 0; size < sizes.Count; size++)
            {
                samples[size].Add(await sizes[size].Operations[operation].What.Round(sizes[size].Shop, plan.Window, token));
            }
        }

        return sizes.Skip(1).Select((size, index) => new Figure(
            "P10",
            $"{size.Operations[operation].Name}: {size.Name} orders vs {sizes[0].Name}",
            "1/s",
            Versus.Speed(samples[index + 1]),
            Versus.Speed(samples[0]),
            Versus.Ratio(samples[index + 1], samples[0]),
            Bound.AtLeast(0.8, goal: 0.9))
        {
            Notes = new Dictionary<string, double>
            {
                ["processor µs each, shop without PostgreSQL"] = Versus.Median(samples[index + 1], sample => sample.ProcessorMicroseconds),
                ["the same in the small shop"] = Versus.Median(samples[0], sample => sample.ProcessorMicroseconds),
                ["processor µs each, PostgreSQL"] = Versus.Median(samples[index + 1], sample => sample.PostgresMicroseconds),
                ["the same under the small shop"] = Versus.Median(samples[0], sample => sample.PostgresMicroseconds),
            },
        });
    }

    /// <summary>A shop with a past of so many orders, and what is done in it.</summary>
    private sealed class Size : IAsyncDisposable
    {
        private readonly NeighbourSink _neighbours;
        private readonly BenchPostgres _postgres;
        private readonly NpgsqlDataSource _tables;
        private readonly long _rows;
        private readonly long _customers;
        private ServerUnderTest? _shop;

        private Size(long rows, NeighbourSink neighbours, BenchPostgres postgres, NpgsqlDataSource tables)
        {
            (_rows, _neighbours, _postgres, _tables) = (rows, neighbours, postgres, tables);
            _customers = (rows + Books.OrdersEach - 1) / Books.OrdersEach;
            var looks = Page.All.Select(page => (page.Name, (Operation)new PageLooks(page, neighbours, postgres, tables, Lookers)));
            // A job is a message; those of the orders that are confirmed last would mix into them.
            Operations =
            [
                ("outbox job", new ChatJobs(postgres, tables)), ("wizard answer", new WizardAnswers(postgres, tables)),
                ("callback", new KeptCallbacks(postgres, tables)), .. looks, ("confirm", new ConfirmedOrders(postgres, tables)),
            ];
        }

        public IReadOnlyList<(string Name, Operation What)> Operations { get; }

        public string Name => string.Create(CultureInfo.InvariantCulture, $"{_rows:#,0}");

        public long Entries => _customers * Books.EntriesEach;

        public string Address => _postgres.AddressOf(Database);

        public ServerUnderTest Shop => _shop ?? throw new InvalidOperationException("It is not open yet");

        private string Database => string.Create(CultureInfo.InvariantCulture, $"shop{_rows}");

        public static async Task<Size> Lay(long rows, NeighbourSink neighbours, BenchPostgres postgres, CancellationToken token)
        {
            var tables = await postgres.CreateDatabase(string.Create(CultureInfo.InvariantCulture, $"shop{rows}"), token);
            var size = new Size(rows, neighbours, postgres, tables);
            await Books.Lay(tables, size._customers, token);
            return size;
        }

        public async Task Open(Plan plan, CancellationToken token)
        {
            foreach (var (_, operation) in Operations)
            {
                await operation.Lay(plan, token);
            }

            await _tables.Do("VACUUM ANALYZE", token);
            _shop = await Neighbours.Shop.Start(_neighbours, Address, Path.Combine(plan.OutputFolder, Database), token);
            await _shop.Ready(token);
            foreach (var (_, operation) in Operations)
            {
                await operation.Try(_shop, token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_shop is not null)
            {
                await _shop.DisposeAsync();
            }

            await _tables.DisposeAsync();
        }
    }
}
