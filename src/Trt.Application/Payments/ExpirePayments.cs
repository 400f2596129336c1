using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;

namespace Trt.Application.Payments;

/// <summary>Closes payments whose money did not come in time. Should it come later, it is credited all the same.</summary>
public sealed record ExpirePayments : IRequest<int>;

internal sealed class ExpirePaymentsHandler(ITrtDb db, TimeProvider time) : IRequestHandler<ExpirePayments, int>
{
    private const int AtOnce = 500;

    public async Task<int> Handle(ExpirePayments request, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var due = await db.Payments.AsNoTracking()
            .Where(payment => payment.Status == PaymentStatus.Open && payment.ExpiresAt <= now)
            .OrderBy(payment => payment.CreatedAt)
            .Select(payment => payment.Id)
            .Take(AtOnce)
            .ToListAsync(token);
        var expired = 0;
        foreach (var id in due)
        {
            await using var work = await db.Begin(token);
            if (await db.LockPayment(id, token) is { Status: PaymentStatus.Open } payment)
            {
                payment.Expire();
                await work.Commit(token);
                expired++;
            }
        }

        return expired;
    }
}
