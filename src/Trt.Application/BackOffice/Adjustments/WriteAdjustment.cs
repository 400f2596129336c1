using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>An admin writes down how a balance is to change and why; nothing moves until they sign it.</summary>
public sealed record WriteAdjustment(UserId Admin, UserId Customer, long Kopecks, string Reason) : IAdminRequest<AdjustmentView>
{
    public Actor By => new Actor.InChat(Admin);
}

/// <summary>Where an adjustment stands, and why it can go no further.</summary>
public abstract record AdjustmentView
{
    /// <param name="IsSecond">It is a large one, and this is the second question about it.</param>
    public sealed record ToSign(Adjustment Adjustment, string CustomerName, Money Before, Money After, bool IsSecond, bool AsksTwice)
        : AdjustmentView;

    public sealed record Booked(Adjustment Adjustment, Money Before, Money After) : AdjustmentView;

    public sealed record BookedBefore(Adjustment Adjustment, Money Available) : AdjustmentView;

    /// <summary>The customer has only so much.</summary>
    public sealed record NotEnough(UserId Customer, Money Available) : AdjustmentView;

    /// <summary>The admin's own limit of the day.</summary>
    public sealed record OverLimit(UserId Customer, Money Limit, Money Left) : AdjustmentView;

    public sealed record UnknownCustomer : AdjustmentView;

    /// <summary>Dropped, too old, or not theirs.</summary>
    public sealed record Gone : AdjustmentView;
}

internal sealed class WriteAdjustmentHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : AdminHandler<WriteAdjustment, AdjustmentView>(gate, AdminAct.MoveMoney)
{
    protected override async Task<AdjustmentView> Serve(WriteAdjustment request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == request.Customer, token) is not { } customer)
        {
            return new AdjustmentView.UnknownCustomer();
        }

        // Said now as well as at the booking, so that nobody is asked to sign what cannot be.
        var available = await db.Wallets.Where(wallet => wallet.UserId == request.Customer)
            .Select(wallet => wallet.Available)
            .FirstOrDefaultAsync(token);
        if (available.Kopecks + request.Kopecks < 0)
        {
            return new AdjustmentView.NotEnough(request.Customer, available);
        }

        if (rights.Spending is { } spending && request.Kopecks > spending.Left.Kopecks)
        {
            return new AdjustmentView.OverLimit(request.Customer, spending.Limit, spending.Left);
        }

        var adjustment = Adjustment.Write(request.Customer, request.Admin, request.Kopecks, request.Reason, time.GetUtcNow());
        db.Adjustments.Add(adjustment);
        await db.DropQuestion(request.Admin, token);
        await work.Commit(token);
        return new AdjustmentView.ToSign(
            adjustment, customer.Name, available, new Money(available.Kopecks + request.Kopecks), IsSecond: false,
            AsksTwice: adjustment.Size > options.Admins.AskTwiceAbove);
    }
}

internal sealed class WriteAdjustmentValidator : AbstractValidator<WriteAdjustment>
{
    public WriteAdjustmentValidator()
    {
        RuleFor(request => request.Kopecks).MayBeBooked();
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Booking.ReasonLengthMax).WithMessage(
            "Say why, in at most 500 characters.");
    }
}
