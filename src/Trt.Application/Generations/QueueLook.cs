using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>What a queued order waits for, as its customer is told.</summary>
internal sealed class QueueLook(
    ITrtDb db, Standstill standstill, RunTimes times, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>Null for one that has left.</summary>
    public async Task<QueuePlace?> PlaceOf(Generation order, ModelCard? card, CancellationToken token)
    {
        if (order.Status != GenerationStatus.Queued)
        {
            return null;
        }

        return Obstacle(order, card, await db.OpenBefore(order, token))
            ?? Grace(order)
            ?? new QueuePlace(WaitReason.Turn, await Ahead(order, token));
    }

    public RunTime? Takes(Generation order, ModelCard? card) => card is null ? null : times.Of(card, order.Sku);

    /// <summary>Whoever cannot start at once waits longer than others; that is promised here.</summary>
    /// <param name="own">How many of the same customer were begun before and are still open.</param>
    public QueuePlace Enter(Generation order, ModelCard card, int own)
    {
        if (card.IsResting || Obstacle(order, card, own) is not null)
        {
            order.WaitUntil(order.CreatedAt + terms.Current.Orders.WaitMax);
        }

        return Obstacle(order, card, own) ?? Grace(order) ?? new QueuePlace(WaitReason.Turn);
    }

    private QueuePlace? Obstacle(Generation order, ModelCard? card, int own) =>
        order.WaitsUntil is not null && card is { IsResting: true } ? new QueuePlace(WaitReason.ModelRests, Since: card.RestsSince)
        : standstill.Now is { } pause ? new QueuePlace(WaitReason.StartsPaused, Since: pause.Since)
        : own >= options.OpenPerCustomerMax ? new QueuePlace(WaitReason.OwnOrders, own)
        : null;

    private QueuePlace? Grace(Generation order) =>
        order.CreatedAt + terms.Current.Orders.Grace - time.GetUtcNow() is { Ticks: > 0 } wait
            ? new QueuePlace(WaitReason.Grace) { LeavesIn = wait }
            : null;

    private Task<int> Ahead(Generation order, CancellationToken token) => db.Generations.CountAsync(
        other => other.Status == GenerationStatus.Queued && other.CreatedAt < order.CreatedAt, token);
}

internal static class OwnOrders
{
    /// <summary>
    /// So many of the same customer were begun before this one and have not ended. Nobody can be added to them, so whoever asks needs no
    /// lock: the first few open ones may run, and there are never more of those.
    /// </summary>
    public static async Task<int> OpenBefore(this ITrtDb db, Generation order, CancellationToken token)
    {
        var open = await db.Generations
            .Where(other => other.UserId == order.UserId && GenerationStatuses.Open.Contains(other.Status))
            .OrderBy(other => other.CreatedAt)
            .ThenBy(other => other.Id)
            .Select(other => other.Id)
            .ToListAsync(token);
        return Math.Max(0, open.IndexOf(order.Id));
    }
}
