using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Reports;

/// <summary>How the shop is doing.</summary>
public sealed record ShowStatistics(Actor By) : IAdminRequest<StatisticsView>;

/// <param name="Credits">What is left at the provider; null when it did not say in time.</param>
/// <param name="Month">The last 30 days, today among them.</param>
/// <param name="Wanted">Ordered most often within the month.</param>
public sealed record StatisticsView(
    ShopFigures Figures, IReadOnlyList<WantedModel> Wanted, MarginSum Today, MarginSum Month, decimal? Credits, DateTimeOffset At);

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record WantedModel(ModelId Model, ModelCard? Card, int Orders);

/// <param name="BelowCost">Orders that were taken below cost, and what was lost by that.</param>
public sealed record MarginSum(Money Margin, int BelowCost, Money Lost)
{
    internal static MarginSum Of(IEnumerable<MarginFigure> figures) => figures.Aggregate(
        new MarginSum(Money.Zero, 0, Money.Zero),
        (sum, figure) => new MarginSum(sum.Margin + figure.Margin, sum.BelowCost + figure.BelowCost, sum.Lost + figure.Lost));
}

internal sealed class ShowStatisticsHandler(
    AdminGate gate, IReports reports, ICatalog catalog, IGenerationProvider provider, ShopOptions options, TimeProvider time)
    : AdminHandler<ShowStatistics, StatisticsView>(gate, AdminAct.LookAround)
{
    private const int MarginDays = 30;

    /// <summary>The screen does not wait for a slow neighbour.</summary>
    private static readonly TimeSpan CreditsWithin = TimeSpan.FromSeconds(2);

    protected override async Task<StatisticsView> Serve(ShowStatistics request, AdminRights rights, CancellationToken token)
    {
        var credits = Credits(token);
        var now = time.GetUtcNow();
        var today = options.DayOf(now);
        var figures = await reports.Figures(options.FigureDays(now), token);
        var margins = await reports.Margins(options.StartOf(today.AddDays(1 - MarginDays)), options.DayOffset, token);
        return new StatisticsView(
            figures,
            [.. figures.TopModels.Select(model => new WantedModel(model.Model, catalog.Current.Find(model.Model), model.Orders))],
            MarginSum.Of(margins.Where(figure => figure.Day == today)),
            MarginSum.Of(margins),
            await credits,
            now);
    }

    private async Task<decimal?> Credits(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var timer = time.CreateTimer(
            source => ((CancellationTokenSource)source!).Cancel(), patience, CreditsWithin, Timeout.InfiniteTimeSpan);
        try
        {
            return await provider.Credits(patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }
}
