using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>
/// What an order of a model comes to: the customer's own last one at the price of today, else one that leaves all as it is.
/// </summary>
internal sealed class TypicalOrder(ITrtDb db, IShopTerms terms)
{
    public async Task<(Quote? Sum, bool IsOwn)> Of(UserId user, ModelCard card, CancellationToken token) =>
        await Last(user, card, token) is { } last
            ? (last, true)
            : (card.Prices.Quote(card.Inputs.Known(new Dictionary<string, InputValue>()), terms.Current.Prices), false);

    /// <summary>Where an order has one price there is nothing to tell.</summary>
    private async Task<Quote?> Last(UserId user, ModelCard card, CancellationToken token)
    {
        if (card.Prices.Unit == PriceUnit.Generation)
        {
            return null;
        }

        var inputs = await db.Generations.AsNoTracking()
            .Where(order => order.UserId == user && order.Model == card.Id)
            .OrderByDescending(order => order.CreatedAt)
            .Select(order => order.Inputs)
            .FirstOrDefaultAsync(token);
        return inputs is not null && card.Inputs.Check(inputs) is { IsValid: true } check
            ? card.Prices.Quote(check.Values, terms.Current.Prices)
            : null;
    }
}
