using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>
/// The customer is about to pay and the messenger asks whether that is right. Looking only, and no lock: the answer is due within seconds,
/// and whatever is paid in the end is credited anyway.
/// </summary>
public sealed record JudgeCheckout(UserId Payer, string Payload, PaidTotal Price) : IRequest<CheckoutVerdict>;

/// <param name="Refusal">Null when the payment may go on.</param>
/// <param name="Language">The payer's own choice; null when they are not known.</param>
public sealed record CheckoutVerdict(CheckoutRefusal? Refusal, Language? Language);

public enum CheckoutRefusal
{
    /// <summary>No invoice of ours, or one that is forgotten.</summary>
    Unknown,

    /// <summary>Made for somebody else: their balance would not get the money.</summary>
    NotYours,
    AlreadyPaid,

    /// <summary>Cancelled or too old.</summary>
    Outdated,

    /// <summary>Not the amount or the currency that was asked.</summary>
    PriceDiffers,

    /// <summary>We could not look in time.</summary>
    NoAnswerInTime,
}

internal sealed class JudgeCheckoutHandler(ITrtDb db, TimeProvider time) : IRequestHandler<JudgeCheckout, CheckoutVerdict>
{
    public async Task<CheckoutVerdict> Handle(JudgeCheckout request, CancellationToken token)
    {
        var id = PaymentId.Parse(request.Payload);
        var facts = await db.Users
            .Where(user => user.Id == request.Payer)
            .Select(user => new
            {
                user.Language,
                Payment = db.Payments.FirstOrDefault(payment => payment.Id == id),
            })
            .AsNoTracking()
            .FirstOrDefaultAsync(token);
        return new CheckoutVerdict(Judge(facts?.Payment, request), facts?.Language);
    }

    private CheckoutRefusal? Judge(Payment? payment, JudgeCheckout request) => payment switch
    {
        null => CheckoutRefusal.Unknown,
        _ when payment.UserId != request.Payer => CheckoutRefusal.NotYours,
        { WasCredited: true } => CheckoutRefusal.AlreadyPaid,
        _ when payment.Status != PaymentStatus.Open || payment.IsExpired(time.GetUtcNow()) => CheckoutRefusal.Outdated,
        _ when payment.Price != request.Price => CheckoutRefusal.PriceDiffers,
        _ => null,
    };
}
