using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>What people say about costs: one change after the other, each saved with its audit entry.</summary>
internal sealed class CostBook(ITrtDb db, ICards cards, IShopTerms terms, CostsInUse inUse, TimeProvider time)
{
    public const string SetByHand = "cost.set";
    public const string Accepted = "cost.accepted";
    public const string Forgotten = "cost.forgotten";

    /// <summary>A person agrees: to a price that moved too far, or that sale goes on although too much was charged.</summary>
    public async Task<CostChange> Accept(ModelId id, string actor, string reason, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (cards.Current.Find(id)?.At(now) is not { } card)
        {
            return new CostChange.Refused(CostRefusal.Unknown, ModelNames.Objection(cards.Current, id)!);
        }

        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        if (await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == id, token) is not { } model)
        {
            return new CostChange.Refused(CostRefusal.NeverListed, $"The provider has never listed {id}; its card counts.");
        }

        var reading = ListReading.Of(card, model.Text, model.Title, now);
        if (model.Halt == CostHalt.Vanished || reading.Lines is null)
        {
            var why = model.Halt == CostHalt.Vanished ? model.HaltReason : reading.Why;
            return new CostChange.Refused(
                CostRefusal.NoPriceToTake,
                $"There is nothing to accept: {why}. Say what it costs: catalog prices set {id} <sku> <credits>");
        }

        var sheet = await Sheet(id, now, token);
        var changes = reading.Lines.Where(line => sheet.IsNew(card, line)).ToList();
        foreach (var line in changes)
        {
            sheet.Put(card, line, CostSource.Sync, model.SeenAt ?? now, new CostAct(actor, Accepted, reason));
        }

        if (changes.Count == 0 && model is { Halt: null, Trouble: null })
        {
            return new CostChange.Refused(
                CostRefusal.CountsAlready, $"There is nothing to accept: what the provider shows for {id} counts already.");
        }

        if (changes.Count == 0)
        {
            db.Audit.Add(AuditEntry.Of(actor, Accepted, $"cost:{id}", model.HaltReason, null, reason, now));
        }

        model.Believe(now, hasChanged: true);
        return await Save(work, changes.Count == 0 ? $"{id} is sold again." : Described(id, changes), token);
    }

    /// <summary>A person knows better than the card and the provider's text. It counts until it is forgotten.</summary>
    public async Task<CostChange> Set(SkuId id, decimal credits, string actor, string reason, CancellationToken token)
    {
        if (ModelNames.Objection(cards.Current, id) is { } objection)
        {
            return new CostChange.Refused(CostRefusal.Unknown, objection);
        }

        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var (card, now) = (cards.Current.Find(id.Model)!, time.GetUtcNow());
        var (sheet, line) = (await Sheet(card.Id, now, token), new SkuCredits(id.Sku, credits, null));
        sheet.Put(card, line, CostSource.Hand, now, new CostAct(actor, SetByHand, reason));
        var model = await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == card.Id, token);
        if (model?.Halt is CostHalt.Leapt or CostHalt.ChargedMore && card.Prices.Skus.All(sku => sheet.IsByHand(card, sku.Key)))
        {
            model.Believe(now, hasChanged: true);
        }

        return await Save(work, Described(card.Id, [line]), token);
    }

    /// <summary>What was taken and set for a model goes: its card counts until the provider's list is read again.</summary>
    public async Task<CostChange> Forget(ModelId id, string actor, string reason, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var lines = await db.LineCosts.Where(line => line.Model == id).ToListAsync(token);
        if (lines.Count == 0)
        {
            return ModelNames.Objection(cards.Current, id) is { } objection
                ? new CostChange.Refused(CostRefusal.Unknown, objection)
                : new CostChange.Refused(CostRefusal.NothingWasSet, $"Nothing was taken or set for {id}; its card counts.");
        }

        foreach (var line in lines)
        {
            var before = CostSheet.Text(line.Credits);
            db.Audit.Add(AuditEntry.Of(actor, Forgotten, CostSheet.SubjectOf(line.Id), before, null, reason, time.GetUtcNow()));
            db.LineCosts.Remove(line);
        }

        return await Save(work, $"{id}: {lines.Count} line(s) forgotten, the card counts.", token);
    }

    /// <summary>The provider has taken so much more than its price says that nobody can reckon with it.</summary>
    public async Task Stop(ModelId id, string why, CancellationToken token)
    {
        await db.LockCosts(token);
        var model = await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == id, token);
        if (model is null)
        {
            db.ModelCosts.Add(model = ModelCost.Of(id, time.GetUtcNow()));
        }

        model.Stop(CostHalt.ChargedMore, why);
    }

    private async Task<CostSheet> Sheet(ModelId id, DateTimeOffset now, CancellationToken token) =>
        new(db, await db.LineCosts.Where(line => line.Model == id).ToDictionaryAsync(line => line.Id, token), now);

    private async Task<CostChange> Save(IUnitOfWork work, string what, CancellationToken token)
    {
        await work.Commit(token);
        await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
        return new CostChange.Done(what);
    }

    private static string Described(ModelId id, IReadOnlyList<SkuCredits> lines)
    {
        var said = string.Join(", ", lines.Select(line => $"{line.Sku} = {CostSheet.Text(line.Credits)}"));
        return $"{id}: {said} credits. A running shop follows within two seconds.";
    }
}
