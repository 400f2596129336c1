using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Application.Privacy;

/// <summary>
/// What is left of one order when its customer wants it forgotten: that it was ordered, when, how it ended and what its money did. It works
/// inside the caller's transaction, on a locked order.
/// </summary>
internal sealed class Forgetting(ITrtDb db, TimeProvider time)
{
    /// <returns>The messages that its result came in; null while something of it is still to come.</returns>
    public async Task<IReadOnlyList<long>?> Forget(Generation order, CancellationToken token)
    {
        var parts = await db.Deliveries.Where(part => part.UserId == order.UserId && part.GenerationId == order.Id).ToListAsync(token);
        if (parts.Exists(part => !part.IsSettled) || !order.Forget(time.GetUtcNow()))
        {
            return null;
        }

        var messages = parts.SelectMany(part => part.Messages).ToList();
        parts.ForEach(part => part.Forget());
        db.Originals.RemoveRange(
            await db.Originals.Where(copy => copy.UserId == order.UserId && copy.GenerationId == order.Id).ToListAsync(token));
        if (order.Place is { } place)
        {
            db.RecipeRuns.RemoveRange(
                await db.RecipeRuns.Where(run => run.UserId == order.UserId && run.Number == place.Run).ToListAsync(token));
        }

        db.ProviderCallbacks.RemoveRange(await db.ProviderCallbacks.Where(call => call.GenerationId == order.Id).ToListAsync(token));
        return messages;
    }
}
