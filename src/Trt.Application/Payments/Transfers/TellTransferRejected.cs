using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>Tells the customer that the payment was not accepted, and why.</summary>
public sealed record TellTransferRejected(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellTransferRejectedHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier)
    : IRequestHandler<TellTransferRejected, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellTransferRejected command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return await notifier.TransferRejected(await notices.About(payment, token), token).OrLater();
    }
}
