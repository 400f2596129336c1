using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>Tells the customer that an operator changed their balance, by how much and why.</summary>
public sealed record TellAdjustment(UserId UserId, long Kopecks, string Reason, string Reference) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Reference;
}

internal sealed class TellAdjustmentHandler(ITrtDb db, IOperatorNotifier notifier) : IRequestHandler<TellAdjustment, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellAdjustment command, CancellationToken token)
    {
        var language = await db.Users.Where(user => user.Id == command.UserId)
            .Select(user => (Language?)user.Language)
            .FirstOrDefaultAsync(token);
        var balance = await db.Wallets.Where(wallet => wallet.UserId == command.UserId)
            .Select(wallet => wallet.Available)
            .FirstOrDefaultAsync(token);
        var notice = new AdjustmentNotice(command.UserId, language ?? Language.Russian, command.Kopecks, command.Reason, balance);
        return await notifier.Adjusted(notice, token).OrLater();
    }
}
