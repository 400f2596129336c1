using MediatR;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// The one paid call to the provider. The attempt is written down before it leaves; whatever is found "submitting" afterwards
/// may have been placed and is never placed again.
/// </summary>
public sealed record SubmitGeneration(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Submit;

    public string Key => Id.ToString();
}

internal sealed class SubmitGenerationHandler(
    ITrtDb db,
    IOutbox outbox,
    ICatalog catalog,
    IGenerationProvider provider,
    IPace pace,
    MediaHandover media,
    Settlement settlement,
    CallbackAddress callback,
    ShopOptions options,
    TimeProvider time)
    : IRequestHandler<SubmitGeneration, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(SubmitGeneration command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        switch (generation.Status)
        {
            case GenerationStatus.Queued:
                break;
            case GenerationStatus.Submitting:
                return await DecideWhile(
                    GenerationStatus.Submitting, command.Id, found => LoseTrack(found, "the process ended during the call"), token);
            default:
                return LaterOutcome.Done;
        }

        if (catalog.Current.Find(generation.Model) is not { } card)
        {
            return await FailWaiting(command.Id, FailureReason.ModelUnavailable, "the model left the catalog", token);
        }

        if (time.GetUtcNow() - generation.CreatedAt > options.DeadlineFor(card.Output))
        {
            return await DecideWhile(GenerationStatus.Queued, command.Id, found => settlement.Expire(found, token), token);
        }

        if (await pace.IsPaused(Pauses.Provider, token))
        {
            return await FailWaiting(command.Id, FailureReason.ShopPaused, "starts are paused", token);
        }

        if (await pace.WaitForSubmit(token) is { } wait)
        {
            return LaterOutcome.After(wait, "waiting for our turn at the provider");
        }

        return await media.HandOver(generation, token) switch
        {
            HandoverOutcome.Ready ready => await Order(card, generation, ready.Addresses, token),
            HandoverOutcome.TryLater later => LaterOutcome.After(later.After, later.Detail),
            HandoverOutcome.Failed failed => await FailWaiting(command.Id, failed.Reason, failed.Detail, token),
            HandoverOutcome.Refused refused => await Refuse(GenerationStatus.Queued, command.Id, refused.Reason, refused.Detail, token),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    private async Task<LaterOutcome> Order(
        ModelCard card, Generation generation, IReadOnlyDictionary<string, Uri> uploads, CancellationToken token)
    {
        var (isOurs, lookHere) = (false, (Uri?)null);
        await DecideWhile(GenerationStatus.Queued, generation.Id, found =>
        {
            found.Submit(time.GetUtcNow());
            lookHere = callback.For(found);
            isOurs = true;
            return Task.CompletedTask;
        }, token);
        if (!isOurs)
        {
            return LaterOutcome.Done;
        }

        var outcome = await provider.Submit(new ProviderOrder(card, generation.Inputs, uploads, lookHere), token);

        // From here on the answer is worth money: it is written down even while the process is shutting down.
        token = CancellationToken.None;
        switch (outcome)
        {
            case SubmitOutcome.Accepted accepted:
                await db.Decide(generation.Id, found => Accept(found, accepted.TaskId, token), token);
                return LaterOutcome.Done;
            case SubmitOutcome.Refused refused:
                return await Refuse(GenerationStatus.Submitting, generation.Id, refused.Reason, refused.Detail, token);
            case SubmitOutcome.TryLater later:
                await db.Decide(generation.Id, found => found.ReturnToQueue(later.Detail), token);
                return LaterOutcome.After(later.After, later.Detail);
            case SubmitOutcome.Unknown unknown:
                await db.Decide(generation.Id, found => LoseTrack(found, unknown.Detail), token);
                return LaterOutcome.Done;
            default:
                throw new InvalidOperationException($"No rule for {outcome}");
        }
    }

    /// <summary>A callback may have overtaken this answer; then there is something to see already.</summary>
    private async Task Accept(Generation generation, string taskId, CancellationToken token)
    {
        generation.Accept(taskId);
        var overtaken = await db.AdoptCallbacks(generation, token);
        outbox.Add(
            new CheckGeneration(generation.Id, generation.UserId), generation.Cid, after: overtaken ? null : CheckGeneration.FirstLook);
    }

    private Task LoseTrack(Generation generation, string detail)
    {
        generation.LoseTrack(detail);
        outbox.Add(new CheckGeneration(generation.Id, generation.UserId), generation.Cid, after: CheckGeneration.FirstLook);
        return Task.CompletedTask;
    }

    private async Task<LaterOutcome> Refuse(
        GenerationStatus current, GenerationId id, ProviderRefusal reason, string detail, CancellationToken token)
    {
        if (reason is ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized)
        {
            await pace.Pause(Pauses.Provider, Pauses.ProviderPause, reason.ToString(), token);
        }

        return await DecideWhile(current, id, async found =>
        {
            await settlement.Fail(found, FailureOf(reason), detail, token);
            if (reason is ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized or ProviderRefusal.ModelUnavailable)
            {
                outbox.Add(AlertOperator.About($"provider:{reason}", $"The provider refuses starts ({reason}). {detail}"), found.Cid);
            }
        }, token);
    }

    private Task<LaterOutcome> FailWaiting(GenerationId id, FailureReason reason, string detail, CancellationToken token) =>
        DecideWhile(GenerationStatus.Queued, id, found => settlement.Fail(found, reason, detail, token), token);

    /// <summary>The customer may have cancelled since we looked, or another worker may be at it: then nothing is left to decide.</summary>
    private async Task<LaterOutcome> DecideWhile(
        GenerationStatus current, GenerationId id, Func<Generation, Task> decide, CancellationToken token)
    {
        await db.Decide(id, found => found.Status == current ? decide(found) : Task.CompletedTask, token);
        return LaterOutcome.Done;
    }

    private static FailureReason FailureOf(ProviderRefusal reason) => reason switch
    {
        ProviderRefusal.InvalidInput => FailureReason.InvalidInput,
        ProviderRefusal.Moderation => FailureReason.Moderation,
        ProviderRefusal.ModelUnavailable => FailureReason.ModelUnavailable,
        ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized => FailureReason.ShopPaused,
        ProviderRefusal.Other => FailureReason.ProviderError,
    };
}
