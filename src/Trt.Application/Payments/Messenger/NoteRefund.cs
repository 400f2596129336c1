using FluentValidation;
using MediatR;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>The messenger says that a payer has their money back: by our own refund, or by one made past the shop.</summary>
public sealed record NoteRefund(UserId Payer, PaidTotal Price, string ChargeId, Cid Cid) : IRequest<NoteRefundOutcome>;

public enum NoteRefundOutcome
{
    Booked,
    KnownBefore,
}

internal sealed class NoteRefundHandler(ITrtDb db, IOutbox outbox, Refunds refunds, TimeProvider time)
    : IRequestHandler<NoteRefund, NoteRefundOutcome>
{
    public async Task<NoteRefundOutcome> Handle(NoteRefund request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var method = request.Price.Currency == PaidTotal.Stars ? PaymentMethod.Stars : PaymentMethod.Invoice;
        await using var work = await db.Begin(token);
        var payment = await db.LockPaymentOfCharge(method, request.ChargeId, token);
        switch (payment?.Status)
        {
            case PaymentStatus.Refunded:
                return NoteRefundOutcome.KnownBefore;
            case PaymentStatus.Refunding:
                refunds.Finish(payment, request.Cid);
                break;
            case PaymentStatus.Credited:
                await refunds.TakeBack(payment, "refunded past the shop", request.Cid, token);
                break;
            case null:
                Remember(request, method, now);
                break;
            default:
                payment.Reject("the payer got it back before it was decided");
                break;
        }

        await work.Commit(token);
        Refunds.Count();
        return NoteRefundOutcome.Booked;
    }

    /// <summary>The payment itself has not reached us yet; when it does, it is no money any more.</summary>
    private void Remember(NoteRefund request, PaymentMethod method, DateTimeOffset now)
    {
        const string reason = "refunded before the payment was heard of";
        db.Payments.Add(
            Payment.RefundedBeforeCredit(PaymentId.New(now), request.Payer, method, request.Price, request.ChargeId, reason, now));
        outbox.Add(new TellOperators(new Matter.RefundOfUnknown(request.Payer, request.Price, request.ChargeId)), request.Cid);
    }
}

internal sealed class NoteRefundValidator : AbstractValidator<NoteRefund>
{
    public NoteRefundValidator()
    {
        RuleFor(request => request.Payer.Value).GreaterThan(0);
        RuleFor(request => request.Price.Units).GreaterThan(0);
        RuleFor(request => request.Price.Currency).NotEmpty().MaximumLength(PaidTotal.CurrencyLengthMax);
        RuleFor(request => request.ChargeId).NotEmpty().MaximumLength(Payment.ChargeIdLengthMax);
    }
}
