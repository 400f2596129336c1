using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>
/// Opens a payment at the provider and puts the way to its page into the chat. The payment's own id is the key of the call, so a lost
/// answer is simply asked for again.
/// </summary>
public sealed record OpenBankCardPayment(PaymentId Id, UserId UserId) : ILaterCommand
{
    /// <summary>How long a card payment can be paid; the provider's own limit.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class OpenBankCardPaymentHandler(ITrtDb db, IOutbox outbox, IBankCardPayments cards, TimeProvider time)
    : IRequestHandler<OpenBankCardPayment, LaterOutcome>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    public async Task<LaterOutcome> Handle(OpenBankCardPayment command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Open)
        {
            return LaterOutcome.Done;
        }

        var cid = Cid.New(time.GetUtcNow());
        switch (await cards.Open(new BankCardOrder(payment.Id.Value, payment.Amount, $"Balance top-up {payment.Amount}"), token))
        {
            case BankCardOpening.Opened { Charge: { PayAt: { } address } charge } when charge.Key == payment.Id.Value && charge.IsOurs:
                await Opened(command.Id, charge, address, cid, token);
                return LaterOutcome.Done;
            case BankCardOpening.Opened { Charge: var charge }:
                return await GiveUp(command.Id, $"the provider opened something else ({charge.Id}, {charge.State})", cid, token);
            case BankCardOpening.Refused refused:
                return await GiveUp(command.Id, refused.Detail, cid, token);
            case BankCardOpening.Unknown unknown when payment.IsExpired(time.GetUtcNow()):
                return await GiveUp(command.Id, unknown.Detail, cid, token);
            case BankCardOpening.Unknown unknown:
                return LaterOutcome.After(unknown.After ?? Soon, unknown.Detail);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private Task Opened(PaymentId id, BankCardCharge charge, Uri address, Cid cid, CancellationToken token) => db.Decide(id, payment =>
    {
        // Pressed twice: the same page again, looked at already.
        if (payment.ProviderChargeId is null)
        {
            payment.NoteProviderCharge(charge.Id);
            outbox.Add(new LookAtBankCardPayment(payment.Id, payment.UserId), cid, LookAtBankCardPayment.FirstLook);
        }

        outbox.Add(new TellPayPage(payment.Id, payment.UserId, address.AbsoluteUri), cid);
    }, token);

    /// <summary>Nobody has seen a page, so nobody can have paid.</summary>
    private async Task<LaterOutcome> GiveUp(PaymentId id, string why, Cid cid, CancellationToken token)
    {
        await db.Decide(id, found =>
        {
            if (found.Status != PaymentStatus.Open)
            {
                return;
            }

            found.Cancel();
            outbox.Add(new TellBankCardTrouble(found.Id, found.UserId, BankCardTrouble.NotOpened), cid);
            outbox.Add(new TellOperators(new Matter.CardPageNotOpened(found.Id, found.UserId, why)), cid);
        }, token);
        return LaterOutcome.Done;
    }
}
