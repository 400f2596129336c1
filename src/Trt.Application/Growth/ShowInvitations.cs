using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>The customer's own link, what it brings by today's terms, and what it has brought.</summary>
public sealed record ShowInvitations(UserId UserId) : IRequest<InvitationsView>;

/// <param name="StartParameter">What follows "?start=" in the customer's link.</param>
/// <param name="HasGift">A present of the house is waiting to be taken.</param>
public sealed record InvitationsView(
    string StartParameter, GrowthTerms Terms, int Invited, int Rewarded, int FreeEarned, Money MoneyEarned, bool HasGift);

internal sealed class ShowInvitationsHandler(ITrtDb db, IShopTerms terms) : IRequestHandler<ShowInvitations, InvitationsView>
{
    public async Task<InvitationsView> Handle(ShowInvitations request, CancellationToken token)
    {
        var growth = terms.Current.Growth;
        var friends = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.InviterId == request.UserId)
            .GroupBy(invitation => invitation.Reward)
            .Select(group => new
            {
                Reward = group.Key,
                Count = group.Count(),
                Free = group.Sum(invitation => invitation.Free),
            })
            .ToListAsync(token);
        var shares = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.InviterId == request.UserId && invitation.FirstPayment != null)
            .Select(invitation => invitation.Share)
            .ToListAsync(token);
        var given = friends.Find(group => group.Reward == InviterReward.Given);
        return new InvitationsView(
            StartParameter.InvitationBy(request.UserId),
            growth,
            friends.Sum(group => group.Count),
            given?.Count ?? 0,
            given?.Free ?? 0,
            shares.Aggregate(Money.Zero, (sum, share) => sum + share),
            growth.GiftRubles is not null && !await db.Gifts.AnyAsync(gift => gift.UserId == request.UserId, token));
    }
}
