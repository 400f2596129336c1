using System.Collections.Frozen;

namespace Trt.Domain.Finding;

/// <summary>Looks words up: as they are, by their beginning, with a slip of the finger, or together with their neighbours.</summary>
internal static class Lexicon
{
    private const int SlipLengthMin = 6;
    private const int RussianEndingMax = 6;
    private const int GapMax = 3;

    /// <summary>So short a part is no beginning of anything.</summary>
    private const int WholeMax = 2;

    private const int SlipEndingMax = 3;

    private static readonly string[] EnglishEndings = ["", "s", "es", "ed", "d", "e", "ing", "er", "ers", "or", "y", "ies", "ion", "ions",
        "ting", "ning", "ment"];

    /// <summary>Five letters that are mistyped more often than another word lies beside them.</summary>
    private static readonly string[] OftenMistyped =
        ["видео", "музык", "озвуч", "оживи", "голос", "песня", "песню", "песни", "video", "photo", "image", "music", "voice", "lyric"];

    private static readonly FrozenDictionary<string, Sense[]> Whole;
    private static readonly FrozenDictionary<string, Sense[]> Beginnings;
    private static readonly FrozenDictionary<string, Together[]> Neighbours;

    /// <summary>By their first letter, which nobody mistypes.</summary>
    private static readonly FrozenDictionary<char, string[]> Slips;

    static Lexicon()
    {
        var entries = RussianWords.All.Concat(EnglishWords.All)
            .SelectMany(row => row.Words.Split(' ').Select(entry => (row.Sense, Entry: entry)))
            .ToList();
        var single = entries.Where(row => !row.Entry.Contains('_', StringComparison.Ordinal)).ToList();
        Whole = Grouped(single.Where(row => row.Entry[0] == '=').Select(row => (row.Sense, row.Entry[1..])));
        Beginnings = Grouped(single.Where(row => row.Entry[0] != '=').Select(row => (row.Sense, row.Entry)));
        Neighbours = entries.Where(row => row.Entry.Contains('_', StringComparison.Ordinal))
            .Select(row => new Together(row.Sense, row.Entry.TrimStart('=').Split('_'), row.Entry[0] == '='))
            .GroupBy(together => together.Parts[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Slips = Whole.Keys.Concat(Beginnings.Keys)
            .Where(stem => stem.Length >= SlipLengthMin || OftenMistyped.Contains(stem))
            .GroupBy(stem => stem[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Empty when the word means nothing to a shop.</summary>
    public static IReadOnlyList<Sense> Senses(string word)
    {
        var whole = Whole.GetValueOrDefault(word, []);
        var begun = Beginning(word) is { } beginning ? Beginnings[beginning] : [];
        return whole.Length == 0 ? begun : begun.Length == 0 ? whole : [.. whole.Union(begun)];
    }

    /// <summary>What was probably meant by a word that is none of ours.</summary>
    public static IReadOnlyList<Sense> Guess(string word)
    {
        if (word.Length < Typos.LengthMin)
        {
            return [];
        }

        foreach (var stem in Slips.GetValueOrDefault(word[0], []))
        {
            if (IsSlipOf(word, stem))
            {
                return Whole.TryGetValue(stem, out var whole) ? whole : Beginnings[stem];
            }
        }

        return [];
    }

    /// <summary>What the words say together from here on, and how many of them it takes.</summary>
    public static IEnumerable<(Sense Sense, int[] At)> From(IReadOnlyList<string> words, int at)
    {
        for (var length = 1; length <= words[at].Length; length++)
        {
            if (!Neighbours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words[at].AsSpan(0, length), out var begun))
            {
                continue;
            }

            foreach (var together in begun)
            {
                if (together.Find(words, at) is { } found)
                {
                    yield return (together.Sense, found);
                }
            }
        }
    }

    private static string? Beginning(string word)
    {
        for (var length = word.Length; length >= 2; length--)
        {
            if (Beginnings.ContainsKey(word[..length]) && IsEnding(word, length))
            {
                return word[..length];
            }
        }

        return null;
    }

    private static bool IsEnding(string word, int length) =>
        word[0] is >= 'a' and <= 'z' ? EnglishEndings.Contains(word[length..]) : word.Length - length <= RussianEndingMax;

    private static bool IsSlipOf(string word, string stem)
    {
        var most = Typos.Allowed(stem.Length);
        if (word.Length < stem.Length - most)
        {
            return false;
        }

        if (Whole.ContainsKey(stem))
        {
            return Typos.Between(word, stem, most) <= most;
        }

        for (var length = Math.Max(stem.Length - most, Typos.LengthMin - 1); length <= Math.Min(stem.Length + most, word.Length); length++)
        {
            if (word.Length - length <= SlipEndingMax && IsEnding(word, length)
                && Typos.Between(word.AsSpan(0, length), stem, most) <= most)
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, Sense[]> Grouped(IEnumerable<(Sense Sense, string Word)> rows) => rows
        .GroupBy(row => row.Word)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Sense).Distinct().ToArray(), StringComparer.Ordinal);

    /// <param name="IsStrict">Side by side, and whole words but for the last one's ending.</param>
    private sealed record Together(Sense Sense, string[] Parts, bool IsStrict)
    {
        public int[]? Find(IReadOnlyList<string> words, int at)
        {
            var found = new int[Parts.Length];
            for (var part = 0; part < Parts.Length; part++)
            {
                var until = part == 0 ? at : at + (IsStrict ? 0 : GapMax);
                while (at < words.Count && at <= until && !Fits(words[at], part))
                {
                    at++;
                }

                if (at >= words.Count || at > until)
                {
                    return null;
                }

                found[part] = at++;
            }

            return found;
        }

        private bool Fits(string word, int part) => (IsStrict && part < Parts.Length - 1) || Parts[part].Length <= WholeMax
            ? word == Parts[part]
            : word.StartsWith(Parts[part], StringComparison.Ordinal) && IsEnding(word, Parts[part].Length);
    }
}
