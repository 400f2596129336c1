using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>Free generations: how they are taken at confirm and where they go back to. Both inside the caller's unit of work.</summary>
internal sealed class FreeTier(ITrtDb db, ShopSettings settings, TimeProvider time)
{
    /// <summary>Locks what the next free generation of this customer would come from.</summary>
    public async Task<FreePurse> Lock(UserId user, ModelCard card, ShopTerms terms, DateTimeOffset now, CancellationToken token)
    {
        if (!card.IsFree)
        {
            return FreePurse.Closed;
        }

        var today = await db.LockFreeAllowance(user, settings.DayOf(now), token);
        var bank = today.Left(terms.Free.PerDay) > 0
            ? await db.FreeBanks.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == user, token)
            : await db.LockFreeBank(user, token);
        return new FreePurse(today, bank, terms.Free.PerDay);
    }

    public async Task GiveBack(Generation generation, FreeTicket ticket, string reason, CancellationToken token)
    {
        switch (ticket.Source)
        {
            case FreeSource.Day:
                (await db.LockFreeAllowance(generation.UserId, ticket.Day, token)).Return();
                break;
            case FreeSource.Bank:
                (await db.LockFreeBank(generation.UserId, token)).Return(generation.Id, reason, time.GetUtcNow());
                break;
            default:
                throw new InvalidOperationException($"Nothing is known about {ticket}");
        }
    }
}

/// <summary>The free generations of one customer, locked.</summary>
internal sealed class FreePurse(FreeAllowance? today, FreeBank? bank, int perDay)
{
    /// <summary>For what is never free.</summary>
    public static readonly FreePurse Closed = new(null, null, 0);

    public FreeRoom Room => new(today?.Left(perDay) ?? 0, bank?.Available ?? 0);

    public FreeTicket Take(GenerationId generation, DateTimeOffset now) => Room.Next switch
    {
        FreeSource.Day when today!.TryTake(perDay) => new FreeTicket(FreeSource.Day, today.Day),
        FreeSource.Bank when bank!.TrySpend(generation, now) => new FreeTicket(FreeSource.Bank, today!.Day),
        var source => throw new InvalidOperationException($"Nothing can be taken from {source} for generation {generation}"),
    };
}
