using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>What a customer paid in, or meant to, newest first.</summary>
public sealed record ListUserPayments(Actor By, UserId UserId, int Page = 1) : IAdminRequest<PaymentHistory>
{
    public const int PageSize = 8;
}

public sealed record PaymentHistory(IReadOnlyList<Payment> Items, int Page, bool HasMore);

internal sealed class ListUserPaymentsHandler(AdminGate gate, ITrtDb db) : AdminHandler<ListUserPayments, PaymentHistory>(gate, AdminAct.LookAround)
{
    protected override async Task<PaymentHistory> Serve(ListUserPayments request, AdminRights rights, CancellationToken token)
    {
        var page = Math.Clamp(request.Page, 1, 1000);
        var rows = await db.Payments.AsNoTracking()
            .Where(payment => payment.UserId == request.UserId)
            .OrderByDescending(payment => payment.CreatedAt)
            .ThenByDescending(payment => payment.Id)
            .Skip((page - 1) * ListUserPayments.PageSize)
            .Take(ListUserPayments.PageSize + 1)
            .ToListAsync(token);
        return new PaymentHistory([.. rows.Take(ListUserPayments.PageSize)], page, rows.Count > ListUserPayments.PageSize);
    }
}
