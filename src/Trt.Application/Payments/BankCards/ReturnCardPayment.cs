using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>
/// Asks the provider to give a card payment back. The record is read first, so a refund that has arrived is never asked for again;
/// a proven no puts the money back on the wallet, anything else is asked again.
/// </summary>
public sealed record ReturnCardPayment(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class ReturnCardPaymentHandler(ITrtDb db, IOutbox outbox, ICardPayments cards, TimeProvider time)
    : IRequestHandler<ReturnCardPayment, LaterOutcome>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    public async Task<LaterOutcome> Handle(ReturnCardPayment command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Refunding)
        {
            return LaterOutcome.Done;
        }

        switch (await cards.Read(payment.ChargeId!, token))
        {
            case CardReading.Found { Charge: var charge } when charge.Refunded >= payment.RefundTaken:
                await Finish(command.Id, token);
                return LaterOutcome.Done;
            case CardReading.Unreadable unreadable:
                return LaterOutcome.After(unreadable.After ?? Soon, unreadable.Detail);
            default:
                return await Ask(payment, token);
        }
    }

    private async Task<LaterOutcome> Ask(Payment payment, CancellationToken token)
    {
        switch (await cards.Refund(new CardRefundOrder(KeyOf(payment), payment.ChargeId!, payment.RefundTaken), token))
        {
            case CardRefunding.Done:
                await Finish(payment.Id, token);
                return LaterOutcome.Done;
            case CardRefunding.Refused refused:
                await PutBack(payment.Id, refused.Detail, token);
                return LaterOutcome.Done;
            case CardRefunding.UnderWay:
                return LaterOutcome.After(Later, "the refund is under way");
            case CardRefunding.Unknown unknown:
                return LaterOutcome.After(unknown.After ?? Soon, unknown.Detail);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private Task Finish(PaymentId id, CancellationToken token) => db.Decide(id, payment =>
    {
        if (payment.Status == PaymentStatus.Refunding)
        {
            payment.FinishRefund(time.GetUtcNow());
            outbox.Add(new TellRefund(payment.Id, payment.UserId), Cid.New(time.GetUtcNow()));
        }
    }, token);

    private Task PutBack(PaymentId id, string detail, CancellationToken token) => db.Decide(id, async payment =>
    {
        if (payment.Status != PaymentStatus.Refunding)
        {
            return;
        }

        var now = time.GetUtcNow();
        var wallet = await db.LockWallet(payment.UserId, token);
        wallet.Adjust(payment.RefundTaken.Kopecks, new Booking($"{payment.RefundReference}:undone", Booking.System, "the refund was refused", now));
        payment.UndoRefund($"The refund was refused: {detail}");
        outbox.Add(
            AlertOperator.About($"refund:{payment.Id}", $"The refund of {payment.Amount} to customer {payment.UserId} was refused ({detail}). The money is on their balance again."),
            Cid.New(now));
    }, token);

    /// <summary>The same for every try of one refund, another for the next.</summary>
    private static Guid KeyOf(Payment payment) => new(SHA256.HashData(Encoding.UTF8.GetBytes(payment.RefundReference)).AsSpan(0, 16));
}
