using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Looks at the shop as a whole: sums and whole tables, read beside the customers' work and never inside it.</summary>
public interface IReports
{
    Task<ShopFigures> Figures(FigureDays days, CancellationToken token);

    /// <summary>Results since then, by the day they came (at this offset from UTC) and by model.</summary>
    Task<IReadOnlyList<MarginFigure>> Margins(DateTimeOffset from, TimeSpan dayOffset, CancellationToken token);

    /// <summary>What happened between two moments.</summary>
    Task<DayFigures> Day(DateTimeOffset from, DateTimeOffset before, CancellationToken token);

    /// <summary>The names of the columns.</summary>
    IReadOnlyList<string> Columns(ExportTable table);

    /// <summary>One row at a time, in order of time; the table never stands in memory.</summary>
    IAsyncEnumerable<IReadOnlyList<object?>> Rows(ExportTable table, DateTimeOffset from, DateTimeOffset before, CancellationToken token);
}

/// <param name="Failed">Orders of that time that ended without a result.</param>
public sealed record DayFigures(Money PaidIn, Money PaidBack, int Orders, int Failed, int NewCustomers);

/// <summary>The moments at which today, the last 7 and the last 30 days begin.</summary>
public sealed record FigureDays(DateOnly Today, DateTimeOffset TodayFrom, DateTimeOffset WeekFrom, DateTimeOffset MonthFrom);
