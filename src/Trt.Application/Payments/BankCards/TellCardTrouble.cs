using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>Tells the customer that the card was not charged, and what to do.</summary>
public sealed record TellCardTrouble(PaymentId Id, UserId UserId, CardTrouble Trouble) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellCardTroubleHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier)
    : IRequestHandler<TellCardTrouble, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellCardTrouble command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return await notifier.CardTrouble(await notices.About(payment, token), command.Trouble, token).OrLater();
    }
}
