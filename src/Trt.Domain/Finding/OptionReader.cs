using System.Globalization;

namespace Trt.Domain.Finding;

/// <summary>Reads length, format, sharpness, number and sound from a sentence, in figures or in words.</summary>
internal static class OptionReader
{
    private const int SecondsMax = 600;
    private const int CountMax = 12;
    private const int TimesMax = 8;

    /// <summary>So near a voice, a woman is hers.</summary>
    private const int VoiceReach = 8;

    private static readonly Dictionary<string, int> Numbers = new (string Words, int Number)[]
    {
        ("один одна одно одну one", 1), ("два две двух двумя пара пару парочку двухсекундн two couple", 2), ("три трех тремя трёхсекундн three", 3),
        ("четыре четырех четверо four", 4), ("пять пяти five", 5), ("шесть шести six", 6), ("семь семи seven", 7),
            ("восемь восьми eight", 8),
        ("девять девяти nine", 9), ("десять десяти десяток ten", 10), ("двенадцать двенадцати twelve", 12),
            ("пятнадцать пятнадцати fifteen", 15),
        ("двадцать двадцати twenty", 20), ("тридцать тридцати thirty", 30),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Number)))
        .ToDictionary(pair => pair.word, pair => pair.Number, StringComparer.Ordinal);

    private static readonly string[] Ratios =
        ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21", "4:5", "5:4", "1:2", "2:1", "1:4", "4:1", "1:8", "8:1"];

    private static readonly string[] Upright = ["вертикал", "сторис", "рилс", "риллс", "тикток", "шортс", "vertical", "tiktok", "reel",
        "shorts", "stories", "upright"];
    private static readonly string[] Wide = ["горизонтал", "широкоформат", "широкоэкран", "ютуб", "horizontal", "widescreen", "youtube"];
    private static readonly string[] Square = ["квадрат", "square"];
    private static readonly string[] Variants =
    [
        "вариант", "вариац", "верси", "разных", "разные", "штук", "шт", "картин", "фот", "изображен", "арт", "логотип", "кадр", "дизайн",
        "иллюстрац", "постер", "эскиз", "стикер", "икон", "variant", "variation", "version", "different", "option", "take", "copies",
        "image", "picture", "photo", "pics", "pic", "logo", "design", "illustration", "poster", "sketch", "sticker", "icon", "emote",
    ];

    private static readonly string[] Sounding = ["звук", "аудио", "музык", "голос", "sound", "audio", "music", "voice"];
    private static readonly string[] Voices =
    [
        "голос", "вокал", "озвуч", "диктор", "чтец", "читает", "прочит", "начит", "поет", "споет", "перепел", "певиц", "певец",
        "voice", "vocal", "sing", "sung", "narrat", "speak", "speech", "rapp", "read",
    ];

    private static readonly string[] Wordless = ["слов", "вокал", "голос", "vocal", "lyric", "words", "voice", "singing"];

    public static WishOptions Read(IReadOnlyList<Word> words)
    {
        var options = WishOptions.None;
        for (var at = 0; at < words.Count; at++)
        {
            options = With(options, words, at);
        }

        return options;
    }

    /// <summary>Whether the word says how and not what.</summary>
    public static bool Speaks(IReadOnlyList<Word> words, int at) =>
        With(WishOptions.None, words, at) != WishOptions.None
        || (words[at].HasDigit && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        || (at > 0 && NumberOf(words[at - 1].Text) is not null && IsTime(words[at].Text));

    private static WishOptions With(WishOptions options, IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Text;
        var next = at + 1 < words.Count ? words[at + 1].Text : "";
        if (UnitFirst(words, at) is { } told)
        {
            return options with { Seconds = options.Seconds ?? told };
        }

        var after = next is "more" or "еще" or "extra" or "лишних" && at + 2 < words.Count ? words[at + 2].Text : next;
        if (SecondsIn(word, after) is { } seconds and > 0 and <= SecondsMax)
        {
            return options with { Seconds = after == next ? options.Seconds ?? seconds : seconds };
        }

        if (RatioIn(words, at) is { } ratio)
        {
            return options with { Ratio = ratio.IsExact ? ratio.Value : options.Ratio ?? ratio.Value };
        }

        if (ResolutionIn(word, next) is { } resolution)
        {
            // "It is 480p, I need full hd": what is wanted is said last.
            return options with { Resolution = resolution };
        }

        var by = at == words.Count - 1 && at > 0 && words[at - 1].Text is "by" ? NumberOf(word) : null;
        if ((TimesIn(word, next) ?? by) is > 1 and <= TimesMax and var times)
        {
            return options with { Times = options.Times ?? times };
        }

        return CountIn(words, at) is { } count ? options with { Count = options.Count ?? count }
            : IsFemale(words, at) is { } female ? options with { IsFemale = options.IsFemale ?? female }
            : Heard(options, word, next);
    }

    private static WishOptions Heard(WishOptions options, string word, string next) => (word, next) switch
    {
        ("без" or "no" or "without", _) when Begins(next, Wordless) && !Begins(next, ["голос", "voice"]) =>
            options with { Instrumental = true },
        (_, "не") when Begins(word, ["вокал", "слов"]) => options with { Instrumental = true },
        (_, "не") when Begins(word, ["звук"]) => options with { Sound = false },
        ("без" or "no" or "without", _) when Begins(next, Sounding) => options with { Sound = false },
        ("со" or "с" or "with", _) when Begins(next, Sounding) && !Begins(next, ["голос", "voice"]) => options with { Sound = true },
        _ when Begins(word, ["немое", "немой", "беззвучн", "muted", "silent"]) => options with { Sound = false },
        _ when Begins(word, ["инструментал", "instrumental"]) => options with { Instrumental = true },
        _ => options,
    };

    /// <summary>"Female voice", "a deep male narrator voice", "sung by a woman".</summary>
    private static bool? IsFemale(IReadOnlyList<Word> words, int at)
    {
        bool? female = Begins(words[at].Text, ["женск", "женщин", "певиц", "девушк", "девичь", "female", "woman", "girl"]) ? true
            : Begins(words[at].Text, ["мужск", "мужчин", "мужик", "певец", "male", "man", "guy"]) ? false
            : null;
        var around = words.Skip(at - VoiceReach).Take((2 * VoiceReach) + 1);
        return female is not null && around.Any(near => Begins(near.Text, Voices)) ? female : null;
    }

    /// <summary>"Секунд 15", "минуты на три".</summary>
    private static int? UnitFirst(IReadOnlyList<Word> words, int at)
    {
        if (!Begins(words[at].Text, ["секунд", "second", "минут"]) || (at > 0 && NumberOf(words[at - 1].Text) is not null))
        {
            return null;
        }

        var after = at + 2 < words.Count && words[at + 1].Text is "на" or "of" ? at + 2 : at + 1;
        return after < words.Count && NumberOf(words[after].Text) * Unit(words[at].Text) is > 0 and <= SecondsMax and var seconds
            ? seconds
            : null;
    }

    private static int? SecondsIn(string word, string next)
    {
        var digits = Leading(word);
        if (digits > 0 && digits == word.Length && IsTime(next))
        {
            return Number(word) * Unit(next);
        }

        if (digits > 0 && digits < word.Length && IsTime(word[digits..]))
        {
            return Number(word[..digits]) * Unit(word[digits..]);
        }

        return word switch
        {
            "полминуты" => 30,
            "минутное" or "минутный" or "минутную" or "минуту" => 60,
            _ when NumberOf(word) is { } number && IsTime(next) => number * Unit(next),
            // "десятисекундный".
            _ when word.IndexOf("секундн", StringComparison.Ordinal) is > 0 and var at && NumberOf(word[..at]) is { } composed => composed,
            _ => null,
        };
    }

    private static bool IsTime(string word) =>
        word is "с" or "s" or "сек" or "sec" or "secs" or "м" or "min" or "mins" or "мин"
        || Begins(word, ["секунд", "second", "минут", "minute"]);

    private static int Unit(string word) => word[0] is 'м' or 'm' ? 60 : 1;

    /// <summary>"Вертикально, 3:4": the figures count.</summary>
    private static (string Value, bool IsExact)? RatioIn(IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Text;
        var next = at + 1 < words.Count ? words[at + 1].Text : "";
        if (Ratios.Contains(word.Replace('x', ':').Replace('х', ':').Replace('/', ':')))
        {
            return (word.Replace('x', ':').Replace('х', ':').Replace('/', ':'), true);
        }

        if (at + 2 < words.Count && next is "на" or "by" or "x" or "х" && Ratios.Contains($"{word}:{words[at + 2].Text}"))
        {
            return ($"{word}:{words[at + 2].Text}", true);
        }

        var told = Begins(word, Upright) || (word is "portrait" or "портретный" or "портретном" or "портретная" && IsFormat(next)) ? "9:16"
            : Begins(word, Wide) || (word is "landscape" or "альбомный" or "альбомном" or "альбомная" && IsFormat(next)) ? "16:9"
            : Begins(word, Square) && !Begins(word, ["квадратик"]) ? "1:1"
            : null;
        return told is null ? null : (told, false);
    }

    private static bool IsFormat(string word) => Begins(word,
        ["формат", "ориентац", "режим", "format", "orientation", "mode", "ratio", "aspect"]);

    private static string? ResolutionIn(string word, string next) => word switch
    {
        "4k" or "4к" or "uhd" or "ultrahd" => "4K",
        "2k" or "2к" or "qhd" => "2K",
        "1k" or "1к" => "1K",
        "1080" or "1080p" or "1080п" or "fullhd" or "фуллхд" or "fhd" => "1080p",
        "full" or "фулл" or "фул" when next is "hd" or "хд" => "1080p",
        "720" or "720p" or "720п" => "720p",
        "480" or "480p" or "480п" => "480p",
        _ => null,
    };

    private static int? TimesIn(string word, string next) => word switch
    {
        ['x' or 'х', var digit and >= '2' and <= '8'] => digit - '0',
        [var digit and >= '2' and <= '8', 'x' or 'х'] => digit - '0',
        "вдвое" or "double" or "doubled" or "twice" => 2,
        "втрое" or "triple" => 3,
        "вчетверо" => 4,
        _ when Begins(next, ["раза", "раз", "times"]) && NumberOf(word) is > 1 and <= 8 and var times => times,
        _ => null,
    };

    private static int? CountIn(IReadOnlyList<Word> words, int at)
    {
        if (NumberOf(words[at].Text) is not (> 1 and <= CountMax and var number))
        {
            return null;
        }

        // "Give me 4": nothing else can be meant.
        if (at == words.Count - 1 && at > 1 && words[at - 1].Text is "me" or "мне"
            && Begins(words[at - 2].Text, ["give", "make", "дай", "сделай"]))
        {
            return number;
        }

        // "four nice pictures": one word may stand between.
        return Enumerable.Range(at + 1, 2).Any(near => near < words.Count && Begins(words[near].Text, Variants)
            && !(at > 0 && words[at - 1].Text is "из" or "from" or "между" or "between" or "these" or "эти" or "этих" or "of"))
            ? number
            : null;
    }

    private static int? NumberOf(string word) =>
        Leading(word) == word.Length && word.Length is > 0 and <= 3 ? Number(word)
        : Numbers.TryGetValue(word, out var number) ? number
        : null;

    private static int Leading(string word) => word.TakeWhile(char.IsAsciiDigit).Count();

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : 0;

    private static bool Begins(string word, ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
