using Trt.Application.Ports;
using Trt.Application.Settings;

namespace Trt.Application.Operations.Reports;

/// <summary>The shop's days as moments.</summary>
internal static class ShopDays
{
    public static DateTimeOffset StartOf(this ShopSettings settings, DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), settings.DayOffset).ToUniversalTime();

    public static FigureDays FigureDays(this ShopSettings settings, DateTimeOffset now)
    {
        var today = settings.DayOf(now);
        return new FigureDays(today, settings.StartOf(today), settings.StartOf(today.AddDays(-6)), settings.StartOf(today.AddDays(-29)));
    }
}
