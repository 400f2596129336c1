using System.Text;

namespace Trt.Domain.Finding;

/// <summary>A name as it sounds, so that клинг is kling and флюкс is flux, whichever alphabet it is typed in.</summary>
internal static class Sounding
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ж'] = "g",
        ['з'] = "z",
        ['и'] = "i",
        ['й'] = "i",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "h",
        ['ц'] = "s",
        ['ч'] = "h",
        ['ш'] = "s",
        ['щ'] = "s",
        ['ъ'] = "",
        ['ы'] = "i",
        ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "u",
        ['я'] = "a",
    };

    /// <summary>What is written with two letters and heard as one.</summary>
    private static readonly (string Written, string Heard)[] Pairs =
    [
        ("дж", "g"), ("кв", "kv"), ("ee", "i"), ("ea", "i"), ("oo", "u"), ("ou", "u"), ("ph", "f"), ("ch", "h"), ("sh", "s"),
        ("ck", "k"), ("qu", "kv"), ("ce", "se"), ("ci", "si"), ("yu", "u"), ("ya", "a"), ("th", "t"),
    ];

    public static string Of(string word)
    {
        var text = word;
        foreach (var (written, heard) in Pairs)
        {
            text = text.Replace(written, heard, StringComparison.Ordinal);
        }

        var heardAs = new StringBuilder(text.Length + 4);
        foreach (var letter in text)
        {
            var one = Letters.GetValueOrDefault(letter) ?? letter switch
            {
                'x' => "ks",
                'j' => "g",
                'y' => "i",
                'w' => "v",
                'q' => "k",
                'c' => "k",
                _ => letter.ToString(),
            };
            if (one.Length > 0 && (heardAs.Length == 0 || heardAs[^1] != one[0]))
            {
                heardAs.Append(one);
            }
        }

        return heardAs.Length > 4 && heardAs[^1] == 'e' ? heardAs.ToString(0, heardAs.Length - 1) : heardAs.ToString();
    }
}
