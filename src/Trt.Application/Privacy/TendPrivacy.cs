using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>Forgets what is to vanish, and what is too old to be kept.</summary>
public sealed record TendPrivacy : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Long enough to fetch the original, or to go on from the result.</summary>
    public static readonly TimeSpan VanishesAfter = TimeSpan.FromMinutes(10);

    /// <summary>Texts, files and results of an order; favourites are kept as long as they are favourites.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "privacy";
}

internal sealed class TendPrivacyHandler(ITrtDb db, Forgetting forgetting, ShopOptions options, TimeProvider time)
    : IRequestHandler<TendPrivacy, LaterOutcome>
{
    private const int AtOnce = 100;

    public async Task<LaterOutcome> Handle(TendPrivacy command, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var due = await Vanishing(now).Union(Aged(now)).Take(AtOnce).ToListAsync(token);
        foreach (var id in due)
        {
            await using var work = await db.Begin(token);
            if (await db.LockGeneration(id, token) is { ForgottenAt: null } order && await forgetting.Forget(order, token) is not null)
            {
                await work.Commit(token);
            }

            db.Forget();
        }

        return LaterOutcome.After(due.Count < AtOnce ? TendPrivacy.Period : TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Not while a part of it is on its way or in doubt; one without a result is watched as long as one may still come.
    /// </summary>
    private IQueryable<GenerationId> Vanishing(DateTimeOffset now)
    {
        var (ended, given) = (now - TendPrivacy.VanishesAfter, now - options.LateWatch);
        return db.Generations
            .Where(order => order.Vanishes && order.ForgottenAt == null && order.FinishedAt < ended)
            .Where(order => order.Status == GenerationStatus.Delivered || order.Status == GenerationStatus.Failed
                || order.Status == GenerationStatus.Cancelled || (order.Status == GenerationStatus.Expired && order.FinishedAt < given))
            .Where(order => !db.Deliveries.Any(part => part.UserId == order.UserId && part.GenerationId == order.Id
                && (part.State == DeliveryState.Planned || part.State == DeliveryState.Attempted
                    || (part.State == DeliveryState.Doubted && order.FinishedAt > given))))
            .Select(order => order.Id);
    }

    private IQueryable<GenerationId> Aged(DateTimeOffset now)
    {
        var before = now - TendPrivacy.KeptFor;
        return db.Generations
            .Where(order => order.CreatedAt < before && order.ForgottenAt == null && !order.IsFavourite)
            .Where(order => order.Status == GenerationStatus.Delivered || order.Status == GenerationStatus.Failed
                || order.Status == GenerationStatus.Cancelled || order.Status == GenerationStatus.Expired)
            .Select(order => order.Id);
    }
}
