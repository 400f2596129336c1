using System.Globalization;
using Trt.Application.BackOffice.Figures;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Charts;

namespace Trt.Api.Bot.Texts;

/// <summary>The figures as charts: what is drawn, and in which words. The font of the charts has no emoji.</summary>
internal static class ChartTexts
{
    private static readonly TimeSpan Shop = TimeSpan.FromHours(3);

    private static readonly (OutputKind Kind, ChartColour Colour)[] Kinds =
    [
        (OutputKind.Image, ChartColour.Blue), (OutputKind.Video, ChartColour.Violet), (OutputKind.Audio, ChartColour.Orange),
        (OutputKind.Text, ChartColour.Grey),
    ];

    public static ChartPage Of(Language l, FiguresView view)
    {
        var ticks = Ticks(l, view);
        return new ChartPage(
            FiguresTexts.Title(l, view.Period),
            [
                new ChartPanel(
                    l.Pick("Деньги", "Money"),
                    ChartShape.Beside,
                    [
                        Series(l.Pick("потрачено", "spent"), ChartColour.Green, bucket => bucket.Money.Spent.Kopecks / 100d),
                        Series(l.Pick("себестоимость", "cost"), ChartColour.Orange, bucket => bucket.Orders.Cost.Kopecks / 100d),
                    ],
                    ticks,
                    value => Rubles(l, value),
                    l.Pick("Трат пока нет", "Nothing has been spent yet")),
                new ChartPanel(
                    l.Pick("Заказы", "Orders"),
                    ChartShape.Stacked,
                    [
                        .. Kinds.Where(kind => view.Buckets.Any(bucket => bucket.Kinds.GetValueOrDefault(kind.Kind) > 0))
                            .Select(kind => Series(Name(l, kind.Kind), kind.Colour, bucket => bucket.Kinds.GetValueOrDefault(kind.Kind))),
                    ],
                    ticks,
                    value => Number(l, value),
                    l.Pick("Заказов пока нет", "There are no orders yet")),
                new ChartPanel(
                    l.Pick("Успешные заказы", "Orders that succeeded"),
                    ChartShape.Line,
                    [Series("", ChartColour.Green, bucket => (double?)bucket.Orders.SuccessPercent)],
                    ticks,
                    value => l.Pick($"{Number(l, value)} %", $"{Number(l, value)}%"),
                    l.Pick("Законченных заказов пока нет", "No order has ended yet"))
                {
                    Most = 100,
                },
                new ChartPanel(
                    l.Pick("Сколько ждут", "How long they wait"),
                    ChartShape.Beside,
                    [Series("", ChartColour.Blue, bucket => bucket.Orders.Wait?.TotalSeconds)],
                    ticks,
                    value => Time(l, value),
                    l.Pick("Готовых заказов пока нет", "No order is done yet"))
                {
                    Most = Longest(view),
                },
            ],
            l.Pick("За это время не было ни одного заказа", "There was not a single order in this time"));

        ChartSeries Series(string name, ChartColour colour, Func<FigureBucket, double?> value) =>
            new(name, colour, [.. view.Buckets.Select(value)]);
    }

    /// <summary>At most five, so that they stay apart on a phone.</summary>
    private static List<ChartTick> Ticks(Language l, FiguresView view)
    {
        var (every, first, format) = view.Period switch
        {
            FigurePeriod.Day => (6, 5, "HH:mm"),
            FigurePeriod.Week => (2, 0, l.Pick("dd.MM", "d MMM")),
            FigurePeriod.Month => (7, 1, l.Pick("dd.MM", "d MMM")),
        };
        return
        [
            .. Enumerable.Range(0, view.Buckets.Count)
                .Where(bucket => bucket % every == first)
                .Select(bucket => new ChartTick(
                    bucket, view.Buckets[bucket].At.ToOffset(Shop).ToString(format, CultureInfo.InvariantCulture))),
        ];
    }

    private static string Rubles(Language l, double value) => value >= 10
        ? new Money((long)Math.Round(value) * 100).In(l)
        : new Money((long)Math.Round(value * 100)).In(l);

    /// <summary>Seconds of which a half is a time that people say.</summary>
    private static double Longest(FiguresView view)
    {
        var longest = view.Buckets.Max(bucket => bucket.Orders.Wait?.TotalSeconds ?? 0);
        return new[] { 10d, 20, 60, 120, 240, 600, 1200, 2400, 3600, 7200, 14_400, 43_200 }.FirstOrDefault(step => step >= longest) is > 0 and var most
            ? most
            : longest;
    }

    private static string Time(Language l, double seconds) => seconds switch
    {
        < 60 => l.Pick($"{Number(l, seconds)} с", $"{Number(l, seconds)} s"),
        < 3600 => l.Pick($"{Number(l, seconds / 60)} мин", $"{Number(l, seconds / 60)} min"),
        _ => l.Pick($"{Number(l, seconds / 3600)} ч", $"{Number(l, seconds / 3600)} h"),
    };

    private static string Number(Language l, double value)
    {
        var text = value.ToString("#,0.#", CultureInfo.InvariantCulture);
        return l.Pick(text.Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ','), text);
    }

    private static string Name(Language l, OutputKind kind) => kind switch
    {
        OutputKind.Image => l.Pick("картинки", "pictures"),
        OutputKind.Video => l.Pick("видео", "films"),
        OutputKind.Audio => l.Pick("звук", "sound"),
        OutputKind.Text => l.Pick("тексты", "texts"),
    };
}
