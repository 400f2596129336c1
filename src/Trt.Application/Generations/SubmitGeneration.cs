using MediatR;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
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
    StartingLine line,
    MediaHandover media,
    Settlement settlement,
    CallbackAddress callback,
    OrderTrail trail,
    TimeProvider time)
    : IRequestHandler<SubmitGeneration, LaterOutcome>
{
    private static readonly TimeSpan AnswerKept = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>Who has waited so long has a button to cancel before their eyes, and it goes at once.</summary>
    private static readonly TimeSpan CancelSeen = TimeSpan.FromSeconds(2);

    public async Task<LaterOutcome> Handle(SubmitGeneration command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        switch (generation.Status)
        {
            case GenerationStatus.Queued:
                break;
            case GenerationStatus.Submitting:
                return await DecideWhile(
                    GenerationStatus.Submitting, command.Id, found => LoseTrack(found, "the process ended during the call", token), token);
            default:
                return LaterOutcome.Done;
        }

        if (catalog.Current.Find(generation.Model) is not { } card)
        {
            return await FailWaiting(command.Id, FailureReason.ModelUnavailable, "the model left the catalog", token);
        }

        if (time.GetUtcNow() > generation.Deadline)
        {
            return await DecideWhile(GenerationStatus.Queued, command.Id, found => settlement.Expire(found, token), token);
        }

        if (await line.Obstacle(generation, card, token) is { } obstacle)
        {
            return obstacle;
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
        await DecideWhile(GenerationStatus.Queued, generation.Id, async found =>
        {
            found.Submit(time.GetUtcNow());
            lookHere = callback.For(found);
            isOurs = true;
            if (found.SubmittedAt - found.CreatedAt >= CancelSeen)
            {
                await outbox.Hurry(new ShowProgress(found.Id, found.UserId), token);
            }
        }, token);
        if (!isOurs)
        {
            return LaterOutcome.Done;
        }

        var outcome = await provider.Submit(new ProviderOrder(card, generation.Inputs, uploads, lookHere), token);

        // From here on the answer is worth money: it is written down even while the process is shutting down or the database is away.
        var answered = time.GetTimestamp();
        while (true)
        {
            try
            {
                var next = await Heed(outcome, generation.Id, CancellationToken.None);
                trail.Submitted(generation, outcome);
                return next;
            }
            catch (Exception exception) when (
                db.IsAway(exception) && time.GetElapsedTime(answered) < AnswerKept && !token.IsCancellationRequested)
            {
                db.Forget();
                await Task.Delay(BetweenTries, time, CancellationToken.None);
            }
        }
    }

    private async Task<LaterOutcome> Heed(SubmitOutcome outcome, GenerationId id, CancellationToken token)
    {
        switch (outcome)
        {
            case SubmitOutcome.Accepted accepted:
                await db.Decide(id, found => Accept(found, accepted.TaskId, token), token);
                return LaterOutcome.Done;
            case SubmitOutcome.Refused refused:
                return await Refuse(GenerationStatus.Submitting, id, refused.Reason, refused.Detail, token);
            case SubmitOutcome.TryLater later:
                await db.Decide(id, found => ReturnToQueue(found, later.Detail, token), token);
                return LaterOutcome.After(later.After, later.Detail);
            case SubmitOutcome.Unknown unknown:
                return await DecideWhile(GenerationStatus.Submitting, id, found => LoseTrack(found, unknown.Detail, token), token);
            default:
                throw new InvalidOperationException($"No rule for {outcome}");
        }
    }

    private async Task Accept(Generation generation, string taskId, CancellationToken token)
    {
        generation.Accept(taskId);
        if (generation.Status is GenerationStatus.Running or GenerationStatus.Expired)
        {
            await Watch(generation, token);
        }
    }

    private async Task ReturnToQueue(Generation generation, string detail, CancellationToken token)
    {
        // Somebody who found the call unanswered may have decided before this answer came.
        if (generation.Status != GenerationStatus.Submitting)
        {
            return;
        }

        generation.ReturnToQueue(detail);
        if (generation.Status == GenerationStatus.Running)
        {
            await Watch(generation, token);
        }
    }

    /// <summary>The customer hears of it at once, not when the time is over.</summary>
    private async Task LoseTrack(Generation generation, string detail, CancellationToken token)
    {
        generation.LoseTrack(detail);
        await Watch(generation, token);
        await outbox.Hurry(new ShowProgress(generation.Id, generation.UserId), token);
    }

    /// <summary>A callback may have come first; then there is something to see already.</summary>
    private async Task Watch(Generation generation, CancellationToken token)
    {
        if (await db.AdoptCallbacks(generation, token) || generation.HasNews)
        {
            generation.Call();
            await outbox.Ensure(new CheckGeneration(generation.Id, generation.UserId), generation.Cid, token);
        }
        else
        {
            var isCalled = generation.TaskId is not null && callback.For(generation) is not null;
            var output = catalog.Current.Find(generation.Model)?.Output;
            outbox.Add(
                new CheckGeneration(generation.Id, generation.UserId),
                generation.Cid,
                after: isCalled ? CheckGeneration.FirstLookWhereCalled(output) : CheckGeneration.FirstLook);
        }
    }

    private async Task<LaterOutcome> Refuse(
        GenerationStatus current, GenerationId id, ProviderRefusal reason, string detail, CancellationToken token)
    {
        var (isClosed, goesOn) = (reason is ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized, false);
        if (isClosed)
        {
            await line.Close(reason, token);
        }

        var done = await DecideWhile(current, id, async found =>
        {
            if (found.TaskId is not null)
            {
                // It was called back about, so it runs all the same; its record decides.
                await LoseTrack(found, detail, token);
                return;
            }

            goesOn = isClosed && found.WaitsUntil is not null;
            if (goesOn)
            {
                // It was promised to wait until this passes.
                await ReturnToQueue(found, detail, token);
            }
            else
            {
                await settlement.Fail(found, FailureOf(reason), detail, token);
            }

            if (reason is ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized or ProviderRefusal.ModelUnavailable)
            {
                Matter matter = reason == ProviderRefusal.ModelUnavailable
                    ? new Matter.ModelRefused(found.Model, detail)
                    : new Matter.StartsRefused(reason, detail);
                await outbox.Ensure(new TellOperators(matter), found.Cid, token);
            }
        }, token);
        return goesOn ? line.Together(Pauses.LookAgain, "starts are paused") : done;
    }

    private Task<LaterOutcome> FailWaiting(GenerationId id, FailureReason reason, string detail, CancellationToken token) =>
        DecideWhile(GenerationStatus.Queued, id, found => settlement.Fail(found, reason, detail, token), token);

    /// <summary>The customer may have cancelled since we looked, or another worker may be at it: then nothing is left to decide.</summary>
    private async Task<LaterOutcome> DecideWhile(
        GenerationStatus current, GenerationId id, Func<Generation, Task> decide, CancellationToken token)
    {
        var wasOpen = false;
        var decided = await db.Decide(id, found =>
        {
            wasOpen = found.Status.IsOpen();
            return found.Status == current ? decide(found) : Task.CompletedTask;
        }, token);
        trail.Settled(wasOpen, decided);
        return LaterOutcome.Done;
    }

    private static FailureReason FailureOf(ProviderRefusal reason) => reason switch
    {
        ProviderRefusal.InvalidInput => FailureReason.InvalidInput,
        ProviderRefusal.Moderation => FailureReason.Moderation,
        ProviderRefusal.ModelUnavailable => FailureReason.ModelUnavailable,
        ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized or ProviderRefusal.Busy => FailureReason.ShopPaused,
        ProviderRefusal.Other => FailureReason.ProviderError,
    };
}
