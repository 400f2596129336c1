using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>What the ledger says of one order: how much was taken for it and how much of that came back.</summary>
/// <param name="Entries">In the order in which they happened.</param>
/// <param name="CameBack">Of what was taken; what was never taken is not in it.</param>
internal sealed record OrderBooks(IReadOnlyList<LedgerEntry> Entries, Money Taken, Money CameBack)
{
    /// <summary>The order in which one order's movements happen; those of one save share their moment.</summary>
    private static readonly EntryKind[] Kinds =
        [EntryKind.Reserve, EntryKind.Commit, EntryKind.Release, EntryKind.Reimburse, EntryKind.Adjust];

    public Money Left => Taken - CameBack;

    public static string RestOf(GenerationId id) => $"rest:{id}";

    public static async Task<OrderBooks> Of(ITrtDb db, Generation generation, CancellationToken token)
    {
        var (reference, rest) = (generation.Id.ToString(), RestOf(generation.Id));
        var found = await db.Ledger.AsNoTracking()
            .Where(entry => Kinds.Contains(entry.Kind) && (entry.Reference == reference || entry.Reference == rest))
            .Where(entry => entry.UserId == generation.UserId)
            .ToListAsync(token);
        return new OrderBooks(
            [.. found.OrderBy(entry => Array.IndexOf(Kinds, entry.Kind))],
            new Money(-found.Where(entry => entry.Kind == EntryKind.Commit).Sum(entry => entry.ReservedDelta)),
            new Money(found.Where(entry => entry.Kind is EntryKind.Reimburse or EntryKind.Adjust).Sum(entry => entry.AvailableDelta)));
    }
}
