using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Brings one output as the file it was made as, or says that it is no longer kept.</summary>
public sealed record SendOriginal(GenerationId Id, UserId UserId, int Output) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"{Id}:{Output}";
}

internal sealed class SendOriginalHandler(
    ITrtDb db, Notices notices, IGenerationNotifier notifier, ResultRenewal renewal, TimeProvider time)
    : IRequestHandler<SendOriginal, LaterOutcome>
{
    /// <summary>Someone waits in the chat; an hour later they no longer do.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    public async Task<LaterOutcome> Handle(SendOriginal command, CancellationToken token)
    {
        var copies = await db.Originals
            .Where(copy => copy.UserId == command.UserId && copy.GenerationId == command.Id)
            .ToListAsync(token);
        var generation = await db.ReadGeneration(command.Id, token);
        if (copies.Find(copy => copy.Output == command.Output) is not { State: OriginalState.Asked } copy
            || command.Output >= generation.Result.Count)
        {
            return LaterOutcome.Done;
        }

        copy.Attempt();
        await Save(token);
        switch (await Send(generation, command.Output, token))
        {
            case SendOutcome.Sent:
                copy.Sent();
                await Save(CancellationToken.None);
                return LaterOutcome.Done;
            case SendOutcome.TryLater later:
                copy.NotSent();
                await Save(CancellationToken.None);
                return LaterOutcome.After(later.After, later.Detail);
            case SendOutcome.ResultAway away when time.GetUtcNow() - copy.AskedAt < WaitMax:
                copy.NotSent();
                await Save(CancellationToken.None);
                return LaterOutcome.After(away.After, away.Detail);
            case SendOutcome.ResultGone or SendOutcome.ResultAway:
                copy.Lose();
                await Save(CancellationToken.None);
                return await TellOnce(generation, copies, copy, token);
            case SendOutcome.Unknown or SendOutcome.RecipientGone:
                return LaterOutcome.Done;
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private async Task<SendOutcome> Send(Generation generation, int output, CancellationToken token)
    {
        var notice = await notices.About(generation, token);
        var outcome = await notifier.Original(notice, output, token);
        return outcome is not SendOutcome.ResultGone
            ? outcome
            : await renewal.Renew(generation, token) switch
            {
                RenewalOutcome.Renewed renewed => await notifier.Original(notice with { Generation = renewed.Generation }, output, token),
                RenewalOutcome.TryLater later => new SendOutcome.ResultAway(later.After, later.Detail),
                RenewalOutcome.Gone => outcome,
                var other => throw new InvalidOperationException($"No rule for {other}"),
            };
    }

    /// <summary>One word for all the files of one asking.</summary>
    private async Task<LaterOutcome> TellOnce(Generation generation, List<OriginalCopy> copies, OriginalCopy lost, CancellationToken token)
    {
        if (!copies.Exists(copy => copy != lost && copy.State == OriginalState.Lost && copy.AskedAt == lost.AskedAt))
        {
            await notifier.OriginalGone(await notices.About(generation, token), token);
        }

        return LaterOutcome.Done;
    }

    private async Task Save(CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await work.Commit(token);
    }
}
