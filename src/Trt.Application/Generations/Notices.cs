using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>Gathers what a message about a generation tells: in the customer's language, with the balance as it is now.</summary>
internal sealed class Notices(ITrtDb db, ICatalog catalog, Receipts receipts, IShopTerms terms, ShopSettings settings, TimeProvider time)
{
    /// <summary>For the messages that tell an end.</summary>
    public async Task<GenerationNotice> WithReceipt(Generation generation, CancellationToken token) =>
        await About(generation, token) with { Receipt = await receipts.Of(generation, token) };

    public async Task<GenerationNotice> About(Generation generation, CancellationToken token)
    {
        var day = settings.DayOf(time.GetUtcNow());
        var customer = await db.Users
            .Where(user => user.Id == generation.UserId)
            .Select(user => new
            {
                user.Language,
                Balance = db.Wallets.Where(wallet => wallet.UserId == user.Id).Select(wallet => (Money?)wallet.Available).FirstOrDefault(),
                FreeUsed = db.FreeAllowances.Where(free => free.UserId == user.Id && free.Day == day).Select(free => free.Used).FirstOrDefault(),
                Earned = db.FreeBanks.Where(bank => bank.UserId == user.Id).Select(bank => bank.Available).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(token);
        return new GenerationNotice(
            generation,
            catalog.Current.Find(generation.Model),
            customer?.Language ?? Language.Russian,
            customer?.Balance ?? Money.Zero,
            new FreeRoom(Math.Max(0, terms.Current.Free.PerDay - (customer?.FreeUsed ?? 0)), customer?.Earned ?? 0));
    }
}
