using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Operations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>A reviewer has seen the money. What they approve is what is credited.</summary>
/// <param name="Amount">Null = as asked for.</param>
public sealed record ApproveTransfer(UserId Reviewer, PaymentId Id, Money? Amount, Cid Cid) : IRequest<ReviewOutcome>;

internal sealed class ApproveTransferHandler(ITrtDb db, Till till, Reviewers reviewers, IShopTerms terms, TimeProvider time)
    : IRequestHandler<ApproveTransfer, ReviewOutcome>
{
    public async Task<ReviewOutcome> Handle(ApproveTransfer request, CancellationToken token)
    {
        if (!await reviewers.Admit(request.Reviewer, "approve a payment", request.Id, token))
        {
            return new ReviewOutcome.NotAllowed();
        }

        var limits = terms.Current.TopUps;
        if (request.Amount is { } typed && TopUpAmount.Check(typed, limits) is { } problem)
        {
            return new ReviewOutcome.AmountRefused(problem, limits.Min, limits.Max);
        }

        await using var work = await db.Begin(token);
        if (await db.LockPayment(request.Id, token) is not { } payment)
        {
            return new ReviewOutcome.NotFound();
        }

        if (payment.Status != PaymentStatus.InReview)
        {
            return new ReviewOutcome.DecidedBefore(payment);
        }

        var (actor, asked, amount) = (Reviewers.ActorOf(request.Reviewer), payment.Amount, request.Amount ?? payment.Amount);
        payment.Review(actor, reason: null);
        await till.Credit(payment, new Receipt(payment.ChargeId ?? payment.Id.ToString(), amount, actor, request.Cid), token);
        db.Audit.Add(AuditEntry.Of(actor, "payment.approved", $"payment:{payment.Id}", asked.ToString(), amount.ToString(), "", time.GetUtcNow()));
        await work.Commit(token);
        return new ReviewOutcome.Decided(payment);
    }
}
