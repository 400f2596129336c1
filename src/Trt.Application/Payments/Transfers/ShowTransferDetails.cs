using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Payments.Transfers;

/// <summary>
/// Where to transfer the money of this payment. From now on the customer's next picture belongs to it, however long the transfer took
/// and whatever was restarted meanwhile.
/// </summary>
/// <param name="Asks">False = only looked at.</param>
public sealed record ShowTransferDetails(UserId UserId, PaymentId PaymentId, bool Asks = true) : IRequest<TransferView?>;

/// <param name="Details">Null when transfers are not taken any more.</param>
public sealed record TransferView(Payment Payment, TransferDetails? Details);

internal sealed class ShowTransferDetailsHandler(ITrtDb db, ShopOptions options, TimeProvider time)
    : IRequestHandler<ShowTransferDetails, TransferView?>
{
    public async Task<TransferView?> Handle(ShowTransferDetails request, CancellationToken token)
    {
        var payment = await db.Payments.AsNoTracking().FirstOrDefaultAsync(
            found => found.Id == request.PaymentId && found.UserId == request.UserId && found.Method == PaymentMethod.Transfer, token);
        if (payment is null)
        {
            return null;
        }

        if (request.Asks && (payment.Status == PaymentStatus.InReview || payment.Status.CanBecome(PaymentStatus.InReview)))
        {
            await using var work = await db.Begin(token);
            await db.PutQuestion(
                new OpenQuestion(request.UserId, QuestionKind.TransferPicture, payment.Id.ToString(), time.GetUtcNow()), token);
            await work.Commit(token);
        }

        return new TransferView(payment, options.Transfer);
    }
}
