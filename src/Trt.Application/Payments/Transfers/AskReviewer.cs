using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>Puts a payment that waits for a person before one reviewer.</summary>
/// <param name="UserId">The reviewer.</param>
/// <param name="Number">Of the picture; 0 when there is none.</param>
public sealed record AskReviewer(PaymentId Id, UserId UserId, int Number) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class AskReviewerHandler(Reviewers reviewers, TransferCases cases, IPaymentNotifier notifier)
    : IRequestHandler<AskReviewer, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(AskReviewer command, CancellationToken token) =>
        await reviewers.Includes(command.UserId, token)
        && await cases.About(command.Id, command.Number, command.UserId, token) is { Payment.Status: PaymentStatus.InReview } about
            ? await notifier.TransferToReview(command.UserId, about, token).OrLater()
            : LaterOutcome.Done;
}
