using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.BackOffice.Reports;

/// <summary>The shop's days as moments.</summary>
internal static class ShopDays
{
    public static DateTimeOffset StartOf(this ShopOptions options, DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), options.DayOffset).ToUniversalTime();

    public static FigureDays FigureDays(this ShopOptions options, DateTimeOffset now)
    {
        var today = options.DayOf(now);
        return new FigureDays(today, options.StartOf(today), options.StartOf(today.AddDays(-6)), options.StartOf(today.AddDays(-29)));
    }
}
