using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>Whether an order may leave for the provider now, and when to ask again.</summary>
internal sealed class StartingLine(ITrtDb db, IPace pace, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>Those before it end at any moment.</summary>
    private static readonly TimeSpan OwnTurn = TimeSpan.FromSeconds(5);

    /// <summary>Null when nothing stands in the way; then the start is taken from the shop's allowance.</summary>
    public async Task<LaterOutcome?> Obstacle(Generation order, ModelCard card, CancellationToken token)
    {
        if (order.WaitsUntil is not null && card.IsResting)
        {
            return Together(Pauses.LookAgain, "the model rests");
        }

        if (terms.Current.Orders.ArePaused || await pace.IsPaused(Pauses.Provider, token))
        {
            return Together(Pauses.LookAgain, "starts are paused");
        }

        if (await db.OpenBefore(order, token) >= options.OpenPerCustomerMax)
        {
            return Together(OwnTurn, "others of this customer are under way");
        }

        return await pace.WaitForSubmit(token) is { } wait
            ? LaterOutcome.After(wait, "waiting for our turn at the provider")
            : null;
    }

    /// <summary>The account needs the operator: nobody else tries for a while.</summary>
    public Task Close(ProviderRefusal reason, CancellationToken token) =>
        pace.Pause(Pauses.Provider, Pauses.ProviderPause, reason.ToString(), token);

    /// <summary>All that wait look again at the same moment, so that they leave in the order in which they came.</summary>
    public LaterOutcome Together(TimeSpan period, string why) =>
        LaterOutcome.After(TimeSpan.FromTicks(period.Ticks - (time.GetUtcNow().UtcTicks % period.Ticks)), why);
}
