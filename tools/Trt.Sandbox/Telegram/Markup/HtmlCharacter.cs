using System.Globalization;
using System.Text;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>One <c>&amp;…;</c>: four names and the numbers are known, everything else stays as it stands.</summary>
internal static class HtmlCharacter
{
    public static bool TryRead(string text, ref int position, out string character)
    {
        character = "";
        var end = position + 1;
        while (end < text.Length && end - position < 12
            && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '#' && end == position + 1)))
        {
            end++;
        }

        var code = CodeOf(text.AsSpan(position + 1, end - position - 1));
        if (code == 0 || !Rune.IsValid(code))
        {
            return false;
        }

        character = new Rune(code).ToString();
        position = end < text.Length && text[end] == ';' ? end + 1 : end;
        return true;
    }

    private static int CodeOf(ReadOnlySpan<char> name)
    {
        if (name is "lt")
        {
            return '<';
        }

        if (name is "gt")
        {
            return '>';
        }

        if (name is "amp")
        {
            return '&';
        }

        if (name is "quot")
        {
            return '"';
        }

        if (!name.StartsWith('#'))
        {
            return 0;
        }

        var hex = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = hex ? name[2..] : name[1..];
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) ? code : 0;
    }
}
