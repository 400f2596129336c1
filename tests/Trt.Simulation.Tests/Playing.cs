using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Trt.Testing;

namespace Trt.Simulation.Tests;

/// <summary>Plays many seeds side by side, and makes the story of a failing one as short as it gets.</summary>
internal static class Playing
{
    private const int TraceShown = 60;

    private static string SeedsFile => Path.Combine(Repository.Root, "tests", "Trt.Simulation.Tests", "seeds.txt");

    /// <summary>Those that have failed once, with what need not happen for it.</summary>
    public static IReadOnlyList<(int Seed, IReadOnlySet<int> Dropped)> Known() =>
    [
        .. File.ReadLines(SeedsFile)
            .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .Select(words => (Number(words[0]), Numbers(words.ElementAtOrDefault(1) ?? ""))),
    ];

    public static IReadOnlySet<int> Numbers(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToHashSet();

    /// <summary>All of them, or until one fails.</summary>
    public static async Task<IReadOnlyList<Verdict>> Play(
        IEnumerable<(int Seed, IReadOnlySet<int> Dropped)> games, int workers, Plant plant, bool untilOneFails)
    {
        var (waiting, verdicts) = (new ConcurrentQueue<(int Seed, IReadOnlySet<int> Dropped)>(games), new ConcurrentBag<Verdict>());
        var isOver = false;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            await using var grounds = await Grounds.Open(plant);
            while (!isOver && waiting.TryDequeue(out var game))
            {
                var verdict = await grounds.Play(game.Seed, game.Dropped);
                verdicts.Add(verdict);
                isOver |= untilOneFails && verdict.Problems.Count > 0;
            }
        })));
        return [.. verdicts.OrderBy(verdict => verdict.Seed)];
    }

    /// <summary>Leaves out what need not happen: halves first, then one by one.</summary>
    public static async Task<(Verdict Verdict, IReadOnlySet<int> Dropped)> Shrink(Verdict failing, IReadOnlySet<int> dropped, Plant plant)
    {
        await using var grounds = await Grounds.Open(plant);
        var (best, without) = (failing, dropped.ToHashSet());
        for (var size = Math.Max(1, best.Faults.Count / 2); ; size = Math.Max(1, size / 2))
        {
            foreach (var part in best.Faults.Chunk(size).ToList())
            {
                var candidate = without.Union(part).ToHashSet();
                if (await grounds.Play(failing.Seed, candidate) is { Problems.Count: > 0 } still)
                {
                    (best, without) = (still, candidate);
                }
            }

            if (size == 1)
            {
                return (best, without);
            }
        }
    }

    public static string Tell(Verdict verdict, IReadOnlySet<int> dropped) => string.Join(
        '\n',
        [
            .. verdict.Trace.Skip(Math.Max(1, verdict.Trace.Count - TraceShown)).Prepend(verdict.Trace[0]),
            .. verdict.Problems.Select(problem => $"✗ {problem}"),
            $"Again: ./trt sim --seeds 1 --seed {verdict.Seed}{(dropped.Count > 0 ? $" --drop {Listed(dropped)}" : "")}",
        ]);

    public static async Task<int> ByHand(int seed, int seeds, int workers, IReadOnlySet<int> dropped, Plant plant, bool isTold)
    {
        var began = Stopwatch.StartNew();
        IEnumerable<(int, IReadOnlySet<int>)> games = Enumerable.Range(seed, seeds).Select(number => (number, dropped));
        var verdicts = await Play(seeds > 1 ? Known().Concat(games) : games, Math.Min(workers, seeds), plant, untilOneFails: plant != Plant.None);
        var minutes = began.Elapsed.TotalMinutes;
        if (isTold)
        {
            Console.WriteLine(string.Join('\n', verdicts.SelectMany(verdict => verdict.Trace)));
        }

        var failing = verdicts.Where(verdict => verdict.Problems.Count > 0).ToList();
        foreach (var verdict in failing.Take(3))
        {
            var (shortest, without) = seeds > 1 ? await Shrink(verdict, dropped, plant) : (verdict, dropped);
            Console.WriteLine(Tell(shortest, without));
            if (plant == Plant.None && seeds > 1)
            {
                await File.AppendAllTextAsync(SeedsFile, $"{verdict.Seed} {Listed(without)} # {shortest.Problems[0]}\n");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts.Count} seeds, {verdicts.Sum(verdict => verdict.Orders)} orders, {verdicts.Sum(verdict => verdict.Steps)} steps, {verdicts.Sum(verdict => verdict.Faults.Count)} faults, {failing.Count} failed: {string.Join(" ", failing.Select(verdict => verdict.Seed))}; {verdicts.Count / minutes:0} a minute; hash {verdicts.Aggregate(0UL, (hash, verdict) => hash ^ (verdict.Hash * 31)):x16}"));
        return failing.Count == 0 ? 0 : 1;
    }

    private static string Listed(IReadOnlySet<int> numbers) => string.Join(',', numbers.Order());

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
