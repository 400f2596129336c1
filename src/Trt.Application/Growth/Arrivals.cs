using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>
/// What the link somebody followed means, inside the save that has just registered them. Only whoever is new in this very save
/// can have been invited: so nobody is invited twice, invites themselves or closes a ring.
/// </summary>
internal sealed partial class Arrivals(
    ITrtDb db, IOutbox outbox, IShopTerms terms, ShopOptions options, TimeProvider time, ILogger<Arrivals> logger)
{
    /// <returns>The free generations that the newcomer has been given.</returns>
    public async Task<int> Receive(StartParameter? link, UserId user, bool isNew, Cid cid, CancellationToken token)
    {
        switch (link)
        {
            case StartParameter.CameFrom from:
                await db.PutAttribution(new Attribution(user, isNew ? from.Source : null, from.Source, time.GetUtcNow()), token);
                return 0;
            case StartParameter.Invited invited when isNew:
                return await Accept(invited.By, user, cid, token);
            default:
                return 0;
        }
    }

    private async Task<int> Accept(UserId inviter, UserId user, Cid cid, CancellationToken token)
    {
        var growth = terms.Current.Growth;
        var (now, today) = (time.GetUtcNow(), options.DayOf(time.GetUtcNow()));
        if (inviter == user || !await db.Users.AnyAsync(known => known.Id == inviter && known.BlockedAt == null, token))
        {
            Ignored(user.Value, "nobody invites by this link");
            return 0;
        }

        if (await db.Invitations.CountAsync(given => given.AcceptedOn == today, token) >= growth.InvitationsPerDay)
        {
            Ignored(user.Value, "the shop's invitations of the day are used up");
            return 0;
        }

        var invitation = Invitation.Accept(inviter, user, growth.InvitationFree, today, now);
        db.Invitations.Add(invitation);
        if (invitation.Free > 0)
        {
            var bank = await db.LockFreeBank(user, token);
            bank.Grant(invitation.Free, $"invited:{user}", "invited by a friend", now);
        }

        await TellInviter(invitation, growth, cid, token);
        Accepted(user.Value, inviter.Value);
        return invitation.Free;
    }

    private async Task TellInviter(Invitation invitation, GrowthTerms growth, Cid cid, CancellationToken token)
    {
        if (growth.InviterRewardAt == RewardMoment.Arrival)
        {
            outbox.Add(new RewardInviter(invitation.InviterId, invitation.InviteeId), cid);
            return;
        }

        // A thousand false friends must not become a thousand messages.
        var friendsToday = await db.Invitations.CountAsync(
            given => given.InviterId == invitation.InviterId && given.AcceptedOn == invitation.AcceptedOn, token);
        if (friendsToday < growth.RewardsPerInviterPerDay)
        {
            outbox.Add(
                new TellInviter(invitation.InviterId, invitation.InviteeId, InviterNews.FriendCame, invitation.Free, Money.Zero), cid);
        }
    }

    [LoggerMessage(EventId = 130, EventName = "REFERRAL_ACCEPTED", Level = LogLevel.Information,
        Message = "REFERRAL_ACCEPTED {Invitee} invited by {Inviter}")]
    private partial void Accepted(long invitee, long inviter);

    [LoggerMessage(EventId = 131, EventName = "REFERRAL_IGNORED", Level = LogLevel.Information,
        Message = "REFERRAL_IGNORED for {Invitee}: {Reason}")]
    private partial void Ignored(long invitee, string reason);
}
