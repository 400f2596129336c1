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
    public Task Finish(PaymentId id, CancellationToken token) => db.Decide(id, payment =>
    {
        if (payment.Status == PaymentStatus.Refunding)
        {
            Finish(payment, Cid.New(time.GetUtcNow()));
        }
    }, token);

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
        Alert(
            payment,
            $"The refund of {payment.Amount} to customer {payment.UserId} was refused ({detail}). The money is on their balance again.",
            Cid.New(now));
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
        var lost = payment.Amount - payment.RefundTaken;
        var end = lost.IsZero ? "it is off their balance" : $"{lost} of it are spent already and are the house's loss";
        Alert(
            payment, $"{payment.Amount} of customer {payment.UserId} went back past the shop ({reason}): {end}. Payment {payment.Id}", cid);
    }

    private void Alert(Payment payment, string text, Cid cid) => outbox.Add(AlertOperator.About($"refund:{payment.Id}", text), cid);
}
