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
public sealed record ReturnBankCardPayment(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class ReturnBankCardPaymentHandler(ITrtDb db, IBankCardPayments cards, Refunds refunds)
    : IRequestHandler<ReturnBankCardPayment, LaterOutcome>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    public async Task<LaterOutcome> Handle(ReturnBankCardPayment command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Refunding)
        {
            return LaterOutcome.Done;
        }

        switch (await cards.Read(payment.ChargeId!, token))
        {
            case BankCardReading.Found { Charge: var charge } when charge.Refunded >= payment.RefundTaken:
                await refunds.Finish(command.Id, token);
                return LaterOutcome.Done;
            case BankCardReading.Unreadable unreadable:
                return LaterOutcome.After(unreadable.After ?? Soon, unreadable.Detail);
            default:
                return await Ask(payment, token);
        }
    }

    private async Task<LaterOutcome> Ask(Payment payment, CancellationToken token)
    {
        switch (await cards.Refund(new BankCardRefundOrder(KeyOf(payment), payment.ChargeId!, payment.RefundTaken), token))
        {
            case BankCardRefunding.Done:
                await refunds.Finish(payment.Id, token);
                return LaterOutcome.Done;
            case BankCardRefunding.Refused refused:
                await refunds.PutBack(payment.Id, refused.Detail, token);
                return LaterOutcome.Done;
            case BankCardRefunding.UnderWay:
                return LaterOutcome.After(Later, "the refund is under way");
            case BankCardRefunding.Unknown unknown:
                return LaterOutcome.After(unknown.After ?? Soon, unknown.Detail);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    /// <summary>The same for every try of one refund, another for the next.</summary>
    private static Guid KeyOf(Payment payment) => new(SHA256.HashData(Encoding.UTF8.GetBytes(payment.RefundReference)).AsSpan(0, 16));
}
