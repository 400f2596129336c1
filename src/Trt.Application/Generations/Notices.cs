using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Wallets;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Gathers what a message about a generation tells: in the customer's language, with the balance as it is now.</summary>
internal sealed class Notices(ITrtDb db, ICatalog catalog, Receipts receipts, FundsReader funds, QueueLook queue, TimeProvider time)
{
    /// <summary>For the messages that tell an end.</summary>
    public async Task<GenerationNotice> WithReceipt(Generation generation, CancellationToken token) =>
        await About(generation, token) with { Receipt = await receipts.Of(generation, token) };

    public async Task<GenerationNotice> About(Generation generation, CancellationToken token)
    {
        var language = await db.Users
            .Where(user => user.Id == generation.UserId)
            .Select(user => (Language?)user.Language)
            .FirstOrDefaultAsync(token);
        var money = await funds.Read(generation.UserId, token);
        var card = catalog.Current.Find(generation.Model);
        return new GenerationNotice(generation, card, language ?? Language.Russian, money.Balance, money.Free)
        {
            Queue = await queue.PlaceOf(generation, card, token),
            Takes = queue.Takes(generation, card),
            Elapsed = time.GetUtcNow() - generation.CreatedAt,
        };
    }
}
