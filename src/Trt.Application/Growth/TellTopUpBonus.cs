using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>A promo code has added something to a top-up.</summary>
public sealed record TellTopUpBonus(UserId UserId, string Code, Money Bonus) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"promo:{Code}:{UserId}";
}

internal sealed class TellTopUpBonusHandler(ITrtDb db, IGrowthNotifier notifier) : IRequestHandler<TellTopUpBonus, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellTopUpBonus command, CancellationToken token)
    {
        var language = await db.Users.Where(user => user.Id == command.UserId).Select(user => user.Language).FirstAsync(token);
        var balance = await db.Wallets.Where(wallet => wallet.UserId == command.UserId).Select(wallet => wallet.Available).FirstAsync(token);
        return await notifier.Tell(new TopUpBonusWord(command.UserId, language, command.Code, command.Bonus, balance), token) is SendOutcome.TryLater later
            ? LaterOutcome.After(later.After, later.Detail)
            : LaterOutcome.Done;
    }
}
