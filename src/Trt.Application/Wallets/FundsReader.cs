using Microsoft.EntityFrameworkCore;
using Trt.Application.Chat;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Shared;

namespace Trt.Application.Wallets;

/// <summary>What a customer can spend at this moment: money and free generations. For showing; the decision takes the locks.</summary>
internal sealed class FundsReader(ITrtDb db, FreeBudget budget, ShopSettings settings, TimeProvider time)
{
    public async Task<CustomerFunds> Read(UserId user, CancellationToken token)
    {
        var day = settings.DayOf(time.GetUtcNow());
        var balance = await db.Wallets
            .Where(wallet => wallet.UserId == user)
            .Select(wallet => (Money?)wallet.Available)
            .FirstOrDefaultAsync(token);
        var freeUsed = await db.FreeAllowances
            .Where(free => free.UserId == user && free.Day == day)
            .Select(free => (int?)free.Used)
            .FirstOrDefaultAsync(token);
        var freeLeft = Math.Max(0, settings.FreePerDay - (freeUsed ?? 0));
        return new CustomerFunds(balance ?? Money.Zero, freeLeft > 0 && await budget.HasRoom(day, token) ? freeLeft : 0);
    }
}
