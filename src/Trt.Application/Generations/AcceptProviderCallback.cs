using System.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// The provider says "look". What it says is kept in short, and at most it makes us look sooner or tells the task of an order
/// we had no answer about; it never moves money.
/// </summary>
/// <param name="OtherId">The provider has two names for some tasks; the second one may be the one we know.</param>
public sealed record AcceptProviderCallback(GenerationId? GenerationId, string? Token, string? TaskId, string Body, string? OtherId = null)
    : IRequest<CallbackOutcome>;

public enum CallbackOutcome
{
    Noted,

    /// <summary>No generation is known by this task yet; it waits for one.</summary>
    Orphan,

    /// <summary>So many wait already, or there is no place to keep it: whoever sends it may come again.</summary>
    NotKept,

    Forged,
    Unusable,
}

internal sealed class AcceptProviderCallbackHandler(ITrtDb db, IOutbox outbox, CallbackAddress address, OrderTrail trail, TimeProvider time)
    : IRequestHandler<AcceptProviderCallback, CallbackOutcome>
{
    private const int OrphansPerHourMax = 1000;
    private const int BodyKeptMax = 8 * 1024;

    public async Task<CallbackOutcome> Handle(AcceptProviderCallback request, CancellationToken token)
    {
        if (request.TaskId is { Length: > Generation.TaskIdLengthMax } || request is { TaskId: null, GenerationId: null })
        {
            return CallbackOutcome.Unusable;
        }

        await using var work = await db.Begin(token);
        var generation = await Find(request, token);
        using var span = generation is null ? null : Tracing.Begin("provider callback", ActivityKind.Consumer, generation.Cid);
        if (request.GenerationId is not null && (generation is null || !address.IsGenuine(generation, request.Token ?? "")))
        {
            return CallbackOutcome.Forged;
        }

        if (generation is null && await Waiting(token) >= OrphansPerHourMax)
        {
            return CallbackOutcome.NotKept;
        }

        db.ProviderCallbacks.Add(new ProviderCallback
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            TaskId = request.TaskId,
            GenerationId = generation?.Id,
            Body = generation is null ? "" : request.Body[..Math.Min(request.Body.Length, BodyKeptMax)],
            At = time.GetUtcNow(),
        });
        if (generation is not null)
        {
            await Heed(generation, request, token);
        }

        await work.Commit(token);
        if (generation is not null)
        {
            trail.Called(generation);
        }

        return generation is null ? CallbackOutcome.Orphan : CallbackOutcome.Noted;
    }

    private async Task Heed(Generation generation, AcceptProviderCallback request, CancellationToken token)
    {
        if (request is { GenerationId: not null, TaskId: { } taskId })
        {
            generation.Learn(taskId);
        }

        // One that is on its way is looked at as soon as it has an answer or none.
        generation.Call();
        var look = new CheckGeneration(generation.Id, generation.UserId);
        if (generation.Status is GenerationStatus.Running or GenerationStatus.Uncertain or GenerationStatus.Expired)
        {
            await outbox.Ensure(look, generation.Cid, token);
        }
    }

    /// <summary>Anybody can send these, so there are never many of them.</summary>
    private Task<int> Waiting(CancellationToken token)
    {
        var since = time.GetUtcNow() - TimeSpan.FromHours(1);
        return db.ProviderCallbacks.Where(callback => callback.GenerationId == null && callback.At > since)
            .Take(OrphansPerHourMax).CountAsync(token);
    }

    private async Task<Generation?> Find(AcceptProviderCallback request, CancellationToken token)
    {
        if (request.GenerationId is { } id)
        {
            return await db.LockGeneration(id, token);
        }

        string[] names = [.. new[] { request.TaskId, request.OtherId }.OfType<string>()];
        var known = await db.Generations
            .Where(generation => names.Contains(generation.TaskId))
            .Select(generation => (GenerationId?)generation.Id)
            .FirstOrDefaultAsync(token);
        return known is null ? null : await db.LockGeneration(known.Value, token);
    }
}

internal static class CallbackAdoption
{
    /// <summary>Gives callbacks that came before their task was known to its generation.</summary>
    public static async Task<bool> AdoptCallbacks(this ITrtDb db, Generation generation, CancellationToken token)
    {
        var early = await db.ProviderCallbacks
            .Where(callback => callback.TaskId == generation.TaskId)
            .ToListAsync(token);
        foreach (var callback in early)
        {
            callback.GenerationId = generation.Id;
        }

        return early.Count > 0;
    }
}
