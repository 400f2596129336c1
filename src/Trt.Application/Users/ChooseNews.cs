using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Users;

/// <summary>The customer says whether the shop may write to them about news; about orders and money it always does.</summary>
/// <param name="Wants">Null only asks.</param>
/// <returns>Whether they want them.</returns>
public sealed record ChooseNews(UserId UserId, bool? Wants = null) : IRequest<bool>;

internal sealed class ChooseNewsHandler(ITrtDb db) : IRequestHandler<ChooseNews, bool>
{
    public async Task<bool> Handle(ChooseNews request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstAsync(found => found.Id == request.UserId, token);
        if (request.Wants is { } wants && wants != user.WantsNews)
        {
            user.Hear(wants);
            await work.Commit(token);
        }

        return user.WantsNews;
    }
}
