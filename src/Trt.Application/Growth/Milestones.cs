using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Growth;

/// <summary>
/// What a result or a payment means beside itself: for the friend who invited, for a promised bonus, for a balance that runs low.
/// Inside the caller's unit of work, under the lock of the customer's wallet where one is given.
/// </summary>
internal sealed class Milestones(ITrtDb db, IOutbox outbox, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>The result's own message goes first.</summary>
    private static readonly TimeSpan AfterTheResult = TimeSpan.FromSeconds(3);

    /// <param name="charged">The wallet that has just paid for it; null when it was free.</param>
    public async Task Generated(Generation generation, Wallet? charged, CancellationToken token)
    {
        if (terms.Current.Growth.InviterRewardAt <= RewardMoment.FirstGeneration
            && await db.Invitations.AsNoTracking().FirstOrDefaultAsync(
                found => found.InviteeId == generation.UserId && found.Reward == InviterReward.Waiting, token) is { } invitation)
        {
            outbox.Add(new RewardInviter(invitation.InviterId, invitation.InviteeId), generation.Cid);
        }

        if (charged?.Available < generation.Price)
        {
            await BalanceIsLow(generation, token);
        }
    }

    /// <returns>What a promo code has added to the payment.</returns>
    public async Task<TopUpBonus?> Paid(Wallet wallet, Money amount, Cid cid, CancellationToken token)
    {
        if (await db.Invitations.FirstOrDefaultAsync(found => found.InviteeId == wallet.UserId, token) is { } invitation
            && invitation.TryNotePayment(amount))
        {
            TellOfFirstPayment(invitation, cid);
        }

        return await Boost(wallet, amount, token);
    }

    private void TellOfFirstPayment(Invitation invitation, Cid cid)
    {
        if (terms.Current.Growth.SharePercent > 0)
        {
            outbox.Add(new ShareFirstPayment(invitation.InviterId, invitation.InviteeId), cid);
        }

        if (invitation.Reward == InviterReward.Waiting)
        {
            outbox.Add(new RewardInviter(invitation.InviterId, invitation.InviteeId), cid);
        }
    }

    private async Task<TopUpBonus?> Boost(Wallet wallet, Money amount, CancellationToken token)
    {
        if (await db.TopUpBoosts.FirstOrDefaultAsync(found => found.UserId == wallet.UserId, token) is { } boost
            && boost.BonusFor(amount) is { IsZero: false } bonus)
        {
            wallet.Grant(bonus, new Booking(boost.Reference, Booking.System, $"promo code {boost.Code}", time.GetUtcNow()));
            db.TopUpBoosts.Remove(boost);
            return new TopUpBonus(boost.Code, bonus);
        }

        return null;
    }

    /// <summary>The wallet's lock keeps two results apart, so one day brings one notice, on all instances together.</summary>
    private async Task BalanceIsLow(Generation generation, CancellationToken token)
    {
        if (!terms.Current.Growth.LowBalanceNotice)
        {
            return;
        }

        var notice = await db.LowBalanceNotices.FirstOrDefaultAsync(found => found.UserId == generation.UserId, token);
        if (notice is null)
        {
            notice = LowBalanceNotice.For(generation.UserId);
            db.LowBalanceNotices.Add(notice);
        }

        if (notice.TryTake(options.DayOf(time.GetUtcNow())))
        {
            outbox.Add(new TellLowBalance(generation.UserId, generation.Model, generation.Price), generation.Cid, AfterTheResult);
        }
    }
}
