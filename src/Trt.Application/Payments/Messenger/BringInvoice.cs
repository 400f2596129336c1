using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>Brings the invoice of an open payment to the chat.</summary>
public sealed record BringInvoice(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class BringInvoiceHandler(ITrtDb db, IOutbox outbox, PaymentNotices notices, IPaymentNotifier notifier, TimeProvider time)
    : IRequestHandler<BringInvoice, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(BringInvoice command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Open)
        {
            return LaterOutcome.Done;
        }

        var notice = await notices.About(payment, token);
        switch (await notifier.Invoice(notice, token))
        {
            case SendOutcome.TryLater later:
                return LaterOutcome.After(later.After, later.Detail);
            case SendOutcome.Sent or SendOutcome.RecipientGone or SendOutcome.Unknown:
                return LaterOutcome.Done;
            default:
                await GiveUp(command, token);
                await notifier.InvoiceRefused(notice, token);
                return LaterOutcome.Done;
        }
    }

    /// <summary>The messenger takes no such invoice: the way to pay is set up wrongly, and only the operator can mend that.</summary>
    private async Task GiveUp(BringInvoice command, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockPayment(command.Id, token) is not { Status: PaymentStatus.Open } payment)
        {
            return;
        }

        payment.Cancel();
        outbox.Add(new TellOperators(new Matter.InvoicesRefused(payment.Method)), Cid.New(time.GetUtcNow()));
        await work.Commit(token);
    }
}
