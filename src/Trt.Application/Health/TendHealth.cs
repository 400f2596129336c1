using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.Health;

/// <summary>
/// Watches over the models each minute: judges them by their orders, looks after those that are paused, and reads what the provider says of
/// one of them.
/// </summary>
public sealed record TendHealth : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "health";
}

internal sealed partial class TendHealthHandler(
    HealthBook book, ITrtDb db, ICards cards, IOrderHistory orders, IProviderHealth provider, IPace pace, TimeProvider time,
    ILogger<TendHealthHandler> logger) : IRequestHandler<TendHealth, LaterOutcome>
{
    private const int ProbesMax = 3;

    /// <summary>A round over all models takes some hours: prices come first.</summary>
    private static readonly TimeSpan RatesKept = TimeSpan.FromHours(3);

    public async Task<LaterOutcome> Handle(TendHealth command, CancellationToken token)
    {
        await Judge(token);
        await Probe(token);
        await HearOfOne(token);
        return LaterOutcome.After(TendHealth.Period);
    }

    private async Task Judge(CancellationToken token)
    {
        var hour = await orders.LastHour(time.GetUtcNow(), token);
        var maybeSlow = hour
            .Where(model => cards.Current.Find(model.Key) is { } card && HealthLimits.MayBeSlow(model.Value, book.LimitOf(card)))
            .Select(model => model.Key)
            .ToList();
        var usual = maybeSlow.Count == 0 ? new Dictionary<ModelId, TimeSpan>() : await orders.Usual(maybeSlow, time.GetUtcNow(), token);
        await book.Judge(hour, usual, await orders.FirstOfWatched(token), token);
    }

    /// <summary>A probe is a start to the provider's limits, and waits like one.</summary>
    private async Task Probe(CancellationToken token)
    {
        if (await pace.IsPaused(Pauses.Provider, token) || !await IsAnyDue(token) || await pace.WaitForSubmit(token) is not null)
        {
            return;
        }

        var isFirst = true;
        foreach (var id in await book.Claim(ProbesMax, token))
        {
            var card = cards.Current.Find(id);
            if (card is null || !await MayBeProbed(card, token))
            {
                await book.Return(id, token);
                continue;
            }

            // What finds no turn now comes back with its next wait.
            if (!isFirst && await pace.WaitForSubmit(token) is not null)
            {
                return;
            }

            isFirst = false;
            var answer = await provider.Probe(card, token);
            Probed(id.Value, answer.Check, answer.Detail);
            await book.Take(id, answer, token);
        }
    }

    private Task<bool> IsAnyDue(CancellationToken token)
    {
        var now = time.GetUtcNow();
        return db.ModelHealth.AsNoTracking().AnyAsync(model => model.ProbeAt <= now && model.Hand == null, token);
    }

    /// <summary>Only what cannot be ordered without inputs: anything else could be taken for an order.</summary>
    private async Task<bool> MayBeProbed(ModelCard card, CancellationToken token) =>
        card is { Family: ProviderFamily.Jobs, SendAs: not null } && card.Inputs.Fields.Any(field => field.IsRequired)
        && !await db.ModelHealth.AsNoTracking().AnyAsync(model => model.Model == card.Id && model.Probe == AliveCheck.Started, token);

    /// <summary>One model a minute at most, in the turn that all reading of the provider's catalogue shares.</summary>
    private async Task HearOfOne(CancellationToken token)
    {
        var heard = await db.ModelHealth.AsNoTracking()
            .Where(model => model.ProviderReadAt != null)
            .ToDictionaryAsync(model => model.Model, model => model.ProviderReadAt!.Value, token);
        var next = cards.Current.Cards.Where(card => card is { IsOffered: true, Family: ProviderFamily.Jobs })
            .OrderBy(card => heard.GetValueOrDefault(card.Id))
            .FirstOrDefault();
        var now = time.GetUtcNow();
        if (next is null || heard.TryGetValue(next.Id, out var at) && at <= now && now - at < RatesKept
            || await pace.WaitForCatalog(token) is not null)
        {
            return;
        }

        await book.Hear(next.Id, await provider.SuccessRates(next, token), token);
    }

    [LoggerMessage(EventId = 240, EventName = "MODEL_PROBED", Level = LogLevel.Information,
        Message = "MODEL_PROBED {Model} {Answer}: {Detail}")]
    private partial void Probed(string model, AliveCheck answer, string detail);
}
