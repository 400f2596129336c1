using System.Globalization;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>The operator has seen it and how many it goes to, and sends it. Whom it goes to is written down in the same save.</summary>
/// <param name="Revision">That was shown: what has changed since is not sent.</param>
public sealed record StartBroadcast(Actor.InChat By, Guid Id, int Revision, Cid Cid) : IAdminRequest<StartedBroadcast>
{
    Actor IAdminRequest<StartedBroadcast>.By => By;
}

public abstract record StartedBroadcast
{
    public sealed record Started(Broadcast Broadcast) : StartedBroadcast;

    /// <summary>Sent before, thrown away, or changed since it was shown.</summary>
    public sealed record Outdated : StartedBroadcast;

    public sealed record CannotBe(BroadcastProblem Problem) : StartedBroadcast;

    /// <summary>Nobody belongs to its audience.</summary>
    public sealed record Nobody : StartedBroadcast;
}

internal sealed class StartBroadcastHandler(
    AdminGate gate, ITrtDb db, IBroadcasts broadcasts, IOutbox outbox, ShopOptions options, TimeProvider time)
    : AdminHandler<StartBroadcast, StartedBroadcast>(gate, AdminAct.Broadcast)
{
    protected override async Task<StartedBroadcast> Serve(StartBroadcast request, AdminRights rights, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var draft = await db.LockBroadcast(request.Id, token);
        if (draft is not { IsDraft: true } || draft.Revision != request.Revision || draft.AuthorId != request.By.UserId)
        {
            return new StartedBroadcast.Outdated();
        }

        if (draft.Problem is { } problem)
        {
            return new StartedBroadcast.CannotBe(problem);
        }

        var total = await broadcasts.Address(draft.Id, draft.Audience, options.DayOf(now), token);
        if (total == 0)
        {
            return new StartedBroadcast.Nobody();
        }

        draft.Start(total, now);
        outbox.Add(new SendBroadcast(draft.Id), request.Cid);
        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "broadcast.started", $"broadcast:{draft.Id:N}", null,
            string.Create(CultureInfo.InvariantCulture, $"{draft.Audience}: {total}"), "", now));
        await work.Commit(token);
        return new StartedBroadcast.Started(draft);
    }
}
