using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Privacy;

/// <summary>
/// A customer wants to be erased. What tells who they are and what they made goes in one save; the books stay, under a bare number.
/// </summary>
/// <param name="GivesUp">The money on the balance that they have agreed to lose; null as long as they only ask what would happen.</param>
public sealed record EraseMe(UserId UserId, Money? GivesUp) : IRequest<ErasureResult>;

public abstract record ErasureResult
{
    /// <param name="Available">What would be given up.</param>
    public sealed record Possible(Money Available) : ErasureResult;

    public sealed record Erased : ErasureResult;

    /// <summary>An order is being worked on, or its money is set aside.</summary>
    public sealed record OrderUnderWay : ErasureResult;

    /// <summary>An invoice is open, a transfer is being checked, or money is on its way back.</summary>
    public sealed record PaymentUnderWay : ErasureResult;

    /// <summary>Whoever stands behind the counter has to leave it first.</summary>
    public sealed record IsOperator : ErasureResult;
}

internal sealed class EraseMeHandler(ITrtDb db, AdminGate gate, TimeProvider time) : IRequestHandler<EraseMe, ErasureResult>
{
    public async Task<ErasureResult> Handle(EraseMe request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        // In the order of all locks: an order that is confirmed at this moment waits for the draft, a payment for its payer.
        await db.LockDraft(request.UserId, token);
        await db.LockPayer(request.UserId, token);
        var user = await db.LockUser(request.UserId, token)
            ?? throw new InvalidOperationException($"Customer {request.UserId} asks to be erased and is not known");
        var wallet = await db.LockWallet(request.UserId, token);
        if (await Obstacle(request.UserId, wallet, token) is { } obstacle)
        {
            return obstacle;
        }

        if (request.GivesUp != wallet.Available)
        {
            return new ErasureResult.Possible(wallet.Available);
        }

        var now = time.GetUtcNow();
        if (!wallet.Available.IsZero)
        {
            wallet.Adjust(
                -wallet.Available.Kopecks,
                new Booking($"erased:{user.Id}:{now.ToUnixTimeMilliseconds()}", Booking.Customer, "given up by whoever was erased", now));
        }

        await db.EraseTraces(user.Id, now, token);
        user.Erase(now);
        db.Audit.Add(AuditEntry.Of($"customer:{user.Id}", "user.erased", $"user:{user.Id}", null, null, "", now));
        await work.Commit(token);
        return new ErasureResult.Erased();
    }

    private async Task<ErasureResult?> Obstacle(UserId user, Wallet wallet, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if ((await gate.RightsOf(new Actor.InChat(user), token)).Role != AdminRole.None)
        {
            return new ErasureResult.IsOperator();
        }

        if (!wallet.Reserved.IsZero || await db.Generations.AnyAsync(
            order => order.UserId == user
                && (GenerationStatuses.Open.Contains(order.Status) || order.Status == GenerationStatus.Succeeded),
            token))
        {
            return new ErasureResult.OrderUnderWay();
        }

        return await db.Payments.AnyAsync(
            payment => payment.UserId == user
                && ((payment.Status == PaymentStatus.Open && payment.ExpiresAt > now)
                    || payment.Status == PaymentStatus.InReview || payment.Status == PaymentStatus.Refunding),
            token)
            ? new ErasureResult.PaymentUnderWay()
            : null;
    }
}
