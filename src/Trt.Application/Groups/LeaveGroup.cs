using MediatR;
using Trt.Application.Ports;

namespace Trt.Application.Groups;

/// <summary>The bot was removed from a group, or may not speak there: results that were asked for there go to who asked.</summary>
public sealed record LeaveGroup(long ChatId) : IRequest;

internal sealed class LeaveGroupHandler(ITrtDb db, TimeProvider time) : AsyncRequestHandler<LeaveGroup>
{
    protected override async Task Handle(LeaveGroup request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        (await db.LockGroup(request.ChatId, "", token)).Leave(time.GetUtcNow());
        await work.Commit(token);
    }
}
