using System.Text;

namespace Trt.Domain.Finding;

/// <summary>Russian typed in Latin letters, as on a foreign keyboard: "uberi fon s kartinki".</summary>
internal static class LatinRussian
{
    private static readonly (string Latin, string Russian)[] Letters =
    [
        ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"),
        ("ya", "я"),
        ("ja", "я"), ("yo", "е"), ("jo", "е"), ("ye", "е"), ("je", "е"), ("iy", "ий"), ("ay", "ай"), ("oy", "ой"), ("ey", "ей"),
        ("uy", "уй"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("j", "ж"), ("z", "з"), ("i", "и"), ("k", "к"), ("l", "л"),
        ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"),
        ("y", "ы"), ("w", "в"), ("x", "кс"), ("q", "к"), ("4", "ч"), ("6", "ш"),
    ];

    /// <summary>The words in Russian letters, where that makes more sense of them than English does.</summary>
    public static IReadOnlyList<Word> Read(IReadOnlyList<Word> words)
    {
        // Latin words among Russian ones are names.
        if (words.Any(word => word.IsCyrillic))
        {
            return words;
        }

        var strange = words.Count(word => IsLatin(word) && Lexicon.Senses(word.Text).Count == 0);
        var russian = words.Count(IsRussian);
        var english = words.Count(word =>
            IsLatin(word) && Lexicon.Senses(word.Text).Count > 0 && Lexicon.Senses(Spell(word.Text)).Count == 0);
        return russian > english && russian * 2 >= strange
            ? [.. words.Select(word => IsLatin(word) && Lexicon.Senses(Spell(word.Text)).Count > 0
                || (IsLatin(word) && Lexicon.Senses(word.Text).Count == 0) ? word with { Text = Spell(word.Text) } : word)]
            : words;
    }

    private static bool IsRussian(Word word) =>
        IsLatin(word) && Lexicon.Senses(word.Text).Count == 0 && Lexicon.Senses(Spell(word.Text)).Count > 0;

    private static bool IsLatin(Word word) => word.Text.Any(letter => letter is >= 'a' and <= 'z') && !word.HasDigit;

    private static string Spell(string word)
    {
        var spelled = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (latin, russian) = Letters.FirstOrDefault(pair => word.AsSpan(at).StartsWith(pair.Latin, StringComparison.Ordinal));
            spelled.Append(russian ?? word[at].ToString());
            at += latin?.Length ?? 1;
        }

        return spelled.ToString();
    }
}
