using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Cashbox;

/// <summary>Tells the customer that a payment went back to where it came from.</summary>
public sealed record TellRefund(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellRefundHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier)
    : IRequestHandler<TellRefund, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellRefund command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return await notifier.Refunded(await notices.About(payment, token), token).OrLater();
    }
}
