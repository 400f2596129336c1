using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// The shop by the hour. Hours that are over are counted once and kept, so a month of a busy shop is read in milliseconds; the hours
/// since then are counted at each look.
/// </summary>
public interface IFigures
{
    /// <summary>Counts the hours that have ended since the last time, and those in which something may still have changed.</summary>
    Task Keep(DateTimeOffset now, CancellationToken token);

    /// <summary>Everything since then, by hour or by day.</summary>
    Task<FigureTable> Read(FigureSpan span, CancellationToken token);

    Task<OpenOrders> Open(CancellationToken token);

    /// <summary>How far those have come who came since then.</summary>
    Task<Funnel> Newcomers(DateTimeOffset since, CancellationToken token);
}

/// <param name="From">A whole hour.</param>
/// <param name="ByDay">Days at this offset from UTC; null = by hour.</param>
public sealed record FigureSpan(DateTimeOffset From, DateTimeOffset Now, TimeSpan? ByDay);

/// <summary>Only what is not empty.</summary>
public sealed record FigureTable(IReadOnlyList<MoneyFigure> Money, IReadOnlyList<OrderFigure> Orders);

/// <param name="At">When the hour or the day begins.</param>
/// <param name="In">What customers paid in.</param>
/// <param name="Out">What went back to where it was paid from.</param>
/// <param name="Spent">What was taken for results, less what came back of it.</param>
/// <param name="Gifts">Presents of the house.</param>
public sealed record MoneyFigure(DateTimeOffset At, Money In, Money Out, Money Spent, Money Gifts)
{
    public static MoneyFigure Sum(IEnumerable<MoneyFigure> figures, DateTimeOffset at) => figures.Aggregate(
        new MoneyFigure(at, Money.Zero, Money.Zero, Money.Zero, Money.Zero),
        (sum, each) => new MoneyFigure(at, sum.In + each.In, sum.Out + each.Out, sum.Spent + each.Spent, sum.Gifts + each.Gifts));
}

/// <param name="Begun">Confirmed in this time; the others ended in it.</param>
/// <param name="Free">Of those that are done.</param>
/// <param name="Cost">What the provider took for results.</param>
/// <param name="Waited">How long the customers of those that are done waited, all together.</param>
public sealed record OrderFigure(
    DateTimeOffset At, ModelId Model, int Begun, int Done, int Failed, int Expired, int Cancelled, int Free, Money Cost, decimal Credits,
    TimeSpan Waited);

/// <param name="Oldest">Since when the longest waiting of those in the queue waits; null when none does.</param>
/// <param name="Held">What customers have set aside for all of them.</param>
public sealed record OpenOrders(int Queued, int Running, DateTimeOffset? Oldest, Money Held);

/// <param name="PaidAgain">Paid in more than once.</param>
public sealed record Funnel(int Started, int Paid, int PaidAgain);
