using System.Globalization;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;

namespace Trt.Api.Bot.Sending;

/// <summary>What a file of ours is called when the customer finds it among their downloads.</summary>
internal static class ResultNames
{
    private const int TitleLengthMax = 40;

    /// <summary>"Nano Banana Pro 2026-11-21 12-40"; the extension comes with the file.</summary>
    public static string Of(GenerationNotice notice, int? number = null)
    {
        var title = string.Concat((notice.Card?.Title.In(notice.Language) ?? notice.Generation.Model.Value).Select(Plain));
        var time = notice.Generation.CreatedAt.ToString("yyyy-MM-dd HH-mm", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Words.Shorten(title, TitleLengthMax)} {time}{(number is { } n ? $" {n}" : "")}");
    }

    /// <summary>Letters, numbers and what no file system minds.</summary>
    private static char Plain(char letter) => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' ? letter : '-';
}
