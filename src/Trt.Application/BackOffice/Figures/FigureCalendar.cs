using Trt.Application.Ports;

namespace Trt.Application.BackOffice.Figures;

/// <summary>Which hours or days a period consists of.</summary>
internal sealed record FigureCalendar(FigureSpan Span, IReadOnlyList<DateTimeOffset> Starts)
{
    private const int Hours = 24;

    public static FigureCalendar Of(FigurePeriod period, DateTimeOffset now, TimeSpan dayOffset)
    {
        if (period == FigurePeriod.Day)
        {
            var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
            return Of(hour.AddHours(1 - Hours), TimeSpan.FromHours(1), Hours, now, byDay: null);
        }

        var days = period == FigurePeriod.Week ? 7 : 30;
        var today = new DateTimeOffset(now.ToOffset(dayOffset).Date, dayOffset).ToUniversalTime();
        return Of(today.AddDays(1 - days), TimeSpan.FromDays(1), days, now, dayOffset);
    }

    private static FigureCalendar Of(DateTimeOffset from, TimeSpan step, int count, DateTimeOffset now, TimeSpan? byDay) =>
        new(new FigureSpan(from, now, byDay), [.. Enumerable.Range(0, count).Select(index => from + (index * step))]);
}
