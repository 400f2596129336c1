using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>Brings a broadcast to some of those who wait for it, and comes back for the next.</summary>
public sealed record SendBroadcast(Guid Id) : ILaterCommand
{
    public Lane Lane => Lane.News;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => $"{Id:N}";
}

internal sealed class SendBroadcastHandler(
    ITrtDb db, IBroadcasts broadcasts, IBroadcastNotifier notifier, IPace pace, IOutbox outbox, TimeProvider time)
    : IRequestHandler<SendBroadcast, LaterOutcome>
{
    /// <summary>Well within what a row may take at this pace.</summary>
    private const int AtOnceMax = 100;

    /// <summary>A call to the messenger does not take so long: whoever claimed that is not at it any more.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public async Task<LaterOutcome> Handle(SendBroadcast command, CancellationToken token)
    {
        var found = await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(broadcast => broadcast.Id == command.Id, token);
        if (found is null)
        {
            return LaterOutcome.Done;
        }

        await broadcasts.GiveUp(found.Id, time.GetUtcNow() - ClaimTime, time.GetUtcNow(), token);
        for (var sent = 0; found.IsSending && sent < AtOnceMax; sent++)
        {
            if (await pace.WaitForNews(token) is { } wait)
            {
                return LaterOutcome.After(wait);
            }

            if (await broadcasts.Claim(found.Id, time.GetUtcNow(), token) is not { } recipient)
            {
                return await End(command.Id, token);
            }

            if (await Send(found, recipient, token) is { } later)
            {
                return later;
            }
        }

        return found.IsSending ? LaterOutcome.After(TimeSpan.Zero) : await End(command.Id, token);
    }

    /// <returns>When to go on, where the messenger wants a rest.</returns>
    private async Task<LaterOutcome?> Send(Broadcast broadcast, UserId recipient, CancellationToken token)
    {
        var outcome = await notifier.Send(recipient, await db.LanguageOf(recipient, token), broadcast, token);
        var state = outcome switch
        {
            SendOutcome.Sent => RecipientState.Sent,
            SendOutcome.RecipientGone => RecipientState.Left,
            SendOutcome.Unknown => RecipientState.Unknown,
            SendOutcome.TryLater => RecipientState.Waiting,
            _ => RecipientState.Failed,
        };
        // What was sent is sent, even while the program is being stopped.
        await broadcasts.Note(broadcast.Id, recipient, state, time.GetUtcNow(), CancellationToken.None);
        return outcome is SendOutcome.TryLater later ? LaterOutcome.After(later.After, later.Detail) : null;
    }

    /// <summary>Nobody waits any more, or an operator has stopped it; the author hears of it when every row has its end.</summary>
    private async Task<LaterOutcome> End(Guid id, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockBroadcast(id, token) is not { } broadcast)
        {
            return LaterOutcome.Done;
        }

        var counts = await broadcasts.Counts(id, token);
        if (counts.Claimed > 0 || (broadcast.IsSending && counts.Waiting > 0))
        {
            return LaterOutcome.After(counts.Claimed > 0 ? LookAgain : TimeSpan.Zero);
        }

        broadcast.Finish(time.GetUtcNow());
        outbox.Add(new TellBroadcastEnd(id, broadcast.AuthorId), Cid.New(time.GetUtcNow()));
        await work.Commit(token);
        return LaterOutcome.Done;
    }
}
