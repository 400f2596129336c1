using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Privacy;

/// <summary>A customer wants everything the shop knows of them. It is put together beside the request and comes as files.</summary>
public sealed record OrderArchive(UserId UserId, Cid Cid) : IRequest<ArchiveOutcome>;

public abstract record ArchiveOutcome
{
    public sealed record OnItsWay : ArchiveOutcome;

    /// <param name="Again">When the next one can be asked for.</param>
    public sealed record JustAsked(TimeSpan Again) : ArchiveOutcome;
}

internal sealed class OrderArchiveHandler(ITrtDb db, IOutbox outbox, TimeProvider time) : IRequestHandler<OrderArchive, ArchiveOutcome>
{
    public async Task<ArchiveOutcome> Handle(OrderArchive request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var user = (await db.LockUser(request.UserId, token))!;
        if (!user.AskForArchive(now))
        {
            return new ArchiveOutcome.JustAsked(User.BetweenArchives - (now - user.ArchiveAskedAt!.Value));
        }

        outbox.Add(new SendArchive(request.UserId, now, AfterId: null, Piece: 1), request.Cid);
        await work.Commit(token);
        return new ArchiveOutcome.OnItsWay();
    }
}
