using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Tells the customer that the money is there, and leads back to the order that lacked it.</summary>
public sealed record TellMoneyReceived(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellMoneyReceivedHandler(ITrtDb db, PaymentNotices notices, INotifier notifier, TimeProvider time)
    : IRequestHandler<TellMoneyReceived, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellMoneyReceived command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        return await notifier.MoneyReceived(await notices.About(payment, token), await OrderWaits(payment, token), token) is SendOutcome.TryLater later
            ? LaterOutcome.After(later.After, later.Detail)
            : LaterOutcome.Done;
    }

    private async Task<bool> OrderWaits(Payment payment, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        return payment.Draft is { } id
            && await db.Drafts.AnyAsync(draft => draft.UserId == payment.UserId && draft.Id == id && draft.ExpiresAt > now, token);
    }
}
