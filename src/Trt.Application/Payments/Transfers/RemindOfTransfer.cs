using MediatR;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>A customer has waited for a day: the operators are told, once.</summary>
public sealed record RemindOfTransfer(PaymentId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan After = TimeSpan.FromHours(24);

    public Lane Lane => Lane.Payment;

    public string Key => Id.ToString();
}

internal sealed class RemindOfTransferHandler(ITrtDb db, IOutbox outbox, Reviewers reviewers, TimeProvider time)
    : IRequestHandler<RemindOfTransfer, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(RemindOfTransfer command, CancellationToken token)
    {
        await db.Decide(command.Id, async payment =>
        {
            if (payment.Status != PaymentStatus.InReview)
            {
                return;
            }

            var cid = Cid.New(time.GetUtcNow());
            outbox.Add(new TellOperators(new Matter.PaymentWaits(payment.Id, payment.UserId, payment.Amount, payment.Method)), cid);
            await reviewers.Ask(payment, 0, cid, token);
        }, token);
        return LaterOutcome.Done;
    }
}
