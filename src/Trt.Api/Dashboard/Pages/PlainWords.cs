using System.Net;
using Trt.Api.Bot.Texts;

namespace Trt.Api.Dashboard.Pages;

/// <summary>What the chat says, for a page: without its marks and its little pictures.</summary>
internal static class PlainWords
{
    public static string Of(Html word)
    {
        var text = WebUtility.HtmlDecode(word.Plain().Value).ReplaceLineEndings(" ").Trim();
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not ('«' or '“' or '"' or '+' or '−' or '/'))
        {
            start++;
        }

        return text[start..];
    }
}
