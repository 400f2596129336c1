using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Payments.Cashbox;

/// <summary>The way of a payment back, whoever carries it: what the till is for money that comes, this is for money that goes.</summary>
internal sealed class Refunds(ITrtDb db, IOutbox outbox, TimeProvider time)
{
    /// <summary>The money leaves the wallet before the payer gets it back. The caller has looked that it is there.</summary>
    public void Begin(Payment payment, Wallet wallet, string actor, string reason)
    {
        payment.BeginRefund(actor, reason);
        wallet.Withdraw(payment.Amount, new Booking(payment.RefundReference, actor, reason, time.GetUtcNow()));
    }

    /// <summary>The payer has the money back; inside the caller's unit of work.</summary>
    public void Finish(Payment payment, Cid cid)
    {
        payment.FinishRefund(time.GetUtcNow());
        outbox.Add(new TellRefund(payment.Id, payment.UserId), cid);
    }

    /// <summary>The payer has the money back.</summary>
    public async Task Finish(PaymentId id, CancellationToken token)
    {
        var isFinished = false;
        await db.Decide(id, payment =>
        {
            isFinished = payment.Status == PaymentStatus.Refunding;
            if (isFinished)
            {
                Finish(payment, Cid.New(time.GetUtcNow()));
            }
        }, token);
        if (isFinished)
        {
            Count();
        }
    }

    /// <summary>Once it is saved.</summary>
    public static void Count() => Telemetry.Refunds.Add(1, new KeyValuePair<string, object?>("reason", "Payment"));

    /// <summary>A proven no: the money is on the wallet again, and operators are told.</summary>
    public Task PutBack(PaymentId id, string detail, CancellationToken token) => db.Decide(id, async payment =>
    {
        if (payment.Status != PaymentStatus.Refunding)
        {
            return;
        }

        var now = time.GetUtcNow();
        var wallet = await db.LockWallet(payment.UserId, token);
        wallet.Adjust(
            payment.RefundTaken.Kopecks, new Booking($"{payment.RefundReference}:undone", Booking.System, "the refund was refused", now));
        payment.UndoRefund($"The refund was refused: {detail}");
        outbox.Add(new TellOperators(new Matter.RefundRefused(payment.Id, payment.UserId, payment.Amount, detail)), Cid.New(now));
    }, token);

    /// <summary>
    /// Made past the shop, inside the caller's unit of work: what was spent meanwhile cannot be taken, and the house carries it.
    /// </summary>
    public async Task TakeBack(Payment payment, string reason, Cid cid, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var wallet = await db.LockWallet(payment.UserId, token);
        payment.RefundedElsewhere(wallet.Available, reason, now);
        if (!payment.RefundTaken.IsZero)
        {
            wallet.Withdraw(payment.RefundTaken, new Booking(payment.RefundReference, Booking.System, reason, now));
        }

        outbox.Add(new TellRefund(payment.Id, payment.UserId), cid);
        var spent = payment.Amount - payment.RefundTaken;
        outbox.Add(new TellOperators(new Matter.RefundedPastShop(payment.Id, payment.UserId, payment.Amount, spent)), cid);
    }
}
