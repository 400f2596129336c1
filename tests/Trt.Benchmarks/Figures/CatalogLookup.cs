using System.Collections.Frozen;
using System.Diagnostics;
using Trt.Benchmarks.Measuring;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Benchmarks.Figures;

/// <summary>P6: finding a model card, which every press on a model does, beside the dictionary it is built on; and reading all cards.</summary>
internal static class CatalogLookup
{
    private const int LooksPerRound = 2_000_000;
    private const double NanosecondsMax = 1000;
    private const double LoadMillisecondsMax = 150;

    public static Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        var catalog = Load();
        var ids = catalog.Cards.Select(card => card.Id).ToArray();
        var plain = catalog.Cards.ToFrozenDictionary(card => card.Id.Value, StringComparer.Ordinal);

        Find(catalog, ids);
        TryGetValue(plain, ids);
        var (ours, reference, loads, bytes) = (new List<double>(), new List<double>(), new List<double>(), 0L);
        for (var round = 0; round < plan.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            var before = GC.GetAllocatedBytesForCurrentThread();
            ours.Add(Nanoseconds(() => Find(catalog, ids)));
            bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
            reference.Add(Nanoseconds(() => TryGetValue(plain, ids)));
            loads.Add(Milliseconds(() => Load()));
        }

        // The two closures of a round are the bench's own; a look that allocates at all gives millions of bytes.
        var perLook = bytes / LooksPerRound;
        var (find, load) = (Spread.Of(ours), Spread.Of(loads));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new Figure("P6", "ModelCatalog.Find vs FrozenDictionary", "ns", find, Spread.Of(reference), find, Bound.AtMost(NanosecondsMax, goal: 200)),
            new Figure("P6", "bytes allocated by one look", "B", Spread.Of([perLook]), null, Spread.Of([perLook]), Bound.AtMost(0)),
            new Figure("P6", $"all {catalog.Cards.Count} cards read and checked", "ms", load, null, load, Bound.AtMost(LoadMillisecondsMax)),
        ]);
    }

    private static ModelCatalog Load() => new CatalogLoader().Load(CatalogLoader.DefaultFolder) switch
    {
        CatalogReading.Loaded(var catalog) => catalog,
        CatalogReading.Broken(var errors) => throw new BenchmarkException($"The cards are broken: {errors[0]}"),
        var other => throw new InvalidOperationException($"No rule for {other}"),
    };

    private static void Find(ModelCatalog catalog, ModelId[] ids)
    {
        var found = 0;
        for (var look = 0; look < LooksPerRound; look++)
        {
            found += catalog.Find(ids[look % ids.Length]) is null ? 0 : 1;
        }

        AllWereFound(found);
    }

    private static void TryGetValue(FrozenDictionary<string, ModelCard> cards, ModelId[] ids)
    {
        var found = 0;
        for (var look = 0; look < LooksPerRound; look++)
        {
            found += cards.TryGetValue(ids[look % ids.Length].Value, out _) ? 1 : 0;
        }

        AllWereFound(found);
    }

    /// <summary>Also keeps the compiler from dropping the looks.</summary>
    private static void AllWereFound(int found)
    {
        if (found != LooksPerRound)
        {
            throw new BenchmarkException("A card of the catalog was not found in it.");
        }
    }

    private static double Nanoseconds(Action looks) => Milliseconds(looks) * 1_000_000 / LooksPerRound;

    private static double Milliseconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
