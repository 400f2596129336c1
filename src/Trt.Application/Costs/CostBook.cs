using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>
/// Where everything that is known of costs changes: one change after the other, saved with its audit entry and with the word to the operators.
/// </summary>
internal sealed class CostBook(ITrtDb db, ICards cards, IShopTerms terms, IOutbox outbox, CostsInUse inUse, TimeProvider time)
{
    public const string Taken = "cost.taken";
    public const string SetByHand = "cost.set";
    public const string Accepted = "cost.accepted";
    public const string Forgotten = "cost.forgotten";

    private const string Sync = "sync";
    private const int ToldMax = 12;

    /// <summary>What a whole list of the provider says.</summary>
    /// <param name="readAt">When it was asked for.</param>
    /// <param name="isForced">A person has looked at it and wants it believed.</param>
    /// <param name="isTrial">Only looks what would be taken.</param>
    public async Task<SyncReport> Take(
        IReadOnlyList<ListedModel> listed, DateTimeOffset readAt, bool isForced, bool isTrial, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var now = time.GetUtcNow();
        var models = await db.ModelCosts.ToDictionaryAsync(model => model.Model, token);
        // A moment that lies ahead of us is left over from a clock that was set back, and no newer list.
        if (models.Values.Any(model => model.SeenAt > readAt && model.SeenAt <= now))
        {
            return SyncReport.Overtaken(listed.Count);
        }

        var lines = (await db.LineCosts.ToListAsync(token)).ToDictionary(line => line.Id);
        var readings = Readings(listed, now);
        var doubt = ListDoubt.About(listed, readings, cards.Current, models, reading => HasMoved(reading, lines));
        var report = new SyncReport(listed.Count, readings.Count, readings.Count(reading => reading.Lines is not null), doubt, []);
        if (doubt is not null && !isForced)
        {
            return report;
        }

        var news = readings.SelectMany(reading => Follow(reading, models, lines, readAt, now)).ToList();
        news.AddRange(Vanish(readings, models));
        report = report with { News = news };
        if (!isTrial)
        {
            Tell(news, now);
            await work.Commit(token);
            foreach (var item in news)
            {
                Telemetry.CostNews.Add(1, new KeyValuePair<string, object?>("event", item.Event.ToString()));
            }

            await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
        }

        return report;
    }

    /// <summary>A person agrees: to a price that moved too far, or that sale goes on although too much was charged.</summary>
    public async Task<CostChange> Accept(ModelId id, string actor, string reason, CancellationToken token)
    {
        if (cards.Current.Find(id) is not { } card)
        {
            return new CostChange.Refused(ModelNames.Objection(cards.Current, id)!);
        }

        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        if (await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == id, token) is not { } model)
        {
            return new CostChange.Refused($"The provider has never listed {id}; its card counts.");
        }

        var now = time.GetUtcNow();
        card = card.At(now);
        var reading = ListReading.Of(card, model.Text, model.Title, now);
        if (model.Halt == CostHalt.Vanished || reading.Lines is null)
        {
            return new CostChange.Refused(
                $"There is nothing to accept: {(model.Halt == CostHalt.Vanished ? model.HaltReason : reading.Why)}. Say what it costs: catalog prices set {id} <sku> <credits>");
        }

