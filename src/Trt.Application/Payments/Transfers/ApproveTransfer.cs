using Trt.Application.BackOffice;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>
/// A reviewer has seen the money. What they approve is what is credited; an admin's approvals count into their limit of the day.
/// </summary>
/// <param name="Amount">Null = as asked for.</param>
public sealed record ApproveTransfer(UserId Reviewer, PaymentId Id, Money? Amount, Cid Cid) : IAdminRequest<ReviewOutcome>
{
    public Actor By => new Actor.InChat(Reviewer);
}

internal sealed class ApproveTransferHandler(AdminGate gate, ITrtDb db, Till till, IShopTerms terms, ShopOptions options, TimeProvider time)
    : AdminHandler<ApproveTransfer, ReviewOutcome>(gate, AdminAct.MoveMoney)
{
    protected override async Task<ReviewOutcome> Serve(ApproveTransfer request, AdminRights rights, CancellationToken token)
    {
        var limits = terms.Current.TopUps;
        if (request.Amount is { } typed && TopUpAmount.Check(typed, limits) is { } problem)
        {
            return new ReviewOutcome.AmountRefused(problem, limits.Min, limits.Max);
        }

        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);

        // The limit is counted in the admin's own row: whoever presses in parallel waits here.
        var admin = rights.Spending is null ? null : await db.LockAdmin(request.Reviewer, token);
        if (await db.LockPayment(request.Id, token) is not { } payment)
        {
            return new ReviewOutcome.NotFound();
        }

        if (payment.Status != PaymentStatus.InReview)
        {
            return new ReviewOutcome.DecidedBefore(payment);
        }

        var (actor, asked, amount, today) = (request.By.Mark, payment.Amount, request.Amount ?? payment.Amount, options.DayOf(now));
        if (rights.Spending is { } spending && admin?.TrySpend(amount, today) != true)
        {
            return new ReviewOutcome.OverLimit(payment, amount, admin?.DailyLimit ?? spending.Limit, admin?.LeftOn(today) ?? Money.Zero);
        }

        payment.Review(actor, reason: null);
        await till.Credit(payment, new MoneyIn(payment.ChargeId ?? payment.Id.ToString(), amount, actor, request.Cid), token);
        db.Audit.Add(AuditEntry.Of(actor, "payment.approved", $"payment:{payment.Id}", asked.ToString(), amount.ToString(), "", now));
        await work.Commit(token);
        return new ReviewOutcome.Decided(payment);
    }
}
