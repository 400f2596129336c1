using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>The customer sends a picture of their transfer. One payment waits for review, however many pictures come.</summary>
public sealed record ShowTransfer(UserId UserId, PaymentId PaymentId, MediaItem Item, bool IsPhoto, Cid Cid)
    : IRequest<ShowTransferOutcome>;

public enum ShowTransferOutcome
{
    /// <summary>It is looked at from now on.</summary>
    Received,

    /// <summary>One more picture for what is looked at already.</summary>
    Added,

    NotAPicture,
    TooLarge,
    TooMany,

    /// <summary>It is decided: another picture changes nothing.</summary>
    Decided,

    /// <summary>No such payment of this customer.</summary>
    NotFound,
}

internal sealed class ShowTransferHandler(ITrtDb db, IOutbox outbox, TimeProvider time) : IRequestHandler<ShowTransfer, ShowTransferOutcome>
{
    /// <summary>What a bot may fetch.</summary>
    private const long BytesMax = 20 * 1024 * 1024;

    public async Task<ShowTransferOutcome> Handle(ShowTransfer request, CancellationToken token)
    {
        if (request.Item.Kind != MediaKind.Image)
        {
            return ShowTransferOutcome.NotAPicture;
        }

        if (request.Item.Bytes > BytesMax)
        {
            return ShowTransferOutcome.TooLarge;
        }

        await using var work = await db.Begin(token);
        var payment = await db.LockPayment(request.PaymentId, token);
        if (payment is not { Method: PaymentMethod.Transfer } || payment.UserId != request.UserId)
        {
            return ShowTransferOutcome.NotFound;
        }

        var known = await db.TransferPictures.Where(picture => picture.PaymentId == payment.Id)
            .Select(picture => picture.FileUniqueId)
            .ToListAsync(token);
        if (payment.Status == PaymentStatus.InReview)
        {
            if (known.Contains(request.Item.FileUniqueId))
            {
                return ShowTransferOutcome.Added;
            }

            if (known.Count >= TransferPicture.PerPaymentMax)
            {
                return ShowTransferOutcome.TooMany;
            }
        }
        else if (!payment.Status.CanBecome(PaymentStatus.InReview))
        {
            return ShowTransferOutcome.Decided;
        }

        var outcome = Take(payment, request, known.Count + 1);
        await work.Commit(token);
        return outcome;
    }

    private ShowTransferOutcome Take(Payment payment, ShowTransfer request, int number)
    {
        var now = time.GetUtcNow();
        var isFirst = payment.Status != PaymentStatus.InReview;
        if (isFirst)
        {
            payment.Show(new TransferEvidence(request.Item.FileId, request.Item.FileUniqueId, null, now));
            outbox.Add(new RemindOfTransfer(payment.Id, payment.UserId), request.Cid, RemindOfTransfer.After);
        }

        db.TransferPictures.Add(TransferPicture.Of(payment, number, request.Item.FileId, request.Item.FileUniqueId, request.IsPhoto, now));
        outbox.Add(new StudyPicture(payment.Id, payment.UserId, number), request.Cid);
        return isFirst ? ShowTransferOutcome.Received : ShowTransferOutcome.Added;
    }
}
