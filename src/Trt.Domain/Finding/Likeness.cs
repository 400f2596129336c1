using System.Globalization;

namespace Trt.Domain.Finding;

/// <summary>
/// Weighs the clues of a message by what was learned from examples: how much each of them speaks for each meaning. The lessons lie beside
/// as text, written by the teacher among the tests.
/// </summary>
internal sealed class Likeness
{
    /// <summary>Weights are written in hundredths.</summary>
    public const float Unit = 100;

    private const string Lessons = "Trt.Domain.Finding.lessons.txt";

    private static readonly Lazy<Likeness> Learned = new(() =>
    {
        using var stream = typeof(Likeness).Assembly.GetManifestResourceStream(Lessons)
            ?? throw new InvalidOperationException($"{Lessons} is no part of this assembly");
        using var reader = new StreamReader(stream);
        return new Likeness(Lines(reader));
    });

    private readonly Dictionary<string, Range> _places = new(StringComparer.Ordinal);
    private readonly (byte Meaning, short Weight)[] _weights;

    /// <param name="lessons">"clue⇥meaning:weight meaning:weight …", a clue a line.</param>
    public Likeness(IEnumerable<string> lessons)
    {
        var numbers = Meaning.All.Select((meaning, number) => (Name: meaning.ToString(), Number: (byte)number))
            .ToDictionary(pair => pair.Name, pair => pair.Number, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        List<(byte, short)> weights = [];
        foreach (var line in lessons)
        {
            var (told, from) = (line.IndexOf('\t', StringComparison.Ordinal), weights.Count);
            var pairs = line.AsSpan(told + 1);
            foreach (var at in pairs.Split(' '))
            {
                var pair = pairs[at];
                var colon = pair.IndexOf(':');
                weights.Add((numbers[pair[..colon]], short.Parse(pair[(colon + 1)..], CultureInfo.InvariantCulture)));
            }

            _places[line[..told]] = from..weights.Count;
        }

        _weights = [.. weights];
    }

    public static Likeness Taught => Learned.Value;

    /// <summary>How likely each meaning is, the likeliest first; together one.</summary>
    public IReadOnlyList<(Meaning Meaning, float Share)> Judge(IEnumerable<string> clues)
    {
        var sums = new float[Meaning.All.Count];
        foreach (var clue in clues)
        {
            foreach (var (meaning, weight) in _places.TryGetValue(clue, out var place) ? _weights.AsSpan(place) : [])
            {
                sums[meaning] += weight / Unit;
            }
        }

        var most = sums.Max();
        var powers = sums.Select(sum => MathF.Exp(sum - most)).ToList();
        var whole = powers.Sum();
        return [.. Meaning.All.Zip(powers, (meaning, power) => (meaning, power / whole)).OrderByDescending(pair => pair.Item2)];
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
