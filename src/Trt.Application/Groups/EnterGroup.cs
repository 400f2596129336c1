using MediatR;
using Trt.Application.Ports;

namespace Trt.Application.Groups;

/// <summary>The bot was let into a group. True when it says hello: not twice for one coming in.</summary>
public sealed record EnterGroup(long ChatId, string Title) : IRequest<bool>;

internal sealed class EnterGroupHandler(ITrtDb db, TimeProvider time) : IRequestHandler<EnterGroup, bool>
{
    public async Task<bool> Handle(EnterGroup request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var greets = (await db.LockGroup(request.ChatId, request.Title, token)).Enter(request.Title, time.GetUtcNow());
        await work.Commit(token);
        return greets;
    }
}
