using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>What the money of one generation did, read from its ledger entries and from nothing else.</summary>
/// <param name="Card">Null when the model has left the catalog since.</param>
/// <param name="OrderedAt">On the shop's own clock.</param>
/// <param name="Taken">What was taken for the result; what came back later is told apart.</param>
/// <param name="Balance">Null when nothing was paid.</param>
/// <param name="Free">Null when it was paid.</param>
public sealed record GenerationReceipt(
    Generation Generation,
    ModelCard? Card,
    DateTimeOffset OrderedAt,
    Money Taken,
    IReadOnlyList<MoneyBack> Back,
    BalanceChange? Balance,
    ReceiptOfFree? Free);

public sealed record MoneyBack(Money Amount, BackReason Reason);

public enum BackReason
{
    Failed,
    Expired,
    Cancelled,

    /// <summary>The result is smaller than what was ordered.</summary>
    LessThanOrdered,

    /// <summary>The result or a part of it was gone before it reached the chat.</summary>
    LostOnTheWay,
}

public sealed record BalanceChange(Money Before, Money After);

/// <param name="IsEarned">Not one of the day's: it was earned before.</param>
/// <param name="IsGivenBack">It brought nothing and does not count.</param>
public sealed record ReceiptOfFree(DateOnly Day, bool IsToday, int Used, int PerDay, bool IsEarned, bool IsGivenBack);

internal sealed class Receipts(ITrtDb db, ICatalog catalog, IShopTerms terms, ShopSettings settings, TimeProvider time)
{
    /// <summary>The order in which one generation's movements happen; those of one save share their moment.</summary>
    private static readonly EntryKind[] Kinds = [EntryKind.Reserve, EntryKind.Commit, EntryKind.Release, EntryKind.Reimburse];

    public async Task<GenerationReceipt> Of(Generation generation, CancellationToken token)
    {
        var reference = generation.Id.ToString();
        var found = await db.Ledger.AsNoTracking()
            .Where(entry => Kinds.Contains(entry.Kind) && entry.Reference == reference && entry.UserId == generation.UserId)
            .ToListAsync(token);
        var entries = found.OrderBy(entry => Array.IndexOf(Kinds, entry.Kind)).ToList();
        return new GenerationReceipt(
            generation,
            catalog.Current.Find(generation.Model),
            generation.CreatedAt.ToOffset(settings.DayOffset),
            new Money(-entries.Where(entry => entry.Kind == EntryKind.Commit).Sum(entry => entry.ReservedDelta)),
            [.. entries.Where(entry => entry.Kind is EntryKind.Release or EntryKind.Reimburse).Select(entry => Back(entry, generation))],
            entries is [var first, ..] ? new BalanceChange(new Money(first.AvailableAfter.Kopecks - first.AvailableDelta), entries[^1].AvailableAfter) : null,
            await FreeUse(generation, token));
    }

    private static MoneyBack Back(LedgerEntry entry, Generation generation) => new(
        new Money(entry.AvailableDelta),
        entry.Kind == EntryKind.Reimburse ? BackReason.LostOnTheWay : generation.Status switch
        {
            GenerationStatus.Succeeded or GenerationStatus.Delivered => BackReason.LessThanOrdered,
            // It was taken first and lost afterwards: then this is what was never taken.
            GenerationStatus.Failed when generation.Failure == FailureReason.ResultLost => BackReason.LessThanOrdered,
            GenerationStatus.Expired => BackReason.Expired,
            GenerationStatus.Cancelled => BackReason.Cancelled,
            GenerationStatus.Failed => BackReason.Failed,
            GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Uncertain or GenerationStatus.Running =>
                throw new InvalidOperationException($"Generation {generation.Id} is under way and has given money back"),
        });

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
        return new ReceiptOfFree(day, day == settings.DayOf(time.GetUtcNow()), used, terms.Current.Free.PerDay, source == FreeSource.Bank, isGivenBack);
    }
}
