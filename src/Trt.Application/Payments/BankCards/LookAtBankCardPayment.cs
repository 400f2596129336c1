using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Transfers;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.BankCards;

/// <summary>
/// Looks at the provider's record of our own payment: the one place where a card payment is credited, given up or found to be given
/// back. A notification only makes it look sooner, so a lost, repeated or forged one changes nothing.
/// </summary>
public sealed record LookAtBankCardPayment(PaymentId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(5);

    /// <summary>How long after its end a payment is still looked at: money that comes late is money all the same.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class LookAtBankCardPaymentHandler(
    ITrtDb db, IOutbox outbox, IBankCardPayments cards, Till till, Refunds refunds, Reviewers reviewers, TimeProvider time)
    : IRequestHandler<LookAtBankCardPayment, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(LookAtBankCardPayment command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.ProviderChargeId is not { } chargeId)
        {
            return LaterOutcome.Done;
        }

        switch (await cards.Read(chargeId, token))
        {
            case BankCardReading.Found { Charge: { State: BankCardState.Paid } charge }:
                await Judge(payment, charge, token);
                return LaterOutcome.Done;
            case BankCardReading.Found { Charge.State: BankCardState.Cancelled }:
                await GiveUp(payment, token);
                return LaterOutcome.Done;
            case BankCardReading.Found { Charge.State: BankCardState.Waiting }:
                return await Wait(payment, null, "nobody has paid yet", token);
            case BankCardReading.Found { Charge.State: BankCardState.Other }:
                return await Wait(payment, null, "in a state that is none of ours", token);
            case BankCardReading.Missing missing:
                return await Wait(payment, null, missing.Detail, token);
            case BankCardReading.Unreadable unreadable:
                return await Wait(payment, unreadable.After, unreadable.Detail, token);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private Task Judge(Payment seen, BankCardCharge charge, CancellationToken token) => db.Decide(seen.Id, async payment =>
    {
        if (payment.Status is PaymentStatus.Open or PaymentStatus.Expired or PaymentStatus.Cancelled)
        {
            await Receive(payment, charge, token);
        }
        else if (payment.Status == PaymentStatus.Credited && charge.Refunded >= payment.Amount)
        {
            await refunds.TakeBack(payment, "given back in the provider's cabinet", Cid.New(time.GetUtcNow()), token);
        }
        else if (payment.Status == PaymentStatus.Credited && !charge.Refunded.IsZero)
        {
            await TellPartOnce(payment, charge.Refunded, time.GetUtcNow(), token);
        }
    }, token);

    /// <summary>Only what agrees in every point is credited by itself; all else that is paid waits for a person.</summary>
    private async Task Receive(Payment payment, BankCardCharge charge, CancellationToken token)
    {
        var cid = Cid.New(time.GetUtcNow());
        if (ProblemOf(payment, charge) is { } problem)
        {
            payment.Hold(charge.Id, problem);
            await reviewers.Ask(payment, 0, cid, token);
            outbox.Add(new RemindOfTransfer(payment.Id, payment.UserId), cid, RemindOfTransfer.After);
            return;
        }

        await till.Credit(payment, new MoneyIn(charge.Id, payment.Amount, Booking.System, cid), token);
    }

    private static string? ProblemOf(Payment payment, BankCardCharge charge) => charge switch
    {
        { IsOurs: false } => "it belongs to another account",
        _ when charge.Key != payment.Id.Value => "it carries another payment's name",
        { Amount: null } => "its sum is not in roubles",
        _ when charge.Amount != payment.Amount => $"asked for were {payment.Amount}, paid were {charge.Amount}",
        { Refunded.IsZero: false } => $"{charge.Refunded} of it were given back already",
        _ => null,
    };

    /// <summary>A part given back is a matter between people: the shop cannot know what it was for.</summary>
    private async Task TellPartOnce(Payment payment, Money refunded, DateTimeOffset now, CancellationToken token)
    {
        const string action = "payment.refunded-in-part";
        var subject = $"payment:{payment.Id}";
        var amount = refunded.ToString();
        if (await db.Audit.AnyAsync(entry => entry.Subject == subject && entry.Action == action && entry.After == amount, token))
        {
            return;
        }

        db.Audit.Add(AuditEntry.Of("provider", action, subject, payment.Amount.ToString(), amount, "seen in the provider's record", now));
        outbox.Add(new TellOperators(new Matter.RefundedInPart(payment.Id, payment.UserId, payment.Amount, refunded)), Cid.New(now));
    }

    private Task GiveUp(Payment seen, CancellationToken token) => db.Decide(seen.Id, payment =>
    {
        if (payment.Status != PaymentStatus.Open)
        {
            return;
        }

        if (payment.IsExpired(time.GetUtcNow()))
        {
            payment.Expire();
        }
        else
        {
            payment.Cancel();
            outbox.Add(new TellBankCardTrouble(payment.Id, payment.UserId, BankCardTrouble.Declined), Cid.New(time.GetUtcNow()));
        }
    }, token);

    private async Task<LaterOutcome> Wait(Payment seen, TimeSpan? after, string why, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (seen.Status is not (PaymentStatus.Open or PaymentStatus.Expired or PaymentStatus.Cancelled))
        {
            return LaterOutcome.Done;
        }

        if (seen.Status == PaymentStatus.Open && seen.IsExpired(now))
        {
            await db.Decide(seen.Id, payment =>
            {
                if (payment.Status == PaymentStatus.Open)
                {
                    payment.Expire();
                }
            }, token);
        }

        return now < seen.ExpiresAt + LookAtBankCardPayment.Grace
            ? LaterOutcome.After(after ?? Interval(now - seen.CreatedAt), why)
            : LaterOutcome.Done;
    }

    /// <summary>Often at first, when most people pay; notifications make it instant anyway.</summary>
    private static TimeSpan Interval(TimeSpan age) => age switch
    {
        { TotalMinutes: < 3 } => TimeSpan.FromSeconds(5),
        { TotalMinutes: < 20 } => TimeSpan.FromSeconds(20),
        { TotalMinutes: < 90 } => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromMinutes(15),
    };
}
