using System.Globalization;

namespace Trt.Domain.Catalog.Prose;

internal enum TokenKind
{
    Word,
    Number,
    Sign,
    LineEnd,

    /// <summary>A number that can be read in two ways, is negative or has no end; nothing understands it.</summary>
    Doubtful,
}

/// <param name="Text">In lower case.</param>
/// <param name="IsGlued">Nothing stands between it and the one before.</param>
/// <param name="IsGrouped">A number with commas between its thousands.</param>
internal readonly record struct ProseToken(
    TokenKind Kind, string Text, int Start, int End, bool IsGlued, decimal Number = 0, bool IsGrouped = false)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Sign && Text == text;
}

/// <summary>Cuts a text into words, numbers and signs, once from left to right.</summary>
internal static class ProseTokens
{
    private const int DigitsMax = 12;

    public static IReadOnlyList<ProseToken> Of(string text)
    {
        var tokens = new List<ProseToken>();
        var (at, lastEnd) = (0, -1);
        while (at < text.Length)
        {
            var token = Next(text, at, isGlued: lastEnd == at, isFree: lastEnd != at || tokens.Count == 0 || tokens[^1].Is("("));
            if (token is { } found)
            {
                tokens.Add(found);
                at = lastEnd = found.End;
            }
            else
            {
                at += char.IsSurrogatePair(text, at) ? 2 : 1;
            }
        }

        return tokens;
    }

    /// <summary>Null for what carries no meaning: blanks and ornaments.</summary>
    private static ProseToken? Next(string text, int start, bool isGlued, bool isFree)
    {
        var letter = Plain(text[start]);
        if (letter == '\n')
        {
            return new ProseToken(TokenKind.LineEnd, "\n", start, start + 1, isGlued);
        }

        if (char.IsAsciiDigit(letter))
        {
            return Number(text, start, isGlued);
        }

        if (letter == '-' && isFree && start + 1 < text.Length && (char.IsAsciiDigit(text[start + 1]) || text[start + 1] == '$'))
        {
            return new ProseToken(TokenKind.Doubtful, text[start..(start + 2)], start, start + 2, isGlued);
        }

        if (char.IsLetter(letter))
        {
            var end = start + 1;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            return new ProseToken(TokenKind.Word, text[start..end].ToLowerInvariant(), start, end, isGlued);
        }

        return IsOrnament(text, start) ? null : new ProseToken(TokenKind.Sign, letter.ToString(), start, start + 1, isGlued);
    }

    private static ProseToken Number(string text, int start, bool isGlued)
    {
        var end = Digits(text, start);
        var isGrouped = false;
        while (end + 3 < text.Length && text[end] == ',' && Digits(text, end + 1) == end + 4)
        {
            (end, isGrouped) = (end + 4, true);
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = Digits(text, end + 1);
        }

        // "22,5" may be a decimal comma and "1.2.3" may be anything.
        var isDoubtful = end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]);
        if (isDoubtful)
        {
            end = Digits(text, end + 1);
        }

        var written = text[start..end];
        return !isDoubtful && end - start <= DigitsMax && !(isGrouped && (written[0] == '0' || written.IndexOf(',') > 3))
            && decimal.TryParse(Plain(written), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new ProseToken(TokenKind.Number, written, start, end, isGlued, number, isGrouped)
            : new ProseToken(TokenKind.Doubtful, written, start, end, isGlued);
    }

    private static string Plain(string number) => number.Replace(",", "", StringComparison.Ordinal);

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The same sign in its other widths.</summary>
    private static char Plain(char letter) => letter switch
    {
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '，' => ',',
        '；' => ';',
        '／' => '/',
        '｜' => '|',
        '–' or '—' or '−' or '‑' => '-',
        '≈' => '~',
        '’' => '\'',
        '\r' => '\n',
        _ => letter,
    };

    private static bool IsOrnament(string text, int at) =>
        char.GetUnicodeCategory(text, at) is UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherSymbol or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark || text[at] is '\t' or '*';
}
