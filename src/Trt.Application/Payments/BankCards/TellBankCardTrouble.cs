using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>Tells the customer that the card was not charged, and what to do.</summary>
public sealed record TellBankCardTrouble(PaymentId Id, UserId UserId, BankCardTrouble Trouble) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellBankCardTroubleHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier)
    : IRequestHandler<TellBankCardTrouble, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellBankCardTrouble command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return await notifier.BankCardTrouble(await notices.About(payment, token), command.Trouble, token).OrLater();
    }
}
