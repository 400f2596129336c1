using Trt.Application.Ports;
using Trt.Domain.Payments;

namespace Trt.Application.Payments.Cashbox;

internal static class PaymentDecisions
{
    /// <summary>Loads one payment under its lock, lets the caller decide, saves.</summary>
    public static async Task Decide(this ITrtDb db, PaymentId id, Func<Payment, Task> decide, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var payment = await db.LockPayment(id, token) ?? throw new InvalidOperationException($"Payment {id} is gone");
        await decide(payment);
        await work.Commit(token);
    }

    public static Task Decide(this ITrtDb db, PaymentId id, Action<Payment> decide, CancellationToken token) =>
        db.Decide(id, payment =>
        {
            decide(payment);
            return Task.CompletedTask;
        }, token);
}
