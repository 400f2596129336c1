using Microsoft.EntityFrameworkCore;
using Trt.Application.Payments.BankCards;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Payments as they are asked for: the same wish twice is one payment, and nobody piles up open ones.</summary>
internal sealed class PaymentBook(ITrtDb db, IShopTerms terms, TimeProvider time)
{
    /// <summary>How many payments of one customer may wait for their money; one more cancels the oldest.</summary>
    private const int OpenMax = 5;

    /// <summary>Inside the caller's unit of work.</summary>
    public async Task<Payment> Ask(UserId user, PaymentWay way, Money amount, CancellationToken token)
    {
        // Two presses at once become one payment.
        await db.LockPayer(user, token);
        var now = time.GetUtcNow();
        var draft = await WaitingOrder(user, now, token);
        var open = await db.Payments.AsNoTracking()
            .Where(payment => payment.UserId == user && payment.Status == PaymentStatus.Open)
            .OrderBy(payment => payment.CreatedAt)
            .ToListAsync(token);
        if (open.LastOrDefault(payment => payment.Method == way.Method && payment.Amount == amount && payment.Price == way.Price
            && payment.Draft == draft && !payment.IsExpired(now)) is { } same)
        {
            return same;
        }

        foreach (var oldest in open.Take(open.Count - OpenMax + 1))
        {
            if (await db.LockPayment(oldest.Id, token) is { Status: PaymentStatus.Open } stillOpen)
            {
                stillOpen.Cancel();
            }
        }

        var payment = Payment.Ask(PaymentId.New(now), user, way.Method, amount, way.Price, draft, now, LifetimeOf(way.Method));
        db.Payments.Add(payment);
        return payment;
    }

    private TimeSpan LifetimeOf(PaymentMethod method) => method switch
    {
        PaymentMethod.Stars or PaymentMethod.Invoice or PaymentMethod.Transfer => terms.Current.TopUps.Lifetime,
        PaymentMethod.Card => OpenBankCardPayment.Lifetime,
    };

    /// <summary>The order that stands at its price: the way back leads there.</summary>
    private async Task<GenerationId?> WaitingOrder(UserId user, DateTimeOffset now, CancellationToken token)
    {
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == user, token);
        return draft is { Quote: not null } && !draft.IsExpired(now) ? draft.Id : null;
    }
}
