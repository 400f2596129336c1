using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>What an order would have to wait for if it were confirmed now, and for how long at the most.</summary>
public sealed record WaitOffer(QueuePlace Place, DateTimeOffset Until)
{
    /// <summary>Nobody knows when it goes on, so the customer has to say that they wait.</summary>
    public bool IsAgreed => Place.Reason is WaitReason.StartsPaused or WaitReason.ModelRests;
}

internal sealed class WaitOffers(ITrtDb db, Standstill standstill, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>Null when it starts at once.</summary>
    public async Task<WaitOffer?> For(UserId user, ModelCard card, CancellationToken token)
    {
        var place = card.IsResting ? new QueuePlace(WaitReason.ModelRests, Since: card.RestsSince)
            : standstill.Now is { } pause ? new QueuePlace(WaitReason.StartsPaused, Since: pause.Since)
            : await Open(user, token) is var own && own >= options.OpenPerCustomerMax ? new QueuePlace(WaitReason.OwnOrders, own)
            : null;
        return place is null ? null : new WaitOffer(place, time.GetUtcNow() + terms.Current.Orders.WaitMax);
    }

    private Task<int> Open(UserId user, CancellationToken token) => db.Generations.CountAsync(
        generation => generation.UserId == user && GenerationStatuses.Open.Contains(generation.Status), token);
}
