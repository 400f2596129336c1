using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>The inviter's part of the friend's first payment, once.</summary>
/// <param name="UserId">The inviter.</param>
public sealed record ShareFirstPayment(UserId UserId, UserId Invitee) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"invitation:{Invitee}";
}

internal sealed class ShareFirstPaymentHandler(ITrtDb db, IOutbox outbox, IShopTerms terms, TimeProvider time)
    : IRequestHandler<ShareFirstPayment, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(ShareFirstPayment command, CancellationToken token)
    {
        var growth = terms.Current.Growth;
        await using var work = await db.Begin(token);
        var wallet = await db.LockWallet(command.UserId, token);
        var invitation = await db.Invitations.FirstAsync(
            found => found.InviteeId == command.Invitee && found.InviterId == command.UserId, token);
        if (invitation.TakeShare(growth.SharePercent, growth.ShareMax) is { IsZero: false } share)
        {
            wallet.Grant(share, new Booking($"invitation:{command.Invitee}", Booking.System, "a friend's first top-up", time.GetUtcNow()));
            outbox.Add(new TellInviter(command.UserId, command.Invitee, InviterNews.MoneyEarned, 0, share), new Cid(command.Key));
            await work.Commit(token);
        }

        return LaterOutcome.Done;
    }
}
