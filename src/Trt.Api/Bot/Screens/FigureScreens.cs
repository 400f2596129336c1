using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Figures;
using Trt.Domain.Shared;
using Trt.Infrastructure.Charts;

namespace Trt.Api.Bot.Screens;

/// <summary>The figures on the panel, and the same as a picture.</summary>
internal static class FigureScreens
{
    public static Keyboard Periods(Language l, FiguresView view) => new Keyboard()
        .Row([.. Periods(view.Period, period => new AdminFiguresRoute(period), l)])
        .Row(
            new AdminChartsRoute(view.Period).Button(FiguresTexts.Charts(l)),
            new AdminFiguresRoute(view.Period).Button(GenerationTexts.Refresh(l)));

    public static Screen Charts(Language l, FiguresView view) => new(
        FiguresTexts.Caption(l, view),
        new Keyboard()
            .Row([.. Periods(view.Period, period => new AdminChartsRoute(period), l)])
            .Row(AdminScreens.Back(l)))
    {
        Picture = new Lazy<byte[]>(() => ChartPicture.Png(ChartTexts.Of(l, view))),
    };

    private static IEnumerable<Button> Periods(FigurePeriod shown, Func<FigurePeriod, Route> route, Language l) =>
        Enum.GetValues<FigurePeriod>().Select(period => route(period).Button(
            HistoryTexts.Chosen(FiguresTexts.Period(l, period), period == shown)));
}
