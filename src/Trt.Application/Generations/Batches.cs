using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>Variations that were agreed to together: orders of their own, each with its own money, told as one.</summary>
internal sealed class Batches(ITrtDb db)
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
            .Select(order => new { order.Id, order.Status })
            .ToListAsync(token);
        var references = orders.Select(order => order.Id.ToString()).ToList();
        var taken = await db.Ledger
            .Where(entry => entry.UserId == generation.UserId
                && entry.Kind == EntryKind.Commit
                && references.Contains(entry.Reference))
            .SumAsync(entry => -entry.ReservedDelta, token);
        return new BatchState(
            orders.Count,
            orders.Count(order => order.Status is GenerationStatus.Succeeded or GenerationStatus.Delivered),
            orders.Count(order => order.Status.IsOpen()),
            new Money(taken));
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
}
