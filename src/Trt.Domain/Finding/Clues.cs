using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>What can be noticed of a message: its words, what they may mean, how they stand together, and what came along.</summary>
internal sealed class Clues
{
    /// <summary>What the rules say is a clue among others.</summary>
    public const string Ruled = "ruled ";

    private const int StemLength = 5;
    private const int RootLength = 4;
    private const int UnknownMax = 6;
    private const int LengthMax = 5;
    private const int WordsPerLength = 3;

    private const int NoiseLengthMin = 4;
    private const string Vowels = "aeiouyаеиоуыэюя";

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

    private static readonly Sense[] Things = [Image, Film, Song, Voice, Record];

    /// <summary>They stand beside everything and tell nothing by that.</summary>
    private static readonly Sense[] Joints = [Filler, This, From, For, And, Into];

    private readonly HashSet<string> _noticed = new(StringComparer.Ordinal);
    private readonly Sentence _phrase;
    private readonly string _files;

    private Clues(Sentence phrase, FilesGiven files)
    {
        _phrase = phrase;
        _files = Kinds(files);
    }

    /// <param name="ruled">What the rules say; null where they say nothing.</param>
    /// <param name="isNamed">Whether a model is named.</param>
    /// <param name="ofNamed">What that model is for.</param>
    public static IReadOnlyCollection<string> Of(Sentence phrase, FilesGiven files, Meaning? ruled, bool isNamed, Job? ofNamed)
    {
        var clues = new Clues(phrase, files);
        clues._noticed.UnionWith(
        [
            "any", isNamed ? "named" : "unnamed", $"named for {ofNamed}",
            $"{Ruled}{ruled?.ToString() ?? "nothing"}", $"with {clues._files}",
        ]);
        clues.NoteWords();
        clues.NoteSenses();
        clues.NoteWhole();
        return clues._noticed;
    }

    private void NoteWords()
    {
        var before = "";
        foreach (var (word, _, _) in _phrase.Words)
        {
            var stem = Beginning(word, StemLength);
            Note($"word {stem}");
            _noticed.Add($"root {Beginning(word, RootLength)}");
            _noticed.Add($"whole {word}");
            _noticed.Add(before.Length == 0 ? $"first {stem}" : $"pair {before} {stem}");
            before = stem;
        }
    }

    private void NoteSenses()
    {
        Sense? before = null;
        HashSet<Sense> all = [];
        for (var at = 0; at < _phrase.Words.Count; at++)
        {
            var senses = _phrase.Senses(at).Where(sense => sense != Filler).ToList();
            foreach (var sense in senses)
            {
                Note($"sense {sense}");
                _noticed.Add($"senses {before} {sense}");
            }

            before = senses.Count > 0 ? senses[0] : before;
            all.UnionWith(senses.Except(Joints));
        }

        foreach (var one in all)
        {
            _noticed.UnionWith(all.Where(other => other > one).Select(other => $"both {one} {other}"));
        }
    }

    private void NoteWhole()
    {
        var unknown = Enumerable.Range(0, _phrase.Words.Count).Count(_phrase.IsUnknown);
        _noticed.Add($"unknown {Math.Min(unknown, UnknownMax)}");
        _noticed.Add($"long {Math.Min(_phrase.Words.Count / WordsPerLength, LengthMax)}");
        if (_phrase.Words.Any(word => IsNoise(word.Text)))
        {
            _noticed.Add("noise");
        }

        if (_phrase.Text.Contains('?', StringComparison.Ordinal))
        {
            _noticed.Add("asks");
        }

        if (_phrase.Head() is { } head)
        {
            Note($"head {head.Sense}");
        }

        _noticed.UnionWith(Things.Where(_phrase.Given).Select(thing => $"given {thing}"));
        _noticed.UnionWith(Things.Where(_phrase.Becomes).Select(thing => $"becomes {thing}"));
    }

    /// <summary>The same word says another thing under a picture than under a song.</summary>
    private void Note(string clue)
    {
        _noticed.Add(clue);
        if (_files.Length > 0)
        {
            _noticed.Add($"{clue} with {_files}");
        }
    }

    /// <summary>Fingers on a keyboard: no vowel in a long word, keys of one row side by side, or the same letters again.</summary>
    private static bool IsNoise(string word) => word.Length >= NoiseLengthMin && word.All(char.IsLetter)
        && (!word.Any(Vowels.Contains) || Rows.Any(row => Enumerable.Range(0, row.Length - NoiseLengthMin + 1)
                .Any(at => word.Contains(row.Substring(at, NoiseLengthMin), StringComparison.Ordinal)))
            || (word.Length >= NoiseLengthMin + 2 && word.Distinct().Count() * 2 <= word.Length));

    private static string Beginning(string word, int length) => word.Length > length ? word[..length] : word;

    private static string Kinds(FilesGiven files) => string.Concat(
        files.Images switch { 0 => "", 1 => "i", _ => "ii" }, files.Films > 0 ? "v" : "", files.Sounds > 0 ? "a" : "");
}
