using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Gathers what a message about a generation tells: in the customer's language, with the balance as it is now.</summary>
internal sealed class Notices(
    ITrtDb db, ICatalog catalog, Receipts receipts, FundsReader funds, QueueLook queue, Batches batches, ShopOptions options,
    TimeProvider time)
{
    /// <summary>For the messages that tell an end.</summary>
    public async Task<GenerationNotice> WithReceipt(Generation generation, CancellationToken token) =>
        await About(generation, token) with { Receipt = await receipts.Of(generation, token) };

    /// <summary>For the message that brings the result.</summary>
    public async Task<GenerationNotice> WithResult(Generation generation, CancellationToken token)
    {
        var hasHadSome = await db.Generations.AnyAsync(
            other => other.UserId == generation.UserId && other.Status == GenerationStatus.Delivered && other.Id != generation.Id, token);
        return await About(generation, token) with { IsFirst = !hasHadSome };
    }

    public async Task<GenerationNotice> About(Generation generation, CancellationToken token)
    {
        var customer = await db.Users
            .Where(user => user.Id == generation.UserId)
            .Select(user => new { user.Language, user.UtcOffsetMinutes })
            .FirstOrDefaultAsync(token);
        var money = await funds.Read(generation.UserId, token);
        var card = catalog.Current.Find(generation.Model);
        return new GenerationNotice(generation, card, customer?.Language ?? Language.Russian, money.Balance, money.Free)
        {
            Answers = generation.AskedIn,
            Queue = await queue.PlaceOf(generation, card, token),
            Takes = queue.Takes(generation, card),
            Elapsed = time.GetUtcNow() - generation.CreatedAt,
            Zone = options.ZoneOf(customer?.UtcOffsetMinutes),
            Batch = await batches.Of(generation, token),
            Next = catalog.Current.After(generation),
        };
    }
}
