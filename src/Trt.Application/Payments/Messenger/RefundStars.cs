using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>Asks the messenger to give the Stars back: yes ends it, a proven no puts the money back on the wallet, anything else is asked again.</summary>
public sealed record RefundStars(PaymentId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class RefundStarsHandler(ITrtDb db, IOutbox outbox, IStars stars, TimeProvider time) : IRequestHandler<RefundStars, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(RefundStars command, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        if (payment.Status != PaymentStatus.Refunding)
        {
            return LaterOutcome.Done;
        }

        switch (await stars.Refund(payment.UserId, payment.ChargeId!, token))
        {
            case StarsRefund.Done:
                await Finish(command, token);
                return LaterOutcome.Done;
            case StarsRefund.Refused refused:
                await PutBack(command, refused.Detail, token);
                return LaterOutcome.Done;
            case StarsRefund.Again again:
                return LaterOutcome.After(again.After, again.Detail);
            default:
                throw new InvalidOperationException("A refund is done, refused or asked again");
        }
    }

    private async Task Finish(RefundStars command, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockPayment(command.Id, token) is not { Status: PaymentStatus.Refunding } payment)
        {
            return;
        }

        payment.FinishRefund(time.GetUtcNow());
        outbox.Add(new TellRefund(payment.Id, payment.UserId), Cid.New(time.GetUtcNow()));
        await work.Commit(token);
    }

    private async Task PutBack(RefundStars command, string detail, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        if (await db.LockPayment(command.Id, token) is not { Status: PaymentStatus.Refunding } payment)
        {
            return;
        }

        var wallet = await db.LockWallet(payment.UserId, token);
        wallet.Adjust(payment.RefundTaken.Kopecks, new Booking($"{payment.RefundReference}:undone", Booking.System, "the refund was refused", now));
        payment.UndoRefund($"The refund was refused: {detail}");
        outbox.Add(
            AlertOperator.About($"refund:{payment.Id}", $"The refund of {payment.Amount} to customer {payment.UserId} was refused ({detail}). The money is on their balance again."),
            Cid.New(now));
        await work.Commit(token);
    }
}
