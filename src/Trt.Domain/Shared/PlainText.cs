using System.Globalization;
using System.Text;

namespace Trt.Domain.Shared;

/// <summary>Strangers' text for a log or an operator's eyes.</summary>
public static class PlainText
{
    /// <summary>
    /// The beginning of it, with <paramref name="instead"/> for whatever is not seen where it stands: control characters, line breaks,
    /// marks that turn the direction of writing or hide letters, and what is no character at all.
    /// </summary>
    public static string Of(string text, int lengthMax, char instead)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > lengthMax)
            {
                break;
            }

            shown.Append(IsSeen(rune) ? rune.ToString() : instead.ToString());
        }

        return shown.ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
