using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Generations;

/// <summary>An order as a piece in its customer's gallery.</summary>
/// <param name="Card">Null when the model has left the catalog since.</param>
/// <param name="Words">What was asked for; null where nothing was written.</param>
/// <param name="Taken">What it cost in the end; while it is under way, what is set aside for it.</param>
/// <param name="OrderedAt">By the customer's clock.</param>
public sealed record Work(Generation Generation, ModelCard? Card, string? Words, Money Taken, DateTimeOffset OrderedAt);

internal sealed class Works(ITrtDb db, ICatalog catalog, ShopOptions options)
{
    /// <summary>In the order of the ids; what is not this customer's is left out.</summary>
    public async Task<IReadOnlyList<Work>> Of(UserId user, IReadOnlyList<GenerationId> ids, CancellationToken token)
    {
        var zone = await db.ZoneOf(user, options, token);
        var references = ids.Select(id => id.ToString()).ToList();
        var made = await db.Generations.AsNoTracking()
            .Where(generation => generation.UserId == user && ids.Contains(generation.Id) && generation.DeletedAt == null)
            .ToDictionaryAsync(generation => generation.Id, token);
        var entries = await db.Ledger.AsNoTracking()
            .Where(entry => entry.UserId == user
                && (entry.Kind == EntryKind.Commit || entry.Kind == EntryKind.Reimburse)
                && references.Contains(entry.Reference))
            .ToListAsync(token);
        var taken = entries.ToLookup(
            entry => entry.Reference, entry => entry.Kind == EntryKind.Commit ? -entry.ReservedDelta : -entry.AvailableDelta);
        return [.. ids.Where(made.ContainsKey).Select(id => Of(made[id], new Money(taken[id.ToString()].Sum()), zone))];
    }

    private Work Of(Generation generation, Money taken, TimeSpan zone)
    {
        var card = catalog.Current.Find(generation.Model);
        return new Work(
            generation,
            card,
            Described.Words(card, generation.Inputs),
            generation.Status.IsOpen() ? generation.Price : taken,
            generation.CreatedAt.ToOffset(zone));
    }
}
