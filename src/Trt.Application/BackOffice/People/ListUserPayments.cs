using Mapster;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>What a customer paid in, or meant to, newest first.</summary>
public sealed record ListUserPayments(Actor By, UserId UserId, int Page = 1) : IAdminRequest<Page<PaymentSummary>>
{
    public const int PageSize = 8;
}

public sealed record PaymentSummary(PaymentId Id, PaymentMethod Method, Money Amount, PaymentStatus Status, DateTimeOffset CreatedAt);

internal sealed class PaymentSummaryMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Payment, PaymentSummary>();
}

internal sealed class ListUserPaymentsHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<ListUserPayments, Page<PaymentSummary>>(gate, AdminAct.LookAround)
{
    protected override Task<Page<PaymentSummary>> Serve(ListUserPayments request, AdminRights rights, CancellationToken token) =>
        db.Payments
        .Where(payment => payment.UserId == request.UserId)
        .OrderByDescending(payment => payment.CreatedAt)
        .ThenByDescending(payment => payment.Id)
        .As<PaymentSummary>()
        .PageOf(request.Page, ListUserPayments.PageSize, token);
}
