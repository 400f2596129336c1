using FluentValidation;
using Trt.Application.BackOffice;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>A reviewer does not accept a payment, and says why; the customer reads it.</summary>
/// <param name="Reason">The name of a <see cref="TransferRefusal"/>, or the reviewer's own words.</param>
public sealed record RejectTransfer(UserId Reviewer, PaymentId Id, string Reason, Cid Cid) : IAdminRequest<ReviewOutcome>
{
    public const int ReasonLengthMax = 300;

    public Actor By => new Actor.InChat(Reviewer);
}

/// <summary>The usual reasons. The names are stored.</summary>
public enum TransferRefusal
{
    NotReceived,
    AmountDiffers,
    Unreadable,
    UsedBefore,
}

internal sealed class RejectTransferHandler(AdminGate gate, ITrtDb db, IOutbox outbox, TimeProvider time)
    : AdminHandler<RejectTransfer, ReviewOutcome>(gate, AdminAct.MoveMoney)
{
    protected override async Task<ReviewOutcome> Serve(RejectTransfer request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockPayment(request.Id, token) is not { } payment)
        {
            return new ReviewOutcome.NotFound();
        }

        if (payment.Status != PaymentStatus.InReview)
        {
            return new ReviewOutcome.DecidedBefore(payment);
        }

        var actor = request.By.Mark;
        payment.Reject(request.Reason, actor);
        outbox.Add(new TellTransferRejected(payment.Id, payment.UserId), request.Cid);
        db.Audit.Add(AuditEntry.Of(
            actor, "payment.rejected", $"payment:{payment.Id}", payment.Amount.ToString(), null, request.Reason, time.GetUtcNow()));
        await work.Commit(token);
        return new ReviewOutcome.Decided(payment);
    }
}

internal sealed class RejectTransferValidator : AbstractValidator<RejectTransfer>
{
    public RejectTransferValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(RejectTransfer.ReasonLengthMax);
}
