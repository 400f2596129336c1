using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>Good news for somebody who brought a friend.</summary>
/// <param name="UserId">The inviter.</param>
/// <param name="Free">Free generations, promised or given.</param>
/// <param name="Money">Put on the balance.</param>
public sealed record TellInviter(UserId UserId, UserId Invitee, InviterNews News, int Free, Money Money) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"invitation:{Invitee}";
}

internal sealed class TellInviterHandler(ITrtDb db, IShopTerms terms, IGrowthNotifier notifier) : IRequestHandler<TellInviter, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellInviter command, CancellationToken token)
    {
        var language = await db.Users.Where(user => user.Id == command.UserId).Select(user => user.Language).FirstAsync(token);
        var notice = new InviterNotice(
            command.UserId, language, command.News, command.Free, command.Money, terms.Current.Growth.InviterRewardAt);
        return await notifier.Tell(notice, token).OrLater();
    }
}
