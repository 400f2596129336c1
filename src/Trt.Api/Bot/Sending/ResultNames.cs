using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Drafts;

namespace Trt.Api.Bot.Sending;

/// <summary>What a file of ours is called when the customer finds it among their downloads.</summary>
internal static class ResultNames
{
    private const int TitleLengthMax = 40;

    /// <summary>"Кот-астронавт 2026-11-21 12-40", by the customer's clock; the extension comes with the file.</summary>
    public static string Of(GenerationNotice notice, int? number = null)
    {
        var words = TitleOf(notice) is { } title ? Plain(title) : "";
        var name = words.Length > 0 ? words : Plain(ModelOf(notice));
        var time = notice.Generation.CreatedAt.ToOffset(notice.Zone).ToString("yyyy-MM-dd HH-mm", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Cut(name)} {time}{(number is { } n ? $" {n}" : "")}");
    }

    /// <summary>What the customer called it, or asked for; null where nothing was written.</summary>
    public static string? TitleOf(GenerationNotice notice) => Described.Title(notice.Card, notice.Generation.Inputs);

    public static string ModelOf(GenerationNotice notice) => notice.Card?.Title.In(notice.Language) ?? notice.Generation.Model.Value;

    /// <summary>Letters, numbers and what no file system minds, with single spaces between the words.</summary>
    private static string Plain(string text) => string.Join(
        ' ',
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Trim('.', '-', ' ');

    /// <summary>At the end of a word where there is one.</summary>
    private static string Cut(string name) => name.Length <= TitleLengthMax ? name
        : name.LastIndexOf(' ', TitleLengthMax) is > 0 and var end ? name[..end]
        : name[..TitleLengthMax];
}
