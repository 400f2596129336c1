using System.Globalization;
using Trt.Application.Generations;
using Trt.Domain.Catalog;

namespace Trt.Api.Bot.Routes;

/// <summary>A page of the gallery and what of it is shown, in a few letters, so that everything opened from there finds back.</summary>
internal sealed record HistoryPlace(int Page, HistoryFilter Filter)
{
    public static readonly HistoryPlace Beginning = new(1, HistoryFilter.Everything);

    private const char Search = 'q';

    private static readonly (char Letter, HistoryFilter Filter)[] Letters =
    [
        ('e', HistoryFilter.Everything), ('f', new HistoryFilter(IsFavourites: true)), ('i', new HistoryFilter(OutputKind.Image)),
        ('v', new HistoryFilter(OutputKind.Video)), ('a', new HistoryFilter(OutputKind.Audio)), ('t', new HistoryFilter(OutputKind.Text)),
    ];

    public string[] Arguments
    {
        get
        {
            var letter = Letters.First(pair => pair.Filter == Filter with { IsSearch = false }).Letter;
            return [Page.ToString(CultureInfo.InvariantCulture), Filter.IsSearch ? $"{letter}{Search}" : $"{letter}"];
        }
    }

    /// <summary>Null for a button that names no place.</summary>
    public static HistoryPlace? Read(string? page, string? code) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && code is [var letter, .. var rest]
        && Letters.FirstOrDefault(pair => pair.Letter == letter).Filter is { } filter
            ? new HistoryPlace(Math.Clamp(number, 1, 1000), filter with { IsSearch = rest == $"{Search}" })
            : null;
}
