using FluentValidation;
using MediatR;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>
/// Money has come through the messenger. It is credited once per charge, whatever became of the invoice meanwhile;
/// what nobody asked for is the payer's all the same.
/// </summary>
/// <param name="Payload">What the invoice carried; anything when it was not ours.</param>
public sealed record TakePayment(UserId Payer, PaidTotal Price, string Payload, string ChargeId, string? ProviderChargeId, Cid Cid)
    : IRequest<TakeOutcome>;

public enum TakeOutcome
{
    Credited,

    /// <summary>This charge has been dealt with before.</summary>
    KnownBefore,

    /// <summary>In a currency we cannot count: an operator decides.</summary>
    Held,
}

internal sealed class TakePaymentHandler(ITrtDb db, IOutbox outbox, Till till, IShopTerms terms, TimeProvider time)
    : IRequestHandler<TakePayment, TakeOutcome>
{
    public async Task<TakeOutcome> Handle(TakePayment request, CancellationToken token)
    {
        var method = request.Price.Currency == PaidTotal.Stars ? PaymentMethod.Stars : PaymentMethod.Invoice;
        await using var work = await db.Begin(token);
        if (await db.LockPaymentOfCharge(method, request.ChargeId, token) is not null)
        {
            return TakeOutcome.KnownBefore;
        }

        var payment = await Asked(request, method, token) ?? Unasked(request, method);
        payment.NoteProviderCharge(request.ProviderChargeId);
        var isCountable = !payment.Amount.IsZero;
        if (isCountable)
        {
            await till.Credit(payment, new MoneyIn(request.ChargeId, payment.Amount, Booking.System, request.Cid), token);
        }
        else
        {
            payment.Hold(request.ChargeId, $"{request.Price} came, and the shop counts no {request.Price.Currency}");
        }

        await work.Commit(token);
        return isCountable ? TakeOutcome.Credited : TakeOutcome.Held;
    }

    /// <summary>The payment this was asked for by, unless it is another's, paid already, or not for this price.</summary>
    private async Task<Payment?> Asked(TakePayment request, PaymentMethod method, CancellationToken token) =>
        PaymentId.Parse(request.Payload) is { } id
        && await db.LockPayment(id, token) is { ChargeId: null } payment
        && payment.UserId == request.Payer
        && payment.Method == method
        && payment.Price == request.Price
        && payment.Status.CanBecome(PaymentStatus.Credited)
            ? payment
            : null;

    private Payment Unasked(TakePayment request, PaymentMethod method)
    {
        const string reason = "nobody asked for this payment: an invoice paid twice, forwarded, changed, or older than the records";
        var payment = Payment.Unasked(
            PaymentId.New(time.GetUtcNow()), request.Payer, method, Count(request.Price), request.Price, reason, time.GetUtcNow());
        db.Payments.Add(payment);
        outbox.Add(new TellOperators(new Matter.PaidUnasked(payment.Id, request.Payer, request.Price, payment.Amount)), request.Cid);
        return payment;
    }

    private Money Count(PaidTotal price) => price.Currency switch
    {
        PaidTotal.Stars when terms.Current.TopUps.Stars.IsSet => terms.Current.TopUps.Stars.Of(price.Units),
        PaidTotal.Rubles => new Money(price.Units),
        _ => Money.Zero,
    };
}

internal sealed class TakePaymentValidator : AbstractValidator<TakePayment>
{
    public TakePaymentValidator()
    {
        RuleFor(request => request.Payer.Value).GreaterThan(0);
        RuleFor(request => request.Price.Units).GreaterThan(0);
        RuleFor(request => request.Price.Currency).NotEmpty().MaximumLength(PaidTotal.CurrencyLengthMax);
        RuleFor(request => request.ChargeId).NotEmpty().MaximumLength(Payment.ChargeIdLengthMax);
        RuleFor(request => request.Payload).NotNull();
    }
}
