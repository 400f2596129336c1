using Trt.Application.BackOffice;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>A reviewer looks at a payment again. Null for what is not there.</summary>
public sealed record ShowTransferCase(UserId Reviewer, PaymentId Id) : IAdminRequest<TransferCase?>
{
    public Actor By => new Actor.InChat(Reviewer);
}

internal sealed class ShowTransferCaseHandler(AdminGate gate, TransferCases cases)
    : AdminHandler<ShowTransferCase, TransferCase?>(gate, AdminAct.MoveMoney)
{
    protected override Task<TransferCase?> Serve(ShowTransferCase request, AdminRights rights, CancellationToken token) =>
        cases.About(request.Id, 0, request.Reviewer, token);
}
