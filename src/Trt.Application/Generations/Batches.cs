using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>Orders that were agreed to together: each with its own money, told as one.</summary>
internal sealed class Batches(ITrtDb db, ICatalog catalog)
{
    /// <summary>Null for an order that stands alone.</summary>
    public async Task<BatchState?> Of(Generation generation, CancellationToken token)
    {
        if (generation.Batch is not { } batch)
        {
            return null;
        }

        var orders = await db.Generations.AsNoTracking()
            .Where(order => order.UserId == generation.UserId && order.Batch == batch)
            .ToListAsync(token);
        var taken = await Taken(orders, token);
        return new BatchState(
            orders.Count,
            orders.Count(order => order.Status is GenerationStatus.Succeeded or GenerationStatus.Delivered),
            orders.Count(order => order.Status.IsOpen()),
            new Money(taken.Values.Sum()))
        {
            Entrants = orders.Select(order => order.Model).Distinct().Count() > 1 ? Entrants(batch, orders, taken) : [],
        };
    }

    /// <summary>Locks all that belong together, always in the same order; whoever settles one of them locks its money afterwards.</summary>
    public async Task<IReadOnlyList<Generation>> Lock(Generation generation, CancellationToken token)
    {
        if (generation.Batch is not { } batch)
        {
            return [generation];
        }

        var ids = await db.Generations.AsNoTracking()
            .Where(order => order.UserId == generation.UserId && order.Batch == batch)
            .OrderBy(order => order.Id)
            .Select(order => order.Id)
            .ToListAsync(token);
        List<Generation> locked = [];
        foreach (var id in ids)
        {
            locked.Add((await db.LockGeneration(id, token))!);
        }

        return locked;
    }

    private async Task<Dictionary<string, long>> Taken(List<Generation> orders, CancellationToken token)
    {
        var (user, references) = (orders[0].UserId, orders.Select(order => order.Id.ToString()).ToList());
        var entries = await db.Ledger.AsNoTracking()
            .Where(entry => entry.UserId == user && entry.Kind == EntryKind.Commit && references.Contains(entry.Reference))
            .Select(entry => new { entry.Reference, entry.ReservedDelta })
            .ToListAsync(token);
        return entries.GroupBy(entry => entry.Reference)
            .ToDictionary(group => group.Key, group => -group.Sum(entry => entry.ReservedDelta));
    }

    /// <summary>The one that was chosen first, then as the shop lists them.</summary>
    private List<EntrantState> Entrants(GenerationId first, List<Generation> orders, Dictionary<string, long> taken) =>
    [
        .. orders.Select(order => (Order: order, Card: catalog.Current.Find(order.Model)))
            .OrderBy(pair => pair.Order.Id != first)
            .ThenBy(pair => pair.Card?.Order)
            .ThenBy(pair => pair.Order.Model.Value, StringComparer.Ordinal)
            .Select((pair, index) => new EntrantState(
                index + 1, pair.Order, pair.Card, new Money(taken.GetValueOrDefault(pair.Order.Id.ToString())), Took(pair.Order))),
    ];

    private static TimeSpan? Took(Generation order) =>
        order is { FinishedAt: { } end, Result.Count: > 0 } ? end - (order.SubmittedAt ?? order.CreatedAt) : null;
}