        var lines = await db.LineCosts.Where(line => line.Model == id).ToDictionaryAsync(line => line.Id, token);
        var changes = reading.Lines.Where(line => IsNew(card, line, lines)).ToList();
        foreach (var line in changes)
        {
            Put(card, line, CostSource.Sync, lines, model.SeenAt ?? now, actor, Accepted, reason, now);
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
            return new CostChange.Refused(objection);
        }

        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var (card, now) = (cards.Current.Find(id.Model)!, time.GetUtcNow());
        var lines = await db.LineCosts.Where(line => line.Model == id.Model).ToDictionaryAsync(line => line.Id, token);
        var line = new SkuCredits(id.Sku, credits, null);
        Put(card, line, CostSource.Hand, lines, now, actor, SetByHand, reason, now);
        var model = await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == id.Model, token);
        if (model?.Halt is CostHalt.Leapt or CostHalt.ChargedMore && card.Prices.Skus.All(sku => IsByHand(card, sku, id, lines)))
        {
            model.Believe(now, hasChanged: true);
        }

        return await Save(work, Described(id.Model, [line]), token);
    }

    /// <summary>What was taken and set for a model goes: its card counts until the provider's list is read again.</summary>
    public async Task<CostChange> Forget(ModelId id, string actor, string reason, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var lines = await db.LineCosts.Where(line => line.Model == id).ToListAsync(token);
        if (lines.Count == 0)
        {
            return new CostChange.Refused($"Nothing was taken or set for {id}; its card counts.");
        }

        foreach (var line in lines)
        {
            db.Audit.Add(AuditEntry.Of(actor, Forgotten, SubjectOf(line.Id), Text(line.Credits), null, reason, time.GetUtcNow()));
            db.LineCosts.Remove(line);
        }

        return await Save(work, $"{id}: {lines.Count} line(s) forgotten, the card counts.", token);
    }

    /// <summary>The provider has taken so much more than its price says that nobody can reckon with it.</summary>
    public async Task Stop(ModelId id, string why, CancellationToken token)
    {
        await db.LockCosts(token);
        var now = time.GetUtcNow();
        var model = await db.ModelCosts.FirstOrDefaultAsync(known => known.Model == id, token);
        if (model is null)
        {
            db.ModelCosts.Add(model = ModelCost.Of(id, now));
        }

        model.Stop(CostHalt.ChargedMore, why);
    }

    private async Task<CostChange> Save(IUnitOfWork work, string what, CancellationToken token)
    {
        await work.Commit(token);
        await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
        return new CostChange.Done(what);
    }

    private List<ListReading> Readings(IReadOnlyList<ListedModel> listed, DateTimeOffset now)
    {
        var byName = cards.Current.Cards.Where(card => card.Prices.Skus.Count > 0).ToLookup(card => card.SendAs ?? card.Id.Value);
        return [.. listed.SelectMany(model => byName[model.Model].Select(card => ListReading.Of(card.At(now), model, now)))];
    }

    private List<CostNews> Follow(
        ListReading reading, Dictionary<ModelId, ModelCost> models, Dictionary<SkuId, LineCost> lines, DateTimeOffset readAt, DateTimeOffset now)
    {
        var (card, news) = (reading.Card, new List<CostNews>());
        var model = models.GetValueOrDefault(card.Id) ?? Known(ModelCost.Of(card.Id, readAt), models);
        var (halt, trouble) = (model.Halt, model.Trouble);
        var isNew = model.See(reading.Text, reading.Title, readAt);
        if (halt == CostHalt.Vanished)
        {
            news.Add(new CostNews(card.Id, CostEvent.Returned, ""));
        }

        if (reading.Lines is null)
        {
            model.Doubt(reading.Why);
            if (isNew || trouble is null)
            {
                news.Add(new CostNews(card.Id, reading.IsUnpriced ? CostEvent.Unpriced : CostEvent.Parked, reading.IsUnpriced ? "" : reading.Why));
            }

            return news;
        }

        if (isNew && Differing(card, reading.Lines, lines) is { } differing)
        {
            news.Add(new CostNews(card.Id, CostEvent.HandDiffers, differing));
        }

        var free = reading.Lines.Where(line => lines.GetValueOrDefault(new SkuId(card.Id, line.Sku))?.IsByHand != true).ToList();
        if (terms.Current.Costs.Alone.Objection(free, KnownOf(card, lines)) is { } leap)
        {
            model.Stop(CostHalt.Leapt, $"its price has moved too far: {leap}");
            if (isNew || halt != CostHalt.Leapt)
            {
                news.Add(new CostNews(card.Id, CostEvent.Asked, leap));
            }

            return news;
        }

        var changes = free.Where(line => IsNew(card, line, lines)).ToList();
        foreach (var line in changes)
        {
            news.Add(new CostNews(card.Id, CostEvent.Taken, $"{line.Sku}: {Text(KnownOf(card, lines)[line.Sku])} → {Text(line.Credits)}"));
            Put(card, line, CostSource.Sync, lines, readAt, Sync, Taken, "the provider's list", now);
        }

        model.Believe(readAt, changes.Count > 0);
        if (changes.Count > 0 && BelowCost(card, changes) is { } below)
        {
            news.Add(new CostNews(card.Id, CostEvent.BelowCost, below));
        }

        return news;
    }

    private ModelCost Known(ModelCost model, Dictionary<ModelId, ModelCost> models)
    {
        db.ModelCosts.Add(model);
        models.Add(model.Model, model);
        return model;
    }

    private static List<CostNews> Vanish(List<ListReading> readings, Dictionary<ModelId, ModelCost> models)
    {
        var there = readings.Select(reading => reading.Card.Id).ToHashSet();
        var gone = models.Values.Where(
            model => model.SeenAt is not null && !there.Contains(model.Model) && model.Halt != CostHalt.Vanished).ToList();
        foreach (var model in gone)
        {
            model.Stop(CostHalt.Vanished, $"the provider lists it no more; last seen {model.SeenAt!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        return [.. gone.Select(model => new CostNews(model.Model, CostEvent.Vanished, ""))];
    }

    private void Put(
        ModelCard card, SkuCredits line, CostSource source, Dictionary<SkuId, LineCost> lines, DateTimeOffset seenAt, string who, string action,
        string reason, DateTimeOffset now)
    {
        var id = new SkuId(card.Id, line.Sku);
        var before = KnownOf(card, lines)[line.Sku];
        if (lines.TryGetValue(id, out var known))
        {
            known.Change(line, source, seenAt, who, now);
        }
        else
        {
            lines.Add(id, LineCost.Of(card.Id, line, source, seenAt, who, now));
            db.LineCosts.Add(lines[id]);
        }

        db.Audit.Add(AuditEntry.Of(who, action, SubjectOf(id), Text(before), Text(line.Credits), reason, now));
    }

    private static Dictionary<string, decimal> KnownOf(ModelCard card, Dictionary<SkuId, LineCost> lines) => card.Prices.Skus.ToDictionary(
        sku => sku.Key, sku => lines.GetValueOrDefault(new SkuId(card.Id, sku.Key))?.Credits ?? sku.Credits, StringComparer.Ordinal);

    private static bool HasMoved(ListReading reading, Dictionary<SkuId, LineCost> lines) =>
        reading.Lines is { } read && KnownOf(reading.Card, lines) is var known && read.Any(line => line.Credits != known[line.Sku]);

    private static bool IsNew(ModelCard card, SkuCredits line, Dictionary<SkuId, LineCost> lines) =>
        lines.TryGetValue(new SkuId(card.Id, line.Sku), out var known)
            ? known.Credits != line.Credits || known.ValidUntil != line.Until || known.IsByHand
            : card.Prices.Skus.Any(sku => sku.Key == line.Sku && (sku.IsOver || sku.Credits != line.Credits || sku.Until != line.Until));

    private static bool IsByHand(ModelCard card, Sku sku, SkuId set, Dictionary<SkuId, LineCost> lines) =>
        sku.Key == set.Sku || lines.GetValueOrDefault(new SkuId(card.Id, sku.Key))?.IsByHand == true;

    private static string? Differing(ModelCard card, IReadOnlyList<SkuCredits> read, Dictionary<SkuId, LineCost> lines) => read
        .Where(line => lines.GetValueOrDefault(new SkuId(card.Id, line.Sku)) is { IsByHand: true } own && own.Credits != line.Credits)
        .Select(line => $"{line.Sku}: {Text(lines[new SkuId(card.Id, line.Sku)].Credits)}, theirs {Text(line.Credits)}")
        .FirstOrDefault();

    private string? BelowCost(ModelCard card, List<SkuCredits> changes) => changes
        .Where(line => terms.Current.OwnPrices.TryGetValue(new SkuId(card.Id, line.Sku), out var own)
            && own < terms.Current.Prices.Cost(line.Credits))
        .Select(line => $"{line.Sku} sells for {terms.Current.OwnPrices[new SkuId(card.Id, line.Sku)]}, costs {terms.Current.Prices.Cost(line.Credits)}")
        .FirstOrDefault();

    private void Tell(List<CostNews> news, DateTimeOffset now)
    {
        var urgent = news.Where(item => item.NeedsAPerson).ToList();
        if (urgent.Count == 0)
        {
            return;
        }

        var told = string.Join('\n', urgent.Take(ToldMax).Select(item => $"· {item}"));
        var more = urgent.Count > ToldMax ? $"\n… and {urgent.Count - ToldMax} more." : "";
        outbox.Add(
            AlertOperator.About(
                $"costs:{now:yyyyMMddHHmm}",
                $"The provider's prices need you.\n\n{told}{more}\n\nAll of them: catalog prices. Agree: catalog prices accept <model>. Say it yourself: catalog prices set <model> <sku> <credits>."),
            Cid.New(now));
    }

    private static string Described(ModelId id, IReadOnlyList<SkuCredits> lines) =>
        $"{id}: {string.Join(", ", lines.Select(line => $"{line.Sku} = {Text(line.Credits)}"))} credits. A running shop follows within two seconds.";

    private static string SubjectOf(SkuId id) => $"cost:{id}" is var subject && subject.Length > AuditEntry.SubjectLengthMax
        ? subject[..AuditEntry.SubjectLengthMax]
        : subject;

    private static string Text(decimal credits) => credits.ToString("0.######", CultureInfo.InvariantCulture);
}
