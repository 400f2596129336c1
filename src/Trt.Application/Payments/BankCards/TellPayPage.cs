using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>Brings the way to the provider's page into the chat.</summary>
public sealed record TellPayPage(PaymentId Id, UserId UserId, string Address) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellPayPageHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier)
    : IRequestHandler<TellPayPage, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellPayPage command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return payment.Status == PaymentStatus.Open
            ? await notifier.PayPage(await notices.About(payment, token), new Uri(command.Address), token).OrLater()
            : LaterOutcome.Done;
    }
}
