using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>
/// Somebody says that a payment has changed. They may be anybody, so it only makes us look at our own payment, by the name that we have
/// stored ourselves.
/// </summary>
/// <param name="ChargeId">The provider's name, as the notification gives it.</param>
/// <param name="PaymentId">Our name, as the notification gives it.</param>
public sealed record AcceptBankCardNotification(string ChargeId, PaymentId? PaymentId) : IRequest<NotificationOutcome>;

public enum NotificationOutcome
{
    Noted,

    /// <summary>No payment of ours has this name.</summary>
    Unknown,

    Unusable,
}

internal sealed class AcceptBankCardNotificationHandler(ITrtDb db, IOutbox outbox, TimeProvider time)
    : IRequestHandler<AcceptBankCardNotification, NotificationOutcome>
{
    public async Task<NotificationOutcome> Handle(AcceptBankCardNotification request, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking()
            .Where(found => found.Method == PaymentMethod.Card)
            .Where(found => found.ProviderChargeId == request.ChargeId || (found.ProviderChargeId == null && found.Id == request.PaymentId))
            .Select(found => new { found.Id, found.UserId, IsOpened = found.ProviderChargeId != null })
            .FirstOrDefaultAsync(token);
        if (payment is null)
        {
            return NotificationOutcome.Unknown;
        }

        await using var work = await db.Begin(token);
        if (payment.IsOpened)
        {
            await outbox.Ensure(new LookAtBankCardPayment(payment.Id, payment.UserId), Cid.New(time.GetUtcNow()), token);
        }
        else
        {
            // It overtook the answer to our own call, which is asked for again.
            await outbox.Hurry(new OpenBankCardPayment(payment.Id, payment.UserId), token);
        }

        await work.Commit(token);
        return NotificationOutcome.Noted;
    }
}
