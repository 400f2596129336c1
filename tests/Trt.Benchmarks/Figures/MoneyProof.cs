using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application;
using Trt.Application.Terms;
using Trt.Application.Upkeep;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Infrastructure;
using Trt.Infrastructure.Persistence;

namespace Trt.Benchmarks.Figures;

/// <summary>The proof of money over a million ledger entries: how long it takes, and what it needs of our own memory.</summary>
internal static class MoneyProof
{
    private const int Customers = 25_000;
    private const long EntriesMin = 1_000_000;
    private const double SecondsMax = 20;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var postgres = await BenchPostgres.Start(token);
        await using (var source = await postgres.CreateDatabase("books", token))
        {
            await source.Lay("ledger.sql", token, $"{Customers}", "1", "[]");
            await source.Do("VACUUM ANALYZE", token);
        }

        await using var services = await Open(postgres.AddressOf("books"), token);
        await Prove(services, EntriesMin, token);
        var (seconds, memory) = (new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            seconds.Add((await Prove(services, EntriesMin, token)).Took.TotalSeconds);
            memory.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0);
        }

        var spread = Spread.Of(seconds);
        return
        [
            new Figure("P10", "proof of 10^6 ledger entries", "s", spread, null, spread, Bound.AtMost(SecondsMax, goal: 5))
            {
                Notes = new Dictionary<string, double> { ["KB allocated by the shop's side"] = Spread.Of(memory).Median },
            },
        ];
    }

    /// <summary>A proof of books that do not agree, or of too few, would be a figure about something else.</summary>
    internal static async Task<Application.Upkeep.MoneyProof> Prove(ServiceProvider services, long entriesMin, CancellationToken token)
    {
        await using var scope = services.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ProveMoney(), token);
        return proof.Agrees && proof.Findings.Figures.Entries >= entriesMin
            ? proof
            : throw new BenchmarkException($"{proof.Findings.Figures.Entries} entries, {proof.Findings.DifferenceCount} differences: {string.Join("; ", proof.Differences.Take(3))}");
    }

    internal static async Task<ServiceProvider> Open(string address, CancellationToken token)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddApplication(new ShopOptions());
        services.AddPersistence();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Database>().Open(DatabaseAddress.Parse(address), "", isDurable: true, token);
        return provider;
    }
}
