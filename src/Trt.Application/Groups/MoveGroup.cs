using MediatR;
using Trt.Application.Ports;

namespace Trt.Application.Groups;

/// <summary>A group became a supergroup: the messenger closes the old chat, and what is owed there follows into the new one.</summary>
public sealed record MoveGroup(long From, long To, string Title) : IRequest;

internal sealed class MoveGroupHandler(ITrtDb db, TimeProvider time) : AsyncRequestHandler<MoveGroup>
{
    protected override async Task Handle(MoveGroup request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var old = await db.LockGroup(request.From, request.Title, token);
        if (old.MovedTo == request.To)
        {
            return;
        }

        old.MoveTo(await db.LockGroup(request.To, request.Title, token), time.GetUtcNow());
        await db.MoveAsked(request.From, request.To, token);
        await work.Commit(token);
    }
}
