using Microsoft.EntityFrameworkCore;
using Trt.Application.Chat;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>What a customer can spend at this moment: money and free generations. For showing; the decision takes the locks.</summary>
internal sealed class FundsReader(ITrtDb db, IShopTerms terms, ShopSettings settings, TimeProvider time)
{
    public async Task<CustomerFunds> Read(UserId user, CancellationToken token)
    {
        var day = settings.DayOf(time.GetUtcNow());
        var found = await db.Users
            .Where(known => known.Id == user)
            .Select(known => new
            {
                Balance = db.Wallets.Where(wallet => wallet.UserId == user).Select(wallet => (Money?)wallet.Available).FirstOrDefault(),
                FreeUsed = db.FreeAllowances.Where(free => free.UserId == user && free.Day == day).Select(free => free.Used).FirstOrDefault(),
                Earned = db.FreeBanks.Where(bank => bank.UserId == user).Select(bank => bank.Available).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(token);
        return new CustomerFunds(
            found?.Balance ?? Money.Zero, new FreeRoom(Math.Max(0, terms.Current.Free.PerDay - (found?.FreeUsed ?? 0)), found?.Earned ?? 0));
    }
}
