using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>A reviewer looks at a payment again. Null for whoever may not, and for what is not there.</summary>
public sealed record ShowTransferCase(UserId Reviewer, PaymentId Id) : IRequest<TransferCase?>;

internal sealed class ShowTransferCaseHandler(Reviewers reviewers, TransferCases cases) : IRequestHandler<ShowTransferCase, TransferCase?>
{
    public async Task<TransferCase?> Handle(ShowTransferCase request, CancellationToken token) =>
        await reviewers.Admit(request.Reviewer, "look at a payment", request.Id, token) ? await cases.About(request.Id, 0, request.Reviewer, token) : null;
}
