using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>One payment for an operator's eyes, and what the customer has now.</summary>
public sealed record ShowPayment(PaymentId Id) : IRequest<PaymentView?>;

public sealed record PaymentView(Payment Payment, Money Available);

internal sealed class ShowPaymentHandler(ITrtDb db) : IRequestHandler<ShowPayment, PaymentView?>
{
    public async Task<PaymentView?> Handle(ShowPayment request, CancellationToken token)
    {
        if (await db.Payments.AsNoTracking().FirstOrDefaultAsync(found => found.Id == request.Id, token) is not { } payment)
        {
            return null;
        }

        var available = await db.Wallets.Where(wallet => wallet.UserId == payment.UserId)
            .Select(wallet => (Money?)wallet.Available)
            .FirstOrDefaultAsync(token);
        return new PaymentView(payment, available ?? Money.Zero);
    }
}
