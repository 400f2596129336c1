using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Trt.Api.Bot.Texts;

/// <summary>
/// Text that is safe to send with HTML markup. It is made from an interpolated string whose holes are escaped, so a name or a prompt
/// with "&lt;b&gt;" in it can never become markup.
/// </summary>
internal readonly partial record struct Html(string Value)
{
    public static readonly Html Empty = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Value);

    public static Html Of(HtmlBuilder text) => new(text.ToString());

    public static Html Escape(string text) => new(HtmlBuilder.Escaped(text));

    /// <summary>Words before a text that is marked up already.</summary>
    public static Html Join(string before, Html text) => new(HtmlBuilder.Escaped(before) + text.Value);

    /// <summary>Non-empty lines, one under the other.</summary>
    public static Html Lines(params ReadOnlySpan<Html> lines)
    {
        var result = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.Value is { Length: > 0 } value)
            {
                result.Append(result.Length > 0 ? "\n" : "").Append(value);
            }
        }

        return new Html(result.ToString());
    }

    /// <summary>Non-empty paragraphs with a blank line between them.</summary>
    public static Html Paragraphs(params ReadOnlySpan<Html> paragraphs)
    {
        var result = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Value is { Length: > 0 } value)
            {
                result.Append(result.Length > 0 ? "\n\n" : "").Append(value);
            }
        }

        return new Html(result.ToString());
    }

    /// <summary>The same words without markup. What is escaped stays escaped, so it is safe to send as before.</summary>
    public Html Plain() => new(Tag.Replace(Value ?? "", ""));

    public override string ToString() => Value ?? "";

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }
}

[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder(int literalLength, int holes)
{
    private readonly StringBuilder _text = new(literalLength + (holes * 16));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => AppendEscaped(_text, text);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    public static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        AppendEscaped(result, text);
        return result.ToString();
    }

    private static void AppendEscaped(StringBuilder result, string? text)
    {
        foreach (var letter in text ?? "")
        {
            _ = letter switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                _ => result.Append(letter),
            };
        }
    }
}
