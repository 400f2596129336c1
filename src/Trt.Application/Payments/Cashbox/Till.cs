using Trt.Application.Growth;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Cashbox;

/// <summary>
/// Where money comes in: the payment, its deposit and the word to the customer, inside the caller's unit of work.
/// Nothing else makes a deposit.
/// </summary>
internal sealed class Till(ITrtDb db, IOutbox outbox, Milestones milestones, TimeProvider time)
{
    /// <param name="payment">Under its lock, and not credited yet.</param>
    public async Task Credit(Payment payment, MoneyIn received, CancellationToken token)
    {
        var now = time.GetUtcNow();
        payment.Credit(received.ChargeId, received.Amount, now);
        var wallet = await db.LockWallet(payment.UserId, token);
        wallet.Deposit(received.Amount, new Booking(payment.Reference, received.Actor, $"top-up by {payment.Method}", now));
        var bonus = await milestones.Paid(wallet, received.Amount, received.Cid, token);
        outbox.Add(new TellMoneyReceived(payment.Id, payment.UserId, bonus), received.Cid);
    }
}

/// <summary>What came in.</summary>
/// <param name="ChargeId">Its name where the money was taken: unique per method.</param>
/// <param name="Actor">Who says so, as the ledger names them: <see cref="Booking.System"/>, or "operator:&lt;id&gt;".</param>
internal sealed record MoneyIn(string ChargeId, Money Amount, string Actor, Cid Cid);
