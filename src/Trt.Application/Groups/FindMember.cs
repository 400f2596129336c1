using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Groups;

/// <summary>What we know of somebody in a group. Nobody becomes a customer by being spoken to there.</summary>
public sealed record FindMember(UserId UserId, Language Guess) : IRequest<MemberFacts>;

/// <param name="CanBeReached">They have started the bot and not stopped it: what only they may read can be sent to them.</param>
public sealed record MemberFacts(UserId UserId, Language Language, bool CanBeReached, bool IsBlocked);

internal sealed class FindMemberHandler(ITrtDb db) : IRequestHandler<FindMember, MemberFacts>
{
    public async Task<MemberFacts> Handle(FindMember request, CancellationToken token) =>
        await db.Users
            .Where(user => user.Id == request.UserId)
            .Select(user => new MemberFacts(user.Id, user.Language, !user.HasLeft, user.BlockedAt != null))
            .FirstOrDefaultAsync(token)
        ?? new MemberFacts(request.UserId, request.Guess, CanBeReached: false, IsBlocked: false);
}
