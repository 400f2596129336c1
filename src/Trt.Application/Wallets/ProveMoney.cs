using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>
/// The proof that no kopeck is missing: every wallet is the sum of its ledger, what is reserved belongs to open generations,
/// and no generation was paid twice.
/// </summary>
public sealed record ProveMoney : IRequest<MoneyProof>;

public sealed record MoneyProof(int Wallets, long Entries, Money Available, Money Reserved, IReadOnlyList<string> Differences);

internal sealed class ProveMoneyHandler(ITrtDb db) : IRequestHandler<ProveMoney, MoneyProof>
{
    private const int ReportedMax = 100;

    public async Task<MoneyProof> Handle(ProveMoney request, CancellationToken token)
    {
        // One moment for all queries: money keeps moving while we count.
        await using var snapshot = await db.BeginSnapshot(token);
        var wallets = await db.Wallets.AsNoTracking().ToDictionaryAsync(wallet => wallet.UserId, token);
        var sums = await db.Ledger
            .GroupBy(entry => entry.UserId)
            .Select(group => new
            {
                User = group.Key,
                Available = group.Sum(entry => entry.AvailableDelta),
                Reserved = group.Sum(entry => entry.ReservedDelta),
                Count = group.LongCount(),
            })
            .ToDictionaryAsync(sum => sum.User, token);
        var open = await db.Generations
            .Where(generation => GenerationStatuses.Open.Contains(generation.Status) && generation.FreeDay == null)
            .Select(generation => new { generation.UserId, generation.Price })
            .ToListAsync(token);
        var openByUser = open.GroupBy(generation => generation.UserId).ToDictionary(group => group.Key, group => group.Sum(generation => generation.Price.Kopecks));
        // A result that turned out smaller is settled by two entries, which together take no more than was set aside.
        var settledTwice = await db.Ledger
            .Where(entry => entry.Kind == EntryKind.Reserve || entry.Kind == EntryKind.Commit || entry.Kind == EntryKind.Release)
            .GroupBy(entry => entry.Reference)
            .Where(group => group.Sum(entry => entry.ReservedDelta) < 0)
            .Select(group => group.Key)
            .Take(ReportedMax)
            .ToListAsync(token);
        var reimbursedTooMuch = await db.Ledger
            .Where(entry => entry.Kind == EntryKind.Commit || entry.Kind == EntryKind.Reimburse)
            .GroupBy(entry => entry.Reference)
            .Where(group => group.Sum(entry => entry.AvailableDelta) > -group.Sum(entry => entry.ReservedDelta))
            .Select(group => group.Key)
            .Take(ReportedMax)
            .ToListAsync(token);

        var differences = new List<string>();
        foreach (var wallet in wallets.Values)
        {
            var sum = sums.GetValueOrDefault(wallet.UserId);
            if (wallet.Available.Kopecks != (sum?.Available ?? 0) || wallet.Reserved.Kopecks != (sum?.Reserved ?? 0))
            {
                differences.Add($"customer {wallet.UserId}: the wallet says {wallet.Available} + {wallet.Reserved}, the ledger {new Money(sum?.Available ?? 0)} + {new Money(sum?.Reserved ?? 0)}");
            }

            if (wallet.Reserved.Kopecks != openByUser.GetValueOrDefault(wallet.UserId))
            {
                differences.Add($"customer {wallet.UserId}: {wallet.Reserved} is reserved, open generations cost {new Money(openByUser.GetValueOrDefault(wallet.UserId))}");
            }
        }

        differences.AddRange(sums.Keys.Concat(openByUser.Keys).Distinct().Where(user => !wallets.ContainsKey(user)).Select(user => $"customer {user}: money moved without a wallet"));
        differences.AddRange(settledTwice.Select(generation => $"generation {generation} was settled more than once"));
        differences.AddRange(reimbursedTooMuch.Select(generation => $"generation {generation} gave back more than it took"));
        return new MoneyProof(
            wallets.Count,
            sums.Values.Sum(sum => sum.Count),
            new Money(wallets.Values.Sum(wallet => wallet.Available.Kopecks)),
            new Money(wallets.Values.Sum(wallet => wallet.Reserved.Kopecks)),
            [.. differences.Take(ReportedMax)]);
    }
}
