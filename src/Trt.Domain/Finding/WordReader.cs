using System.Text;

namespace Trt.Domain.Finding;

/// <summary>A word as it is compared: small, without accents, and where it stood.</summary>
/// <param name="End">Where the text goes on after it.</param>
public readonly record struct Word(string Text, int Start, int End)
{
    public bool IsCyrillic => Text.Length > 0 && Text[0] is >= 'а' and <= 'я';

    public bool HasDigit => Text.Any(char.IsAsciiDigit);
}

/// <summary>Takes what people type apart.</summary>
public static class WordReader
{
    /// <summary>What is wanted is said at the beginning; the rest of a long text tells what it is about.</summary>
    public const int WordsMax = 60;

    public static List<Word> Of(string text)
    {
        List<Word> words = [];
        for (var at = 0; at < text.Length && words.Count < WordsMax;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (IsOfWord(text[end]) || IsInsideNumber(text, end)))
            {
                end++;
            }

            words.Add(new Word(Plain(text.AsSpan(at, end - at)), at, end));
            at = end;
        }

        return words;
    }

    /// <summary>Small letters; those that people do not tell apart when they type are one.</summary>
    internal static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            switch (char.ToLowerInvariant(letter))
            {
                case 'ё':
                    plain.Append('е');
                    break;
                case '\'' or '’' or '\u0301':
                    break;
                case '×':
                    plain.Append('x');
                    break;
                case var small:
                    plain.Append(small);
                    break;
            }
        }

        return plain.ToString();
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '\'' or '’' or '\u0301';

    /// <summary>"3.0", "16:9", "1024×768".</summary>
    private static bool IsInsideNumber(string text, int at) =>
        text[at] is '.' or ',' or ':' or '×' && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
