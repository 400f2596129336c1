using MediatR;
using Trt.Application.Costs;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Looks at the provider's record: the one place where a generation ends. A callback only makes it look sooner, so a lost,
/// repeated or forged one changes nothing.
/// </summary>
public sealed record CheckGeneration(GenerationId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

    /// <summary>Where the provider calls, a look is only for a call that was lost: not before first results are there.</summary>
    public static TimeSpan FirstLookWhereCalled(OutputKind? output) => output switch
    {
        OutputKind.Video => TimeSpan.FromSeconds(60),
        OutputKind.Audio => TimeSpan.FromSeconds(30),
        OutputKind.Image or OutputKind.Text or null => TimeSpan.FromSeconds(15),
    };

    public Lane Lane => Lane.Check;

    public string Key => Id.ToString();
}

internal sealed class CheckGenerationHandler(
    ITrtDb db,
    IOutbox outbox,
    ICatalog catalog,
    IGenerationProvider provider,
    IResultProbe probe,
    ReceivedQuantity quantity,
    IPace pace,
    Settlement settlement,
    CostWatch costs,
    OrderTrail trail,
    ShopOptions options,
    TimeProvider time)
    : IRequestHandler<CheckGeneration, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(CheckGeneration command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        var card = catalog.Current.Find(generation.Model);
        var age = time.GetUtcNow() - (generation.SubmittedAt ?? generation.CreatedAt);
        if (!IsWorthALook(generation, age))
        {
            return LaterOutcome.Done;
        }

        if (generation.TaskId is not { } taskId || card is null)
        {
            return await WaitOrExpire(generation, age, token);
        }

        // Calls come no oftener than we order, so who was called for looks at once, and the others wait for their turn.
        if (await pace.WaitForRead(token) is { } wait && !generation.HasNews)
        {
            return LaterOutcome.After(wait, "waiting for our turn to read");
        }

        var reading = await ReadTillThere(generation, card, taskId, token);
        trail.Looked(generation, reading);
        return reading switch
        {
            TaskReading.Done { Outputs.Count: > 0 } done => await Finish(generation, done, token),
            TaskReading.Done => await Fail(generation, FailureReason.EmptyResult, "success without anything that can be fetched", token),
            TaskReading.Failed failed => await Fail(generation, FailureOf(failed.Reason), failed.Detail, token),
            TaskReading.Running => await WaitOrExpire(generation, age, token),
            TaskReading.Missing => await WaitOrExpire(generation, age, token),
            TaskReading.Unreadable => await WaitOrExpire(generation, age, token),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    /// <summary>
    /// A success counts for what can be fetched. A dead address may only be an old one, so the record is read once more for a fresh one;
    /// and where the true cost is the price, a record that does not tell it yet is asked once more too.
    /// </summary>
    private async Task<TaskReading> ReadTillThere(Generation generation, ModelCard card, string taskId, CancellationToken token)
    {
        var reading = await OnlyWhatIsThere(await provider.Read(card, taskId, token), token);
        return reading is TaskReading.Done { Outputs.Count: 0 }
            || generation is { IsAtMost: true, IsPaid: true } && reading is TaskReading.Done { CreditsSpent: null or <= 0 }
                ? await OnlyWhatIsThere(await provider.Read(card, taskId, token), token)
                : reading;
    }

    private async Task<TaskReading> OnlyWhatIsThere(TaskReading reading, CancellationToken token)
    {
        if (reading is not TaskReading.Done done)
        {
            return reading;
        }

        var presences = await Task.WhenAll(done.Outputs.Select(output =>
            output.Address is { } address ? probe.Look(address, token) : Task.FromResult(ResultPresence.There)));
        return presences.Contains(ResultPresence.Unclear)
            ? new TaskReading.Unreadable(null, "the result could not be looked at")
            : done with { Outputs = [.. done.Outputs.Where((_, index) => presences[index] == ResultPresence.There)] };
    }

    /// <summary>An expired one is watched for a while longer: its result may still come, and then it belongs to the customer.</summary>
    private bool IsWorthALook(Generation generation, TimeSpan age) => generation.Status switch
    {
        GenerationStatus.Running or GenerationStatus.Uncertain => true,
        GenerationStatus.Expired => !generation.IsLate && age < options.LateWatch,
        GenerationStatus.Queued or GenerationStatus.Submitting => false,
        GenerationStatus.Succeeded or GenerationStatus.Delivered or GenerationStatus.Failed or GenerationStatus.Cancelled => false,
    };

    private async Task<LaterOutcome> Finish(Generation generation, TaskReading.Done done, CancellationToken token)
    {
        var received = await quantity.Of(generation, done.Outputs, token);
        var ended = await db.Decide(generation.Id, async found =>
        {
            if (found.Status == GenerationStatus.Running)
            {
                await settlement.Succeed(found, done.Outputs, done.CreditsSpent, received, token);
                await costs.Hold(found, token);
            }
            else if (found.ArriveLate(done.Outputs, done.CreditsSpent))
            {
                outbox.Add(new DeliverResult(found.Id, found.UserId), found.Cid);
                await costs.Hold(found, token);
            }
        }, token);
        trail.Settled(generation, ended);
        return LaterOutcome.Done;
    }

    private async Task<LaterOutcome> Fail(Generation generation, FailureReason reason, string detail, CancellationToken token)
    {
        var ended = await db.Decide(generation.Id, async found =>
        {
            if (found.Status == GenerationStatus.Running)
            {
                await settlement.Fail(found, reason, detail, token);
            }
        }, token);
        trail.Settled(generation, ended);
        return LaterOutcome.Done;
    }

    private async Task<LaterOutcome> WaitOrExpire(Generation generation, TimeSpan age, CancellationToken token)
    {
        var isOver = generation.Status.IsOpen() && time.GetUtcNow() > generation.Deadline;
        if (isOver || generation.HasNews)
        {
            var looked = await db.Decide(generation.Id, async found =>
            {
                found.HearOut();
                if (isOver && found.Status is (GenerationStatus.Running or GenerationStatus.Uncertain))
                {
                    await settlement.Expire(found, token);
                }
            }, token);
            trail.Settled(generation, looked);
        }

        return LaterOutcome.After(options.PublicBase is null ? Interval(age) : Patient(Interval(age)));
    }

    /// <summary>Often at first, when most work finishes.</summary>
    private static TimeSpan Interval(TimeSpan age) => age switch
    {
        { TotalSeconds: < 30 } => TimeSpan.FromSeconds(2.5),
        { TotalMinutes: < 2 } => TimeSpan.FromSeconds(6),
        { TotalMinutes: < 30 } => TimeSpan.FromSeconds(20),
        _ => TimeSpan.FromMinutes(10),
    };

    /// <summary>Where the provider calls, a look is only for the call that was lost.</summary>
    private static TimeSpan Patient(TimeSpan interval) =>
        interval < TimeSpan.FromSeconds(15) ? TimeSpan.FromSeconds(15) : interval;

    private static FailureReason FailureOf(ProviderRefusal reason) => reason switch
    {
        ProviderRefusal.InvalidInput => FailureReason.InvalidInput,
        ProviderRefusal.Moderation => FailureReason.Moderation,
        ProviderRefusal.ModelUnavailable => FailureReason.ModelUnavailable,
        ProviderRefusal.NoCredits or ProviderRefusal.Unauthorized or ProviderRefusal.Busy => FailureReason.ShopPaused,
        ProviderRefusal.Other => FailureReason.ProviderError,
    };
}
