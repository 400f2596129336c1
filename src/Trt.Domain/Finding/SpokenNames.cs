using Trt.Domain.Catalog;

namespace Trt.Domain.Finding;

/// <summary>Which models a sentence names, however they are spelled.</summary>
internal sealed class SpokenNames
{
    private const int SlipLengthMin = 5;
    private const int EndedLengthMin = 4;
    private const int TornLengthMin = 6;

    /// <summary>Names that sound otherwise in Russian than they are written.</summary>
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["ранвей"] = "runway",
        ["ранвэй"] = "runway",
        ["рунвей"] = "runway",
        ["чатгпт"] = "gpt",
        ["chatgpt"] = "gpt",
        ["джипити"] = "gpt",
        ["хайло"] = "hailuo",
        ["хайлоу"] = "hailuo",
        ["сьюно"] = "suno",
        ["элевен"] = "elevenlabs",
        ["илевен"] = "elevenlabs",
        ["eleven"] = "elevenlabs",
        ["аймаджен"] = "imagen",
        ["нана"] = "nano",
        ["сиданс"] = "seedance",
        ["сидэнс"] = "seedance",
        ["квэн"] = "qwen",
        ["кьювен"] = "qwen",
        ["видео3"] = "veo",
        ["уан"] = "wan",
        ["вио"] = "veo",
        ["vio"] = "veo",
        ["алеф"] = "runway aleph",
        ["aleph"] = "runway aleph",
        ["скрайб"] = "elevenlabs scribe",
        ["scribe"] = "elevenlabs scribe",
        ["хэппихорс"] = "happyhorse",
        ["хеппихорс"] = "happyhorse",
        ["хэппи"] = "happy",
        ["хорс"] = "horse",
        ["инфинит"] = "infinite",
        ["инфиниталк"] = "infinitetalk",
        ["инфинитолк"] = "infinitetalk",
        ["infinitalk"] = "infinitetalk",
        ["labs"] = "",
        ["лабс"] = "",
        ["ток"] = "talk",
        ["анимейт"] = "animate",
        ["контекст"] = "kontext",
        ["омнихьюман"] = "omnihuman",
    };

    /// <summary>They are words of every day too, so a name they are only where one is expected.</summary>
    private static readonly string[] Everyday = ["runway", "topaz", "gemini", "wan", "luma", "gen", "v"];

    private static readonly string[] BentEndings = ["i", "e", "u", "oi", "ou"];

    private static readonly string[] BeforeName =
        ["в", "на", "через", "модель", "модели", "нейросеть", "нейросети", "используй", "от", "in", "with", "using", "via", "use", "by",
            "through", "model", "on"];

    private readonly IReadOnlyList<(ModelCard Card, Part[] Parts)> _titles;
    private readonly HashSet<string> _makers;

    public SpokenNames(IReadOnlyList<ModelCard> cards)
    {
        _titles = [.. cards.Select(card => (card, WordReader.Of(card.Title.En.Split('·')[0]).SelectMany(word => Pieces(word.Text))
            .Select(Part.Of).ToArray()))];
        _makers = [.. cards.SelectMany(card => WordReader.Of(card.Maker)).Select(word => Sounding.Of(word.Text))];
    }

    public bool IsMaker(string word) => _makers.Contains(Sounding.Of(word));

    /// <summary>The best fitting models, and which words name them.</summary>
    public (IReadOnlyList<ModelCard> Cards, IReadOnlySet<int> At) Find(Sentence phrase)
    {
        List<(Part Part, int At)> spoken = [.. phrase.Words.SelectMany((word, at) => Known(word.Text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Pieces)
            .Select(piece => (Part.Of(piece), at)))];
        // "runway aleph" is said once, though aleph alone stands for both.
        spoken = [.. spoken.Where((one, at) => at == 0 || spoken[at - 1].Part != one.Part)];
        List<(ModelCard Card, int Unsaid, int[] At)> found = [];
        var most = 0;
        foreach (var (card, parts) in _titles)
        {
            for (var at = 0; at < spoken.Count; at++)
            {
                if (Match(parts, spoken, at, phrase) is { } taken && taken.Count >= most)
                {
                    if (taken.Count > most)
                    {
                        found.Clear();
                        most = taken.Count;
                    }

                    found.Add((card, parts.Length - taken.Count, [.. taken.Select(one => spoken[one].At)]));
                    break;
                }
            }
        }

        return ([.. found.OrderByDescending(one => one.Card.IsOffered).ThenBy(one => one.Unsaid).ThenBy(one => one.Card.Order)
            .Select(one => one.Card)],
            found.SelectMany(one => one.At).ToHashSet());
    }

    /// <summary>The models that a word of every day may name as well.</summary>
    public IReadOnlyList<ModelCard> Perhaps(Sentence phrase)
    {
        var everyday = phrase.Words.Select(word => Part.Of(Known(word.Text)).Sound).ToHashSet(StringComparer.Ordinal);
        return [.. _titles
            .Where(title => title.Parts is [{ Sound.Length: > 1 } first, ..] && IsEveryday(first) && everyday.Contains(first.Sound))
            .Select(title => title.Card).OrderByDescending(card => card.IsOffered).ThenBy(card => card.Order)];
    }

    private static List<int>? Match(Part[] parts, List<(Part Part, int At)> spoken, int at, Sentence phrase)
    {
        if (parts.Length == 0 || !IsBeginning(parts, spoken, at, phrase))
        {
            return null;
        }

        List<int> taken = [at];
        var next = at + 1;
        if (IsTorn(parts[0], spoken, at))
        {
            taken.Add(next++);
        }

        var joined = parts.Length > 1 && parts[0].Sound.Length < spoken[at].Part.Sound.Length && spoken[at].Part.Sound == parts[0]
            .Sound + parts[1].Sound;
        if (joined)
        {
            taken.Add(at);
        }

        for (var part = joined ? 2 : 1; part < parts.Length && next < spoken.Count; part++)
        {
            if (parts[part].Same(spoken[next].Part))
            {
                taken.Add(next++);
            }
        }

        // One letter is no name, and neither is half of one that is a word of every day.
        return (parts[0].Sound.Length < 2 || IsEveryday(parts[0])) && taken.Count == 1 && !IsExpected(spoken[at].At, phrase) ? null : taken;
    }

    private static bool IsBeginning(Part[] parts, List<(Part Part, int At)> spoken, int at, Sentence phrase)
    {
        var word = spoken[at].Part;
        if ((parts.Length > 1 && word.Sound == parts[0].Sound + parts[1].Sound) || IsTorn(parts[0], spoken, at))
        {
            return true;
        }

        return (phrase.IsUnknown(spoken[at].At) || parts[0].Sound.Length < 2 || parts[0].Text == word.Text) && parts[0].Same(word);
    }

    /// <summary>"see dream", "happy horse": one word of the name is typed as two.</summary>
    private static bool IsTorn(Part part, List<(Part Part, int At)> spoken, int at) =>
        part.Sound.Length >= TornLengthMin && at + 1 < spoken.Count
        && Sounding.Of(spoken[at].Part.Text + spoken[at + 1].Part.Text) == part.Sound;

    private static bool IsEveryday(Part part) => Everyday.Contains(part.Text);

    private static bool IsExpected(int at, Sentence phrase) =>
        (at > 0 && BeforeName.Contains(phrase.Words[at - 1].Text) && !(at > 1 && phrase.At(at - 2, Sense.Make)))
        || Enumerable.Range(0, phrase.Words.Count).All(other => other == at || !phrase.IsUnknown(other));

    private static string Known(string word) => Aliases.GetValueOrDefault(word, word);

    /// <summary>"veo3" is veo and 3; "4o" and "v5" stay as they are.</summary>
    private static IEnumerable<string> Pieces(string word)
    {
        var letters = word.TakeWhile(char.IsLetter).Count();
        return letters >= 3 && letters < word.Length ? [word[..letters], word[letters..]] : [word];
    }

    private sealed record Part(string Text, string Sound)
    {
        public static Part Of(string word)
        {
            var plain = word.Replace(',', '.');
            plain = plain.Length > 1 && plain[0] is 'v' or 'в' && plain.Skip(1).All(letter => char.IsAsciiDigit(letter) || letter == '.')
                && plain.Length > 1 ? plain[1..] : plain;
            plain = plain.EndsWith(".0", StringComparison.Ordinal) ? plain[..^2] : plain;
            return new Part(plain, plain.Any(char.IsAsciiDigit) ? plain : Sounding.Of(plain));
        }

        public bool Same(Part spoken) => Sound == spoken.Sound
            // "veo 3" is Veo 3.1 where there is no other.
            || (char.IsAsciiDigit(Text[0]) && Text.StartsWith($"{spoken.Text}.", StringComparison.Ordinal))
            // "клингом": a name takes Russian endings too.
            || (Sound.Length >= EndedLengthMin && spoken.Text[0] is >= 'а' and <= 'я' && spoken.Sound.Length - Sound.Length is > 0 and <= 2
                && spoken.Sound.StartsWith(Sound, StringComparison.Ordinal))
            // "из соры", "в соре": the last vowel bends.
            || (Sound.Length >= EndedLengthMin && Sound[^1] == 'a' && spoken.Text[0] is >= 'а' and <= 'я'
                && Array.Exists(BentEndings, ending => spoken.Sound == Sound[..^1] + ending))
            || (Sound.Length >= SlipLengthMin && spoken.Sound.Length >= SlipLengthMin && Sound[0] == spoken.Sound[0]
                && !Text.Any(char.IsAsciiDigit)
                && Typos.Between(Sound, spoken.Sound, 1) <= 1);
    }
}
