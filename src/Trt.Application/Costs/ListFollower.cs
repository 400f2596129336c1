using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>Follows the provider's list as far as it may without asking a person, and tells the operators of the rest.</summary>
internal sealed class ListFollower(
    ITrtDb db, ICards cards, IShopTerms terms, IOutbox outbox, CostsInUse inUse, TimeProvider time)
{
    public const string Taken = "cost.taken";

    private const int ToldMax = 12;

    private static readonly CostAct BySync = new("sync", Taken, "the provider's list");

    /// <summary>Whether any price of the list is below what is known.</summary>
    public async Task<bool> IsFalling(IReadOnlyList<ListedModel> listed, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var sheet = new CostSheet(db, await db.LineCosts.AsNoTracking().ToDictionaryAsync(line => line.Id, token), now);
        return Readings(listed, now).Exists(reading => reading.Lines?.Any(line => sheet.IsFall(reading.Card, line)) == true);
    }

    /// <param name="readAt">When the list was asked for.</param>
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

        var sheet = new CostSheet(db, (await db.LineCosts.ToListAsync(token)).ToDictionary(line => line.Id), now);
        var readings = Readings(listed, now);
        var doubt = ListDoubt.About(listed, readings, cards.Current, models, sheet.HasMoved);
        var report = new SyncReport(listed.Count, readings.Count, readings.Count(reading => reading.Lines is not null), doubt, []);
        if (doubt is not null && !isForced)
        {
            return report;
        }

        var opinions = await db.SecondOpinions.ToDictionaryAsync(opinion => opinion.Model, token);
        var news = readings.SelectMany(reading => Follow(reading, models, opinions, sheet, readAt)).ToList();
        news.AddRange(Vanish(readings, models));
        news.AddRange(Differing(opinions, sheet, now));
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

        return report with { News = news };
    }

    private List<ListReading> Readings(IReadOnlyList<ListedModel> listed, DateTimeOffset now)
    {
        var byName = cards.Current.Cards.Where(card => card.Prices.Skus.Count > 0).ToLookup(card => card.SendAs ?? card.Id.Value);
        return [.. listed.SelectMany(model => byName[model.Model].Select(card => ListReading.Of(card.At(now), model, now)))];
    }

    private List<CostNews> Follow(
        ListReading reading, Dictionary<ModelId, ModelCost> models, Dictionary<ModelId, SecondOpinion> opinions, CostSheet sheet,
        DateTimeOffset readAt)
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
                news.Add(reading.IsUnpriced
                    ? new CostNews(card.Id, CostEvent.Unpriced, "")
                    : new CostNews(card.Id, CostEvent.Parked, reading.Why));
            }

            return news;
        }

        if (isNew && sheet.Differing(card, reading.Lines) is { } differing)
        {
            news.Add(new CostNews(card.Id, CostEvent.HandDiffers, differing));
        }

        var free = reading.Lines.Where(line => !sheet.IsByHand(card, line.Sku)).ToList();
        if (terms.Current.Costs.Alone.Objection(free, sheet.KnownOf(card)) is { } leap)
        {
            model.Stop(CostHalt.Leapt, $"its price has moved too far: {leap}");
            if (isNew || halt != CostHalt.Leapt)
            {
                news.Add(new CostNews(card.Id, CostEvent.Asked, leap));
            }

            return news;
        }

        var since = isNew ? readAt : readAt - SecondOpinion.AgeMax;
        var held = free.FindAll(line => sheet.IsFall(card, line) && opinions.GetValueOrDefault(card.Id)?.Contradicts(line, since) == true);
        var heldBack = string.Join("; ", held.Select(line => HeldBack(line, sheet.KnownOf(card), opinions[card.Id])));
        news.AddRange(Believe(model, card, [.. free.Except(held)], sheet, readAt));
        if (held.Count > 0)
        {
            model.Doubt(heldBack);
            if (trouble != model.Trouble)
            {
                news.Add(new CostNews(card.Id, CostEvent.Contradicted, heldBack));
            }
        }

        return news;
    }

    private static string HeldBack(SkuCredits line, Dictionary<string, decimal> known, SecondOpinion opinion) =>
        $"{line.Sku}: {CostSheet.Text(known[line.Sku])} → {CostSheet.Text(line.Credits)}, but {CostSheet.Text(opinion.Lines[line.Sku])} on the public price page";

    private List<CostNews> Believe(ModelCost model, ModelCard card, List<SkuCredits> read, CostSheet sheet, DateTimeOffset readAt)
    {
        var (changes, news) = (read.Where(line => sheet.IsNew(card, line)).ToList(), new List<CostNews>());
        foreach (var line in changes)
        {
            var before = sheet.KnownOf(card)[line.Sku];
            sheet.Put(card, line, CostSource.Sync, readAt, BySync);
            news.Add(new CostNews(
                card.Id, CostEvent.Taken, $"{line.Sku}: {CostSheet.Text(before)} → {CostSheet.Text(line.Credits)}"));
        }

        model.Believe(readAt, changes.Count > 0);
        if (BelowCost(card, changes) is { } below)
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
        var gone = models.Values
            .Where(model => model.SeenAt is not null && !there.Contains(model.Model) && model.Halt != CostHalt.Vanished)
            .ToList();
        foreach (var model in gone)
        {
            model.Stop(
                CostHalt.Vanished,
                $"the provider lists it no more; last seen {model.SeenAt!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        return [.. gone.Select(model => new CostNews(model.Model, CostEvent.Vanished, ""))];
    }

    /// <summary>Where the public price page says otherwise. What has moved since it was read has time until it is read next.</summary>
    private List<CostNews> Differing(Dictionary<ModelId, SecondOpinion> opinions, CostSheet sheet, DateTimeOffset now) =>
    [
        .. from opinion in opinions.Values
           where now - opinion.ReadAt <= SecondOpinion.AgeMax
           let card = cards.Current.Find(opinion.Model)
           where card is not null && !sheet.HasChangedSince(card, opinion.ReadAt)
           let difference = opinion.Difference(sheet.KnownOf(card))
           where opinion.Tell(difference)
           select new CostNews(opinion.Model, CostEvent.OpinionDiffers, difference),
    ];

    /// <summary>A selling price of the operator's own that the new cost has outrun.</summary>
    private string? BelowCost(ModelCard card, List<SkuCredits> changes) => changes
        .Select(line => (line.Sku, Own: OwnPriceOf(card, line), Cost: terms.Current.Prices.Cost(line.Credits)))
        .Where(line => line.Own < line.Cost)
        .Select(line => $"{line.Sku} sells for {line.Own}, costs {line.Cost}")
        .FirstOrDefault();

    private Money? OwnPriceOf(ModelCard card, SkuCredits line) =>
        terms.Current.OwnPrices.TryGetValue(new SkuId(card.Id, line.Sku), out var own) ? own : null;

    private void Tell(List<CostNews> news, DateTimeOffset now)
    {
        var urgent = news.Where(item => item.NeedsAPerson).ToList();
        if (urgent.Count == 0)
        {
            return;
        }

        var matter = new Matter.CostsNeedWord([.. urgent.Take(ToldMax)], Math.Max(0, urgent.Count - ToldMax));
        outbox.Add(new TellOperators(matter), Cid.New(now));
    }
}
