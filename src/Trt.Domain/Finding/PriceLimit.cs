using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Domain.Finding;

/// <summary>"Дешевле 20", "до 50 рублей", "under 30": the most that may be asked.</summary>
internal static class PriceLimit
{
    private const long RoublesMax = 1_000_000;

    private static readonly string[] Limits =
        ["до", "дешевле", "меньше", "ниже", "максимум", "under", "below", "cheaper", "less", "max", "up", "within", "подешевле"];

    public static Money? In(IReadOnlyList<Word> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (Number(words[at].Text) is { } roubles
                && (Limits.Contains(words[at - 1].Text) || (at > 1 && Limits.Contains(words[at - 2].Text))
                || (at + 1 < words.Count && words[at - 1].Text is "за" or "for" && words[at + 1]
                    .Text.StartsWith("руб", StringComparison.Ordinal))))
            {
                return new Money((long)(roubles * 100));
            }
        }

        return null;
    }

    private static decimal? Number(string word) =>
        decimal.TryParse(word.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= RoublesMax
            ? number
            : null;
}
