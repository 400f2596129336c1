using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Callbacks that named a task nobody knew: those whose order has been found meanwhile are given to it, and the operators hear of the rest,
/// because a task of ours may run that no order of ours knows.
/// </summary>
public sealed record TendOrphans : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "orphans";
}

internal sealed class TendOrphansHandler(ITrtDb db, IOutbox outbox, TimeProvider time) : IRequestHandler<TendOrphans, LaterOutcome>
{
    private const int AtOnceMax = 500;
    private const int NamedMax = 3;

    public async Task<LaterOutcome> Handle(TendOrphans command, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var orphans = await db.ProviderCallbacks
            .Where(callback => callback.GenerationId == null && callback.TaskId != null)
            .OrderByDescending(callback => callback.At)
            .Take(AtOnceMax)
            .ToListAsync(token);
        var names = orphans.Select(orphan => orphan.TaskId).Distinct().ToList();
        var found = await db.Generations.AsNoTracking().Where(generation => names.Contains(generation.TaskId)).ToListAsync(token);
        foreach (var generation in found)
        {
            await Give(generation, [.. orphans.Where(orphan => orphan.TaskId == generation.TaskId)], token);
        }

        var (from, to) = (now - (2 * TendOrphans.Period), now - TendOrphans.Period);
        var nobodys = orphans.Where(orphan => orphan.GenerationId is null && orphan.At > from && orphan.At <= to).ToList();
        if (nobodys.Count > 0)
        {
            await outbox.Ensure(Alert(nobodys), Cid.New(now), token);
        }

        await work.Commit(token);
        return LaterOutcome.After(TendOrphans.Period);
    }

    private async Task Give(Generation generation, List<ProviderCallback> callbacks, CancellationToken token)
    {
        foreach (var callback in callbacks)
        {
            callback.GenerationId = generation.Id;
        }

        if (generation.Status is GenerationStatus.Running or GenerationStatus.Uncertain or GenerationStatus.Expired)
        {
            await outbox.Ensure(new CheckGeneration(generation.Id, generation.UserId), generation.Cid, token);
        }
    }

    private static TellOperators Alert(List<ProviderCallback> nobodys) =>
        new(new Matter.TasksUnknown(nobodys.Count, [.. nobodys.Take(NamedMax).Select(orphan => orphan.TaskId!)]));
}
