using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Groups;

/// <summary>Somebody has left a group: what they asked for there comes to them.</summary>
public sealed record PartFromGroup(UserId UserId, long ChatId) : IRequest;

internal sealed class PartFromGroupHandler(ITrtDb db) : AsyncRequestHandler<PartFromGroup>
{
    protected override async Task Handle(PartFromGroup request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.BringAskedHome(request.UserId, request.ChatId, token);
        await work.Commit(token);
    }
}
