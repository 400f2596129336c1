using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>A sentence with what its words may mean, and what they are to each other.</summary>
internal sealed class Sentence
{
    /// <summary>Words that tell what they belong to stand at most so far before it: "из моей старой фотографии".</summary>
    private const int ReachMax = 3;

    private static readonly Sense[] Strong = [Image, Film, Song, Lyrics, Voice, Sound];

    /// <summary>They mostly say what something is made from, even where no word tells so.</summary>
    private static readonly Sense[] Weak = [Record, Sense.Text];

    private static readonly Sense[] Outputs = [.. Strong, .. Weak];

    private static readonly string[] Instrumental = ["ом", "ем", "ой", "ей", "ами", "ями"];

    private readonly HashSet<Sense>[] _senses;

    public Sentence(string text)
    {
        Text = text;
        Words = LatinRussian.Read(WordReader.Of(text));
        List<string> plain = [.. Words.Select(word => word.Text)];
        _senses = [.. plain.Select(word => (HashSet<Sense>)[.. Lexicon.Senses(word)])];
        for (var at = 0; at < plain.Count; at++)
        {
            if (_senses[at].Count == 0)
            {
                _senses[at].UnionWith(Lexicon.Guess(plain[at]));
            }
        }

        for (var at = 0; at < plain.Count; at++)
        {
            foreach (var (sense, found) in Lexicon.From(plain, at))
            {
                foreach (var one in found)
                {
                    _senses[one].Add(sense);
                }
            }
        }

        foreach (var senses in _senses.Where(senses => senses.Contains(Other)))
        {
            senses.RemoveWhere(sense => sense != Other);
        }
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public bool Has(Sense sense) => First(sense) >= 0;

    public bool Has(params ReadOnlySpan<Sense> any)
    {
        foreach (var sense in any)
        {
            if (Has(sense))
            {
                return true;
            }
        }

        return false;
    }

    public bool At(int at, Sense sense) => at >= 0 && at < _senses.Length && _senses[at].Contains(sense);

    public IReadOnlyCollection<Sense> Senses(int at) => _senses[at];

    public bool IsUnknown(int at) => _senses[at].Count == 0;

    public bool IsOnly(int at, Func<Sense, bool> senses) => _senses[at].Count > 0 && _senses[at].All(senses);

    /// <summary>Where it is said first; -1 when it is not.</summary>
    public int First(Sense sense) => Array.FindIndex(_senses, senses => senses.Contains(sense));

    /// <summary>What is to come out: the first thing named that is neither what it is made from nor what it is for.</summary>
    public (Sense Sense, int At)? Head() => Head(Strong) ?? Head(Weak);

    private (Sense Sense, int At)? Head(Sense[] outputs)
    {
        for (var at = 0; at < _senses.Length; at++)
        {
            if (outputs.FirstOrDefault(output => At(at, output), Filler) is not Filler and var output
                && RoleOf(at) is Role.Thing or Role.Result && !IsAdjective(at))
            {
                return Compound(at) ?? (output, at);
            }
        }

        return null;
    }

    /// <summary>"A cartoon raccoon" is drawn; "a cartoon about a raccoon" is not.</summary>
    private bool IsAdjective(int at) => Words[at].Text is "cartoon" && at + 1 < Words.Count && (IsUnknown(at + 1) || At(at + 1, Style));

    /// <summary>Of two names in a row the second one counts in English: "movie poster", "rap lyrics".</summary>
    private (Sense Sense, int At)? Compound(int at) =>
        at + 1 < Words.Count && !Words[at].IsCyrillic
            && Outputs.FirstOrDefault(output => At(at + 1, output), Filler) is not Filler and var last
        && !At(at, last)
            ? (last, at + 1)
            : null;

    /// <summary>What something is to be turned into: "фото в видео", "photo to video".</summary>
    public bool Becomes(Sense output) => Roles(output).Contains(Role.Result);

    /// <summary>Said of something that is there already: "из фото", "на этой картинке", "моё видео".</summary>
    public bool Given(Sense output) => Roles(output).Any(role => role is Role.Source or Role.Own);

    private IEnumerable<Role> Roles(Sense output) => Enumerable.Range(0, _senses.Length).Where(at => At(at, output)).Select(RoleOf);

    private Role RoleOf(int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - ReachMax); before--)
        {
            if (before == at - 1 && Words[before].Text == "the")
            {
                return Role.Own;
            }

            if (At(before, From) || At(before, Without))
            {
                return IsPartOfIt(before, at) ? Role.Target : Role.Source;
            }

            if (At(before, Into))
            {
                return Role.Result;
            }

            if (At(before, For))
            {
                return Role.Target;
            }

            if (At(before, This))
            {
                return At(before - 1, For) ? Role.Target : Role.Own;
            }

            if (IsThing(before) || (IsUnknown(before) && before < at - 1))
            {
                break;
            }
        }

        return Role.Thing;
    }

    /// <summary>"A mug with a logo", "кружка с логотипом": it is seen on the thing, and nothing to begin from.</summary>
    private bool IsPartOfIt(int before, int at) => Words[before].Text switch
    {
        "with" => Words[before + 1].Text is "a" or "an",
        "с" or "со" => Instrumental.Any(Words[at].Text.EndsWith),
        _ => false,
    };

    private bool IsThing(int at) => Outputs.Any(output => At(at, output));

    private enum Role
    {
        Thing,
        Result,
        Source,
        Own,
        Target,
    }
}
