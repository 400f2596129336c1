using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.Health;

/// <summary>
/// Where everything that is known of models' health changes: one change after the other, saved with the word to the operators.
/// </summary>
internal sealed class HealthBook(
    ITrtDb db, ICards cards, IShopTerms terms, IOutbox outbox, ShopOptions options, HealthInUse inUse, TimeProvider time)
{
    private HealthLimits Limits => terms.Current.Health;

    public TimeSpan LimitOf(ModelCard card) => card.TimeLimit ?? options.DeadlineFor(card.Output);

    /// <summary>What the orders of the last hour come to. A person's word stands above it.</summary>
    public async Task Judge(
        IReadOnlyDictionary<ModelId, OrdersOfHour> orders, IReadOnlyDictionary<ModelId, TimeSpan> usual,
        IReadOnlyDictionary<ModelId, FirstOrder> firsts, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockHealth(token);
        var now = time.GetUtcNow();
        var known = await db.ModelHealth.ToDictionaryAsync(model => model.Model, token);
        var news = new News();
        foreach (var card in cards.Current.Cards)
        {
            var model = known.GetValueOrDefault(card.Id);
            var hour = orders.GetValueOrDefault(card.Id) ?? new OrdersOfHour(0, 0, 0, null, null);
            if (model?.Hand is not null || (model is null && hour.Failed == 0 && !usual.ContainsKey(card.Id)))
            {
                continue;
            }

            if (model is null)
            {
                db.ModelHealth.Add(model = ModelHealth.Of(card.Id, now));
            }

            TimeSpan? before = usual.TryGetValue(card.Id, out var span) ? span : null;
            Judge(model, hour, before, LimitOf(card), firsts.GetValueOrDefault(card.Id), news, now);
        }

        await Save(work, news, now, token);
    }

    /// <summary>Takes the turns of those that wait for a probe, so that no other instance has them.</summary>
    public async Task<IReadOnlyList<ModelId>> Claim(int count, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockHealth(token);
        var now = time.GetUtcNow();
        var due = await db.ModelHealth.Where(model => model.ProbeAt <= now && model.Hand == null)
            .OrderBy(model => model.ProbeAt).Take(count).ToListAsync(token);
        due.ForEach(model => model.Claim(Limits.FirstProbe, now));
        await work.Commit(token);
        return [.. due.Select(model => model.Model)];
    }

    public Task Take(ModelId id, AliveAnswer answer, CancellationToken token) => Change(id, (model, news, now) =>
    {
        if (model.State is not (HealthState.Paused or HealthState.Gone))
        {
            return;
        }

        var was = model.State;
        model.Take(answer.Check, answer.Detail, Limits.FirstProbe, now);
        if (model.State == HealthState.Gone && was != HealthState.Gone)
        {
            news.Gone.Add(new Matter.ModelReason(id, answer.Detail ?? ""));
        }

        if (answer.Check == AliveCheck.Started)
        {
            news.Started.Add(id);
        }
    }, token);

    /// <summary>It cannot be asked without paying: time alone brings it back.</summary>
    public Task Return(ModelId id, CancellationToken token) => Change(id, (model, _, now) =>
    {
        if (model.State == HealthState.Paused)
        {
            model.Watch(now);
        }
    }, token);

    public Task Hear(ModelId id, IReadOnlyList<decimal>? rates, CancellationToken token) => Change(id, (model, _, now) =>
        model.Hear(rates is { Count: > 0 } ? rates.Average() : null, rates is { Count: > 0 } ? rates.Max() : null, now), token);

    /// <returns>The word before it.</returns>
    public async Task<HandWord?> Say(ModelId id, HandWord? word, string who, Action<HandWord?> alongside, CancellationToken token)
    {
        HandWord? before = null;
        await Change(id, (model, _, _) =>
        {
            before = model.Hand;
            model.Say(word, who);
            alongside(before);
        }, token);
        return before;
    }

    private async Task Change(ModelId id, Action<ModelHealth, News, DateTimeOffset> change, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockHealth(token);
        var now = time.GetUtcNow();
        if (await db.ModelHealth.FirstOrDefaultAsync(model => model.Model == id, token) is not { } model)
        {
            db.ModelHealth.Add(model = ModelHealth.Of(id, now));
        }

        var news = new News();
        change(model, news, now);
        await Save(work, news, now, token);
    }

    private void Judge(
        ModelHealth model, OrdersOfHour hour, TimeSpan? usual, TimeSpan limit, FirstOrder? first, News news, DateTimeOffset now)
    {
        switch (model.State)
        {
            case HealthState.Well or HealthState.Slow when Limits.Objection(hour) is { } objection:
                model.Pause(objection, Limits.FirstProbe, now);
                news.Paused.Add(new Matter.ModelReason(model.Model, objection));
                break;
            case HealthState.Well or HealthState.Slow:
                var wasSlow = model.State == HealthState.Slow;
                var slowness = HealthLimits.Slowness(hour, usual, limit, wasSlow);
                if (slowness is not null && !wasSlow)
                {
                    model.Slow(slowness, now);
                }
                else if (slowness is null && wasSlow)
                {
                    model.Recover(now);
                }

                break;
            case HealthState.Watched when first is { HasFailed: true }:
                model.Pause($"it failed again: {first.Detail}", Limits.FirstProbe, now);
                break;
            case HealthState.Watched when first is not null || now - model.Since >= ModelHealth.WatchMax:
                model.Recover(now);
                news.Well.Add(model.Model);
                break;
            case HealthState.Watched or HealthState.Paused or HealthState.Gone:
                break;
        }
    }

    private async Task Save(IUnitOfWork work, News news, DateTimeOffset now, CancellationToken token)
    {
        foreach (var matter in news.Told())
        {
            outbox.Add(new TellOperators(matter), Cid.New(now));
        }

        await work.Commit(token);
        await inUse.Refresh(db, token);
    }

    /// <summary>What operators hear: once when a model is paused, and once when it is well again, however often it fell between.</summary>
    private sealed class News
    {
        public List<Matter.ModelReason> Paused { get; } = [];

        public List<ModelId> Well { get; } = [];

        public List<Matter.ModelReason> Gone { get; } = [];

        public List<ModelId> Started { get; } = [];

        public IEnumerable<Matter> Told()
        {
            if (Paused.Count > 0)
            {
                yield return new Matter.ModelsPaused(Paused);
            }

            if (Well.Count > 0)
            {
                yield return new Matter.ModelsWell(Well);
            }

            if (Gone.Count > 0)
            {
                yield return new Matter.ModelsGone(Gone);
            }

            if (Started.Count > 0)
            {
                yield return new Matter.ProbeTaken(Started);
            }
        }
    }
}
