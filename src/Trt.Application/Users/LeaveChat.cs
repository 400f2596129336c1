using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Users;

/// <summary>The person stopped the bot.</summary>
public sealed record LeaveChat(UserId UserId) : IRequest;

internal sealed class LeaveChatHandler(ITrtDb db) : AsyncRequestHandler<LeaveChat>
{
    protected override async Task Handle(LeaveChat request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstOrDefaultAsync(found => found.Id == request.UserId, token);
        user?.Leave();
        await work.Commit(token);
    }
}
