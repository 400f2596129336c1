using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>Everybody who is blocked: each instance asks every moment, so that a block made elsewhere holds here as well.</summary>
public sealed record ListBlocked : IRequest<IReadOnlyList<UserId>>;

internal sealed class ListBlockedHandler(ITrtDb db) : IRequestHandler<ListBlocked, IReadOnlyList<UserId>>
{
    public async Task<IReadOnlyList<UserId>> Handle(ListBlocked request, CancellationToken token) =>
        await db.Users.Where(user => user.BlockedAt != null).Select(user => user.Id).ToListAsync(token);
}
