using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>What everybody paid in, or meant to, the newest first; of those that wait for a decision the longest waiting first.</summary>
/// <param name="Status">Null for all of them.</param>
/// <param name="After">The last one of the piece before; null begins.</param>
public sealed record LeafPayments(Actor By, PaymentStatus? Status = null, PaymentId? After = null) : IAdminRequest<Slice<PaymentLine>>
{
    public const int SliceSize = 25;
}

public sealed record PaymentLine(
    PaymentId Id, UserId UserId, string Name, PaymentMethod Method, Money Amount, PaymentStatus Status, DateTimeOffset CreatedAt);

internal sealed class LeafPaymentsHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<LeafPayments, Slice<PaymentLine>>(gate, AdminAct.LookAround)
{
    protected override Task<Slice<PaymentLine>> Serve(LeafPayments request, AdminRights rights, CancellationToken token)
    {
        var rows = db.Payments.AsNoTracking().Where(payment => request.Status == null || payment.Status == request.Status);
        var isReview = request.Status == PaymentStatus.InReview;
        if (request.After is { } after)
        {
            rows = isReview ? rows.Where(payment => payment.Id > after) : rows.Where(payment => payment.Id < after);
        }

        return (isReview ? rows.OrderBy(payment => payment.Id) : rows.OrderByDescending(payment => payment.Id))
            .Select(payment => new PaymentLine(
                payment.Id, payment.UserId,
                db.Users.Where(user => user.Id == payment.UserId).Select(user => user.Name).FirstOrDefault() ?? "",
                payment.Method, payment.Amount, payment.Status, payment.CreatedAt))
            .SliceOf(LeafPayments.SliceSize, line => line.Id.ToString(), token);
    }
}
