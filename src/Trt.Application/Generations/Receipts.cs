using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

internal sealed class Receipts(ITrtDb db, ICatalog catalog, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    public async Task<GenerationReceipt> Of(Generation generation, CancellationToken token)
    {
        var books = await OrderBooks.Of(db, generation, token);
        var entries = books.Entries;
        return new GenerationReceipt(
            generation,
            catalog.Current.Find(generation.Model),
            generation.CreatedAt.ToOffset(options.DayOffset),
            books.Taken,
            [
                .. entries.Where(entry => entry.Kind is EntryKind.Release or EntryKind.Reimburse or EntryKind.Adjust)
                    .Select(entry => Back(entry, generation)),
            ],
            entries is [var first, ..]
                ? new BalanceChange(new Money(first.AvailableAfter.Kopecks - first.AvailableDelta), entries[^1].AvailableAfter)
                : null,
            await FreeUse(generation, token));
    }

    private static MoneyBack Back(LedgerEntry entry, Generation generation) => new(
        new Money(entry.AvailableDelta),
        IsOperators(entry) ? BackReason.GivenBack : entry.Kind == EntryKind.Reimburse ? BackReason.LostOnTheWay : generation.Status switch
        {
            GenerationStatus.Succeeded or GenerationStatus.Delivered => NeverTaken(generation),
            // It was taken first and lost afterwards: then this is what was never taken.
            GenerationStatus.Failed when generation.Failure == FailureReason.ResultLost => NeverTaken(generation),
            GenerationStatus.Expired => BackReason.Expired,
            GenerationStatus.Cancelled => BackReason.Cancelled,
            GenerationStatus.Failed => BackReason.Failed,
            GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Uncertain or GenerationStatus.Running =>
                throw new InvalidOperationException($"Generation {generation.Id} is under way and has given money back"),
        });

    private static bool IsOperators(LedgerEntry entry) => entry.Actor.StartsWith(Actor.Prefix, StringComparison.Ordinal);

    private static BackReason NeverTaken(Generation generation) => generation.IsAtMost ? BackReason.CostLess : BackReason.LessThanOrdered;

    private async Task<ReceiptOfFree?> FreeUse(Generation generation, CancellationToken token)
    {
        if (generation.Ticket is not { Day: var day, Source: var source })
        {
            return null;
        }

        var used = await db.FreeAllowances
            .Where(free => free.UserId == generation.UserId && free.Day == day)
            .Select(free => free.Used)
            .FirstOrDefaultAsync(token);
        var isGivenBack = generation.Status is GenerationStatus.Failed or GenerationStatus.Cancelled or GenerationStatus.Expired;
        return new ReceiptOfFree(
            day, day == options.DayOf(time.GetUtcNow()), used, terms.Current.Free.PerDay, source == FreeSource.Bank, isGivenBack);
    }
}
