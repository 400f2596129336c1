using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Free;

/// <summary>Free generations: how they are taken at confirm and where they go back to. Both inside the caller's unit of work.</summary>
internal sealed class FreeTier(ITrtDb db, FreeBudget budget, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    public FreeLimits Limits => new(terms.Current.Free.PerDay, terms.Current.Free.PerHour, options.DayOffset);

    /// <summary>Locks what the next free generations of this customer would come from.</summary>
    public async Task<FreeStock> Lock(UserId user, int copies, DateTimeOffset now, CancellationToken token)
    {
        var limits = Limits;
        var today = await db.LockFreeAllowance(user, options.DayOf(now), token);
        var use = new FreeUse(
            today.Used,
            limits.PerHour == 0 ? [] : await LastHour(user, now).ToListAsync(token),
            await db.FreeBanks.Where(bank => bank.UserId == user).Select(bank => bank.Available).FirstOrDefaultAsync(token),
            IsHouseOut: !await budget.HasRoom(today.Day, token));
        var room = FreeRoom.Of(limits, use, now);
        if (room.For(room.Of(copies)) != FreeSource.Bank)
        {
            return new FreeStock(room, today, null, limits);
        }

        var bank = await db.LockFreeBank(user, token);
        return new FreeStock(room with { Earned = bank.Available }, today, bank, limits);
    }

    /// <summary>
    /// When the day's free ones of the last sixty minutes were ordered. Those that brought nothing do not count, so a returned one is
    /// there again at once; reading the orders themselves leaves no second counter to keep right.
    /// </summary>
    public IQueryable<DateTimeOffset> LastHour(UserId user, DateTimeOffset now)
    {
        var since = now - FreeReturn.Hour;
        return db.Generations
            .Where(generation => generation.UserId == user
                && generation.CreatedAt > since
                && generation.FreeDay != null
                && !generation.IsFromBank
                && generation.Status != GenerationStatus.Failed
                && generation.Status != GenerationStatus.Cancelled
                && generation.Status != GenerationStatus.Expired)
            .Select(generation => generation.CreatedAt);
    }

    /// <param name="together">Taken at once, so from the same place.</param>
    public async Task GiveBack(IReadOnlyList<Generation> together, FreeTicket ticket, string reason, CancellationToken token)
    {
        var user = together[0].UserId;
        switch (ticket.Source)
        {
            case FreeSource.Day:
                var today = await db.LockFreeAllowance(user, ticket.Day, token);
                foreach (var _ in together)
                {
                    today.Return();
                }

                break;
            case FreeSource.Bank:
                var bank = await db.LockFreeBank(user, token);
                foreach (var generation in together)
                {
                    bank.Return(generation.Id, reason, time.GetUtcNow());
                }

                break;
            default:
                throw new InvalidOperationException($"Nothing is known about {ticket}");
        }
    }
}

/// <summary>The free generations of one customer, locked.</summary>
internal sealed class FreeStock(FreeRoom room, FreeAllowance today, FreeBank? bank, FreeLimits limits)
{
    public FreeRoom Room { get; private set; } = room;

    public FreeTicket Take(FreeSource source, GenerationId generation, DateTimeOffset now)
    {
        switch (source)
        {
            case FreeSource.Day when today.TryTake(limits.PerDay):
                Room = Room with { Today = Room.Today - 1, ThisHour = Room.ThisHour - 1 };
                break;
            case FreeSource.Bank when bank?.TrySpend(generation, now) == true:
                Room = Room with { Earned = bank.Available };
                break;
            default:
                throw new InvalidOperationException($"Nothing can be taken from {source} for generation {generation}");
        }

        return new FreeTicket(source, today.Day);
    }
}
