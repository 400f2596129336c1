using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.BackOffice.Figures;

/// <summary>What is left on the account at the provider, and for how long that will do.</summary>
internal sealed class AccountWatch(ProviderCredits account, IFigures figures, IShopTerms terms, TimeProvider time)
{
    private const int PaceDays = 3;

    /// <summary>The screen does not wait for a slow neighbour.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <param name="asks">Whoever does not ask is told what the provider said last.</param>
    public async Task<ProviderAccount> Look(bool asks, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if ((asks ? await Credits(token) : account.Last) is not { } left)
        {
            return new ProviderAccount(null, null, null);
        }

        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var since = hour.AddDays(-PaceDays);
        var spent = (await figures.Read(new FigureSpan(since, now, ByDay: null), token)).Orders.Where(each => each.Credits > 0).ToList();
        return new ProviderAccount(left, terms.Current.Prices.Cost(left), Lasts(left, spent, now));
    }

    /// <summary>A shop that opened yesterday is judged by a day, not by three.</summary>
    private static TimeSpan? Lasts(decimal left, List<OrderFigure> spent, DateTimeOffset now)
    {
        if (spent.Count == 0 || left <= 0)
        {
            return left <= 0 ? TimeSpan.Zero : null;
        }

        var hours = Math.Max(1, (now - spent.Min(each => each.At)).TotalHours);
        var perHour = (double)spent.Sum(each => each.Credits) / hours;
        return TimeSpan.FromHours(Math.Min((double)left / perHour, TimeSpan.FromDays(9999).TotalHours));
    }

    private async Task<decimal?> Credits(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var timer = time.CreateTimer(
            source => ((CancellationTokenSource)source!).Cancel(), patience, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            return await account.Ask(patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }
}
