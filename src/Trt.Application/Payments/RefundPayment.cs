using FluentValidation;
using Trt.Application.BackOffice;
using Trt.Application.Later;
using Trt.Application.Payments.BankCards;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Messenger;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>
/// An operator gives a payment back, the whole of it. The money leaves the wallet first, so that it cannot be spent meanwhile;
/// Stars and cards then go back by themselves. Other ways are paid back by hand:
/// <paramref name="IsPaidBackByHand"/> says that this was done.
/// </summary>
public sealed record RefundPayment(Actor By, PaymentId Id, string Reason, bool IsPaidBackByHand, Cid Cid) : IAdminRequest<RefundResult>;

public abstract record RefundResult
{
    /// <summary>It is on its way to the payer.</summary>
    public sealed record Begun(Payment Payment) : RefundResult;

    /// <summary>Paid back by hand, and now in the books.</summary>
    public sealed record Booked(Payment Payment) : RefundResult;

    /// <summary>Asked before: on its way, or there already.</summary>
    public sealed record AlreadyAsked(Payment Payment) : RefundResult;

    /// <summary>Nothing is booked yet: pay it back at the provider, then say so.</summary>
    public sealed record ByHandFirst(Payment Payment) : RefundResult;

    /// <summary>The customer has spent it.</summary>
    public sealed record Spent(Payment Payment, Money Available) : RefundResult;

    /// <summary>No money came with this payment.</summary>
    public sealed record NeverCredited(Payment Payment) : RefundResult;

    public sealed record NotFound : RefundResult;
}

internal sealed class RefundPaymentHandler(AdminGate gate, ITrtDb db, IOutbox outbox, Refunds refunds, TimeProvider time)
    : AdminHandler<RefundPayment, RefundResult>(gate, AdminAct.RefundPayments)
{
    protected override async Task<RefundResult> Serve(RefundPayment request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var payment = await db.LockPayment(request.Id, token);
        switch (payment)
        {
            case null:
                return new RefundResult.NotFound();
            case { Status: PaymentStatus.Refunding or PaymentStatus.Refunded }:
                return new RefundResult.AlreadyAsked(payment);
            case { Status: not PaymentStatus.Credited }:
                return new RefundResult.NeverCredited(payment);
        }

        var wallet = await db.LockWallet(payment.UserId, token);
        if (wallet.Available < payment.Amount)
        {
            return new RefundResult.Spent(payment, wallet.Available);
        }

        var wayBack = WayBack(payment, request.IsPaidBackByHand);
        if (wayBack is null && !request.IsPaidBackByHand)
        {
            return new RefundResult.ByHandFirst(payment);
        }

        var now = time.GetUtcNow();
        var actor = request.By.Mark;
        refunds.Begin(payment, wallet, actor, request.Reason);
        db.Audit.Add(AuditEntry.Of(
            actor, "payment.refund", $"payment:{payment.Id}", null, $"{payment.Amount} of customer {payment.UserId}", request.Reason, now));
        if (wayBack is not null)
        {
            outbox.Add(wayBack, request.Cid);
        }
        else
        {
            refunds.Finish(payment, request.Cid);
        }

        await work.Commit(token);
        if (wayBack is not null)
        {
            return new RefundResult.Begun(payment);
        }

        Refunds.Count();
        return new RefundResult.Booked(payment);
    }

    /// <summary>Null when nothing but a person can bring it back.</summary>
    private static ILaterCommand? WayBack(Payment payment, bool isPaidBackByHand) => payment.Method switch
    {
        PaymentMethod.Stars => new RefundStars(payment.Id, payment.UserId),
        PaymentMethod.Card => isPaidBackByHand ? null : new ReturnBankCardPayment(payment.Id, payment.UserId),
        PaymentMethod.Invoice or PaymentMethod.Transfer => null,
    };
}

internal sealed class RefundPaymentValidator : AbstractValidator<RefundPayment>
{
    public RefundPaymentValidator()
    {
        RuleFor(request => request.By.Mark).MaximumLength(Booking.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Payment.ReasonLengthMax).WithMessage(
            "Say why, in at most 500 characters.");
    }
}
