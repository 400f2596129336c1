using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>
/// The inviter's free generations, once for each friend. It runs on its own, so the friend's save never waits for a popular inviter.
/// </summary>
/// <param name="UserId">The inviter.</param>
public sealed record RewardInviter(UserId UserId, UserId Invitee) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"invitation:{Invitee}";
}

internal sealed partial class RewardInviterHandler(
    ITrtDb db, IOutbox outbox, IShopTerms terms, ShopOptions options, TimeProvider time, ILogger<RewardInviterHandler> logger)
    : IRequestHandler<RewardInviter, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(RewardInviter command, CancellationToken token)
    {
        var (now, today) = (time.GetUtcNow(), options.DayOf(time.GetUtcNow()));
        await using var work = await db.Begin(token);
        if (await db.Users.AnyAsync(user => user.Id == command.UserId && user.BlockedAt != null, token))
        {
            // It stays open: should they be welcome again, the friend's next result brings it.
            return LaterOutcome.Done;
        }

        // The inviter's bank also keeps their rewards apart, so the day's number is exact.
        var bank = await db.LockFreeBank(command.UserId, token);
        var invitation = await db.Invitations.FirstAsync(
            found => found.InviteeId == command.Invitee && found.InviterId == command.UserId, token);
        var rewardedToday = await db.Invitations.CountAsync(
            given => given.InviterId == command.UserId && given.RewardedOn == today && given.Reward == InviterReward.Given, token);
        if (invitation.TryReward(rewardedToday, terms.Current.Growth.RewardsPerInviterPerDay, today) && invitation.Free > 0)
        {
            bank.Grant(invitation.Free, $"invitation:{command.Invitee}", "a friend came", now);
            outbox.Add(
                new TellInviter(command.UserId, command.Invitee, InviterNews.FreeEarned, invitation.Free, Money.Zero),
                new Cid(command.Key));
        }

        await work.Commit(token);
        Decided(command.Invitee.Value, command.UserId.Value, invitation.Reward);
        return LaterOutcome.Done;
    }

    [LoggerMessage(EventId = 132, EventName = "REFERRAL_REWARD", Level = LogLevel.Information,
        Message = "REFERRAL_REWARD for {Invitee} to {Inviter}: {Reward}")]
    private partial void Decided(long invitee, long inviter, InviterReward reward);
}
