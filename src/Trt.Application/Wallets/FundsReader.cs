using Microsoft.EntityFrameworkCore;
using Trt.Application.Free;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>What a customer can spend at this moment: money and free generations. For showing; the decision takes the locks.</summary>
internal sealed class FundsReader(ITrtDb db, FreeTier free, FreeBudget budget, ShopOptions options, TimeProvider time)
{
    public async Task<CustomerFunds> Read(UserId user, CancellationToken token)
    {
        var (now, limits) = (time.GetUtcNow(), free.Limits);
        var day = options.DayOf(now);
        var found = await db.Users
            .Where(known => known.Id == user)
            .Select(known => new
            {
                Balance = db.Wallets.Where(wallet => wallet.UserId == user).Select(wallet => (Money?)wallet.Available).FirstOrDefault(),
                Today = db.FreeAllowances.Where(used => used.UserId == user && used.Day == day).Select(used => used.Used).FirstOrDefault(),
                Earned = db.FreeBanks.Where(bank => bank.UserId == user).Select(bank => bank.Available).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(token);
        var lastHour = limits.PerHour == 0 ? [] : await free.LastHour(user, now).ToListAsync(token);
        var use = new FreeUse(found?.Today ?? 0, lastHour, found?.Earned ?? 0, IsHouseOut: !await budget.HasRoom(day, token));
        return new CustomerFunds(found?.Balance ?? Money.Zero, FreeRoom.Of(limits, use, now));
    }
}
