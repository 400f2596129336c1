using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>The admin who wrote an adjustment signs it: the money moves, once, or the second question is asked.</summary>
/// <param name="IsSecond">The signature of the second question.</param>
/// <param name="IsSilent">The customer is not told.</param>
public sealed record SignAdjustment(UserId Admin, Guid AdjustmentId, bool IsSecond, bool IsSilent, Cid Cid) : IAdminRequest<AdjustmentView>
{
    public Actor By => new Actor.InChat(Admin);
}

internal sealed class SignAdjustmentHandler(AdminGate gate, ITrtDb db, Corrections corrections, ShopOptions options, TimeProvider time)
    : AdminHandler<SignAdjustment, AdjustmentView>(gate, AdminAct.MoveMoney)
{
    protected override async Task<AdjustmentView> Serve(SignAdjustment request, AdminRights rights, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);

        // The limit is counted in the admin's own row: whoever presses in parallel waits here.
        var admin = rights.Spending is null ? null : await db.LockAdmin(request.Admin, token);
        var adjustment = await db.LockAdjustment(request.AdjustmentId, token);
        switch (adjustment?.Sign(request.Admin, request.IsSecond, request.IsSilent, options.Admins.AskTwiceAbove, now))
        {
            case SigningStep.Book:
                return await Book(adjustment, admin, rights, request, work, now, token);
            case SigningStep.AskAgain:
                var (name, available) = await Customer(adjustment.UserId, token);
                await work.Commit(token);
                return new AdjustmentView.ToSign(
                    adjustment, name, available, new Money(available.Kopecks + adjustment.Kopecks), IsSecond: true, AsksTwice: true);
            case SigningStep.BookedBefore:
                return new AdjustmentView.BookedBefore(adjustment, (await Customer(adjustment.UserId, token)).Available);
            case SigningStep.NotTheirs:
                await work.DisposeAsync();
                await Gate.Refuse(request.By, nameof(SignAdjustment), $"adjustment {request.AdjustmentId:N} is not theirs", token);
                return new AdjustmentView.Gone();
            case SigningStep.Gone:
            case null:
                return new AdjustmentView.Gone();
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private async Task<AdjustmentView> Book(
        Adjustment adjustment, Admin? admin, AdminRights rights, SignAdjustment request, IUnitOfWork work, DateTimeOffset now,
        CancellationToken token)
    {
        var today = options.DayOf(now);
        if (rights.Spending is { } spending && adjustment.Kopecks > 0 && admin?.TrySpend(adjustment.Size, today) != true)
        {
            return new AdjustmentView.OverLimit(adjustment.UserId, spending.Limit, admin?.LeftOn(today) ?? Money.Zero);
        }

        var outcome = await corrections.Book(
            adjustment.UserId, adjustment.Kopecks, adjustment.ToBooking(request.By.Mark, now), adjustment.IsSilent, request.Cid, token);
        switch (outcome.End)
        {
            case CorrectionEnd.Booked:
                adjustment.Booked();
                await work.Commit(token);
                return new AdjustmentView.Booked(adjustment, outcome.Before, outcome.After);
            case CorrectionEnd.BookedBefore:
                return new AdjustmentView.BookedBefore(adjustment, outcome.Before);
            case CorrectionEnd.NotEnough:
                return new AdjustmentView.NotEnough(adjustment.UserId, outcome.Before);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private async Task<(string Name, Money Available)> Customer(UserId id, CancellationToken token) => (
        await db.Users.Where(user => user.Id == id).Select(user => user.Name).FirstAsync(token),
        await db.Wallets.Where(wallet => wallet.UserId == id).Select(wallet => wallet.Available).FirstOrDefaultAsync(token));
}
