using System.Globalization;
using Trt.Domain.Finding;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>
/// Learns from examples which clues speak for which meaning (a softmax over sparse clues, by small steps down the slope), and writes it as
/// text. The same examples teach the same lessons.
/// </summary>
internal static class Teacher
{
    private const int Rounds = 14;
    private const float Pace = 0.8f;
    private const float Forgetting = 2e-4f;
    private const int Seed = 20261129;

    /// <summary>So little changes no decision.</summary>
    private const int WeightMin = 4;

    public static IEnumerable<string> Lessons(IReadOnlyList<(IReadOnlyCollection<string> Clues, Meaning Meant)> examples)
    {
        // What was met only once teaches by heart.
        var clues = examples.SelectMany(example => example.Clues).GroupBy(clue => clue, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any()).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        var number = clues.Select((clue, index) => (clue, index)).ToDictionary(pair => pair.clue, pair => pair.index, StringComparer.Ordinal);
        var weights = clues.Select(_ => new float[Meaning.All.Count]).ToArray();
        Learn(weights, [.. examples.Select(example => (
            example.Clues.Where(number.ContainsKey).Select(clue => number[clue]).ToArray(),
            Meaning.All.ToList().IndexOf(example.Meant)))]);
        return clues.Zip(weights, Line).OfType<string>();
    }

    private static string? Line(string clue, float[] weights)
    {
        var told = Meaning.All.Zip(weights, (meaning, weight) => (meaning, Weight: (int)MathF.Round(weight * Likeness.Unit)))
            .Where(pair => Math.Abs(pair.Weight) >= WeightMin)
            .OrderByDescending(pair => pair.Weight)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.meaning}:{pair.Weight}"));
        return string.Join(' ', told) is { Length: > 0 } all ? $"{clue}\t{all}" : null;
    }

    private static void Learn(float[][] weights, (int[] Clues, int Meant)[] examples)
    {
        var order = new Random(Seed);
        var errors = new float[Meaning.All.Count];
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(examples);
            foreach (var (clues, meant) in examples)
            {
                Weigh(weights, clues, errors);
                errors[meant] -= 1;
                var pace = Pace / (1 + round) / MathF.Sqrt(clues.Length);
                foreach (var clue in clues)
                {
                    for (var meaning = 0; meaning < errors.Length; meaning++)
                    {
                        weights[clue][meaning] -= (errors[meaning] * pace) + (weights[clue][meaning] * Forgetting);
                    }
                }
            }
        }
    }

    private static void Weigh(float[][] weights, int[] clues, float[] shares)
    {
        Array.Clear(shares);
        foreach (var clue in clues)
        {
            for (var meaning = 0; meaning < shares.Length; meaning++)
            {
                shares[meaning] += weights[clue][meaning];
            }
        }

        var most = shares.Max();
        var sum = 0f;
        foreach (ref var share in shares.AsSpan())
        {
            share = MathF.Exp(share - most);
            sum += share;
        }

        foreach (ref var share in shares.AsSpan())
        {
            share /= sum;
        }
    }
}
