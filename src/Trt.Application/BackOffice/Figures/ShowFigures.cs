using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Figures;

/// <summary>How the shop has done: money, orders, what fails, what waits, how long the provider's account will last.</summary>
/// <param name="AsksProvider">What is left of our account there; whoever must not wait for a neighbour is told what it said last.</param>
public sealed record ShowFigures(Actor By, FigurePeriod Period = FigurePeriod.Day, bool AsksProvider = true) : IAdminRequest<FiguresView>;

/// <summary>How far the newcomers of a period have come: from the first word to paying again.</summary>
public sealed record ShowFunnel(Actor By, FigurePeriod Period) : IAdminRequest<Funnel>;

public enum FigurePeriod
{
    /// <summary>The last 24 hours, the one under way among them.</summary>
    Day,

    /// <summary>The last 7 days, today among them.</summary>
    Week,

    /// <summary>The last 30 days.</summary>
    Month,
}

/// <param name="Buckets">Each hour or day of the period, those without anything too.</param>
/// <param name="Failures">The models with most failures, at most five.</param>
public sealed record FiguresView(
    FigurePeriod Period,
    DateTimeOffset At,
    MoneyFigure Money,
    OrderSum Orders,
    IReadOnlyList<ModelFailures> Failures,
    OpenOrders Open,
    ProviderAccount Account,
    IReadOnlyList<FigureBucket> Buckets,
    AdminRights Rights)
{
    public Money Margin => Money.Spent - Orders.Cost;
}

/// <summary>What ended, and how much of it cost what.</summary>
public sealed record OrderSum(int Begun, int Done, int Failed, int Expired, int Cancelled, int Free, Money Cost, TimeSpan Waited)
{
    /// <summary>Of all that ended otherwise than by their customer; null when nothing did.</summary>
    public decimal? SuccessPercent => Done + Failed + Expired is > 0 and var ended ? 100m * Done / ended : null;

    /// <summary>From the press to the result; null when there was none.</summary>
    public TimeSpan? Wait => Done > 0 ? Waited / Done : null;

    internal static OrderSum Of(IEnumerable<OrderFigure> figures) => figures.Aggregate(
        new OrderSum(0, 0, 0, 0, 0, 0, Domain.Shared.Money.Zero, TimeSpan.Zero),
        (sum, each) => new OrderSum(
            sum.Begun + each.Begun, sum.Done + each.Done, sum.Failed + each.Failed, sum.Expired + each.Expired,
            sum.Cancelled + each.Cancelled, sum.Free + each.Free, sum.Cost + each.Cost, sum.Waited + each.Waited));
}

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record ModelFailures(ModelId Model, ModelCard? Card, int Failed, int Ended);

/// <param name="Credits">Null when the provider did not say.</param>
/// <param name="Worth">The same in our money.</param>
/// <param name="Lasts">At the pace of the last days; null when that cannot be told.</param>
public sealed record ProviderAccount(decimal? Credits, Money? Worth, TimeSpan? Lasts);

/// <param name="Kinds">Orders begun, by what they make; the models that have left the catalog are not in it.</param>
public sealed record FigureBucket(
    DateTimeOffset At, MoneyFigure Money, OrderSum Orders, IReadOnlyDictionary<OutputKind, int> Kinds);

internal sealed class ShowFunnelHandler(AdminGate gate, IFigures figures, ShopOptions options, TimeProvider time)
    : AdminHandler<ShowFunnel, Funnel>(gate, AdminAct.ReadFigures)
{
    protected override Task<Funnel> Serve(ShowFunnel request, AdminRights rights, CancellationToken token) =>
        figures.Newcomers(FigureCalendar.Of(request.Period, time.GetUtcNow(), options.DayOffset).Span.From, token);
}

internal sealed class ShowFiguresHandler(
    AdminGate gate, IFigures figures, ICatalog catalog, AccountWatch account, ShopOptions options, TimeProvider time)
    : AdminHandler<ShowFigures, FiguresView>(gate, AdminAct.ReadFigures)
{
    private const int FailuresShown = 5;

    protected override async Task<FiguresView> Serve(ShowFigures request, AdminRights rights, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var buckets = FigureCalendar.Of(request.Period, now, options.DayOffset);
        var table = await figures.Read(buckets.Span, token);
        return new FiguresView(
            request.Period,
            now,
            MoneyFigure.Sum(table.Money, buckets.Span.From),
            OrderSum.Of(table.Orders),
            Failures(table.Orders),
            await figures.Open(token),
            await account.Look(request.AsksProvider, token),
            [.. buckets.Starts.Select(at => Bucket(at, table))],
            rights);
    }

    private List<ModelFailures> Failures(IReadOnlyList<OrderFigure> orders) =>
    [
        .. orders.GroupBy(figure => figure.Model)
            .Select(model => (Model: model.Key, Sum: OrderSum.Of(model)))
            .Select(model => new ModelFailures(
                model.Model, catalog.Current.Find(model.Model), model.Sum.Failed + model.Sum.Expired,
                model.Sum.Done + model.Sum.Failed + model.Sum.Expired))
            .Where(model => model.Failed > 0)
            .OrderByDescending(model => model.Failed)
            .ThenBy(model => model.Model.Value, StringComparer.Ordinal)
            .Take(FailuresShown),
    ];

    private FigureBucket Bucket(DateTimeOffset at, FigureTable table)
    {
        var orders = table.Orders.Where(figure => figure.At == at).ToList();
        return new FigureBucket(
            at,
            MoneyFigure.Sum(table.Money.Where(figure => figure.At == at), at),
            OrderSum.Of(orders),
            orders.Where(figure => figure.Begun > 0 && catalog.Current.Find(figure.Model) is not null)
                .GroupBy(figure => catalog.Current.Find(figure.Model)!.Output)
                .ToDictionary(kind => kind.Key, kind => kind.Sum(figure => figure.Begun)));
    }
}
