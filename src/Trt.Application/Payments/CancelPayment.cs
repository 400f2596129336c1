using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>The customer changes their mind. Should the money come all the same, it is credited.</summary>
public sealed record CancelPayment(UserId UserId, PaymentId Id) : IRequest<CancelPaymentOutcome>;

public enum CancelPaymentOutcome
{
    Cancelled,
    TooLate,
    NotFound,
}

internal sealed class CancelPaymentHandler(ITrtDb db) : IRequestHandler<CancelPayment, CancelPaymentOutcome>
{
    public async Task<CancelPaymentOutcome> Handle(CancelPayment request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var payment = await db.LockPayment(request.Id, token);
        if (payment is null || payment.UserId != request.UserId)
        {
            return CancelPaymentOutcome.NotFound;
        }

        if (payment.Status is PaymentStatus.Cancelled or PaymentStatus.Expired)
        {
            return CancelPaymentOutcome.Cancelled;
        }

        if (!payment.Status.CanBecome(PaymentStatus.Cancelled))
        {
            return CancelPaymentOutcome.TooLate;
        }

        payment.Cancel();
        await work.Commit(token);
        return CancelPaymentOutcome.Cancelled;
    }
}
