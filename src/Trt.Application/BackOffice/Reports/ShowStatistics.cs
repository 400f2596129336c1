using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Reports;

/// <summary>How the shop is doing.</summary>
public sealed record ShowStatistics(Actor By) : IAdminRequest<StatisticsView>;

/// <param name="Credits">What is left at the provider; null when it did not say in time.</param>
public sealed record StatisticsView(ShopFigures Figures, decimal? Credits, DateTimeOffset At);

internal sealed class ShowStatisticsHandler(
    AdminGate gate, IReports reports, IGenerationProvider provider, ShopOptions options, TimeProvider time)
    : AdminHandler<ShowStatistics, StatisticsView>(gate, AdminAct.LookAround)
{
    /// <summary>The screen does not wait for a slow neighbour.</summary>
    private static readonly TimeSpan CreditsWithin = TimeSpan.FromSeconds(2);

    protected override async Task<StatisticsView> Serve(ShowStatistics request, AdminRights rights, CancellationToken token)
    {
        var credits = Credits(token);
        var figures = await reports.Figures(options.FigureDays(time.GetUtcNow()), token);
        return new StatisticsView(figures, await credits, time.GetUtcNow());
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
