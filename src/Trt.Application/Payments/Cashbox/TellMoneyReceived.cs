using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Cashbox;

/// <summary>Tells the customer that the money is there, and leads back to the order that lacked it.</summary>
/// <param name="Bonus">What a promo code has added to it.</param>
public sealed record TellMoneyReceived(PaymentId Id, UserId UserId, TopUpBonus? Bonus = null) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellMoneyReceivedHandler(ITrtDb db, PaymentNotices notices, IPaymentNotifier notifier, TimeProvider time)
    : IRequestHandler<TellMoneyReceived, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellMoneyReceived command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        var notice = await notices.About(payment, token) with { Bonus = command.Bonus };
        return await notifier.MoneyReceived(notice, await OrderWaits(payment, token), token).OrLater();
    }

    private async Task<bool> OrderWaits(Payment payment, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        return payment.Draft is { } id
            && await db.Drafts.AnyAsync(draft => draft.UserId == payment.UserId && draft.Id == id && draft.ExpiresAt > now, token);
    }
}
