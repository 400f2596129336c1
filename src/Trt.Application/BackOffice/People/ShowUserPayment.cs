using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Wallets;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>One payment, what the ledger says about it, and what its customer has now; null when there is no such payment.</summary>
public sealed record ShowUserPayment(Actor By, PaymentId Id) : IAdminRequest<PaymentInFull?>;

/// <param name="Movements">Of this payment alone, oldest first.</param>
/// <param name="Rights">Of the admin who looks: decides which buttons they see.</param>
public sealed record PaymentInFull(
    Payment Payment, string CustomerName, Money Available, IReadOnlyList<Movement> Movements, AdminRights Rights)
{
    public bool CanBeRefunded => Payment.Status == PaymentStatus.Credited && Rights.May(AdminAct.RefundPayments);
}

internal sealed class ShowUserPaymentHandler(AdminGate gate, ITrtDb db)
    : AdminHandler<ShowUserPayment, PaymentInFull?>(gate, AdminAct.LookAround)
{
    protected override async Task<PaymentInFull?> Serve(ShowUserPayment request, AdminRights rights, CancellationToken token)
    {
        if (await db.Payments.AsNoTracking().FirstOrDefaultAsync(found => found.Id == request.Id, token) is not { } payment)
        {
            return null;
        }

        // A refund that was refused and begun again has a reference per round.
        var deposit = payment.ChargeId is null ? null : payment.Reference;
        var refunds = $"refund:{payment.Id}:";
        return new PaymentInFull(
            payment,
            await db.Users.Where(user => user.Id == payment.UserId).Select(user => user.Name).FirstOrDefaultAsync(token) ?? "",
            await db.Wallets.Where(wallet => wallet.UserId == payment.UserId).Select(wallet => wallet.Available).FirstOrDefaultAsync(token),
            await db.Ledger
                .Where(entry => entry.UserId == payment.UserId && (entry.Reference == deposit || entry.Reference.StartsWith(refunds)))
                .OrderBy(entry => entry.Id)
                .As<Movement>()
                .ToListAsync(token),
            rights);
    }
}
