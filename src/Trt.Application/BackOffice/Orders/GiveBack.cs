using FluentValidation;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>
/// An operator gives the money of an order back to its customer's balance: what is set aside for one that has not ended, or what was taken
/// for one that has. It counts into an admin's limit of the day, like any credit on somebody's word.
/// </summary>
/// <param name="Reason">The customer reads it where a result was paid for.</param>
public sealed record GiveBack(Actor By, GenerationId Id, string Reason, Cid Cid) : IAdminRequest<GiveBackResult>;

public abstract record GiveBackResult
{
    /// <param name="Amount">Zero for a free order, which is the customer's to use again.</param>
    public sealed record Given(Money Amount) : GiveBackResult;

    /// <summary>Nothing of it is the shop's any more: it was never taken, or has gone back before.</summary>
    public sealed record NothingLeft : GiveBackResult;

    /// <summary>It is leaving for the provider at this moment.</summary>
    public sealed record OnItsWay : GiveBackResult;

    /// <summary>The admin's own limit of the day.</summary>
    public sealed record OverLimit(Money Amount, Money Limit, Money Left) : GiveBackResult;

    public sealed record NotFound : GiveBackResult;
}

internal sealed class GiveBackHandler(AdminGate gate, ITrtDb db, Giving giving, ShopOptions options, TimeProvider time)
    : AdminHandler<GiveBack, GiveBackResult>(gate, AdminAct.MoveMoney)
{
    protected override async Task<GiveBackResult> Serve(GiveBack request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        // The limit is counted in the admin's own row: whoever presses in parallel waits here.
        var admin = rights.Spending is null || request.By is not Actor.InChat person ? null : await db.LockAdmin(person.UserId, token);
        if (await db.LockGeneration(request.Id, token) is not { } order)
        {
            return new GiveBackResult.NotFound();
        }

        if (await giving.AmountFor(order, token) is not { } amount)
        {
            return order.Status == GenerationStatus.Submitting ? new GiveBackResult.OnItsWay() : new GiveBackResult.NothingLeft();
        }

        var today = options.DayOf(time.GetUtcNow());
        if (rights.Spending is { } spending && !amount.IsZero && admin?.TrySpend(amount, today) != true)
        {
            return new GiveBackResult.OverLimit(amount, spending.Limit, admin?.LeftOn(today) ?? Money.Zero);
        }

        var wasOpen = order.CanBeGivenUp;
        await giving.Give(order, amount, request, token);
        await work.Commit(token);
        giving.Tell(order, wasOpen);
        return new GiveBackResult.Given(amount);
    }
}

/// <summary>What giving back does to one locked order, inside the caller's transaction.</summary>
internal sealed class Giving(ITrtDb db, Settlement settlement, IOutbox outbox, OrderTrail trail, TimeProvider time)
{
    /// <summary>Null when there is nothing to give; zero for a free order that has not ended.</summary>
    public async Task<Money?> AmountFor(Generation order, CancellationToken token)
    {
        if (order.CanBeGivenUp)
        {
            return order.Price;
        }

        return order.IsPaid && !order.Status.IsOpen() && (await OrderBooks.Of(db, order, token)).Left is { IsZero: false } left
            ? left
            : null;
    }

    public async Task Give(Generation order, Money amount, GiveBack request, CancellationToken token)
    {
        var (before, by) = (order.Status, request.By.Mark);
        if (order.CanBeGivenUp)
        {
            await settlement.GiveUp(order, by, request.Reason, token);
        }
        else
        {
            await settlement.GiveBackTaken(order, by, request.Reason, token);
            outbox.Add(new TellAdjustment(order.UserId, amount.Kopecks, request.Reason, $"given_back:{order.Id}"), request.Cid);
        }

        db.Audit.Add(AuditEntry.Of(
            by, "order.given_back", OrderAudit.Subject(order.Id), $"{before}", $"{amount} to customer {order.UserId}", request.Reason,
            time.GetUtcNow()));
    }

    /// <summary>Once it is saved.</summary>
    public void Tell(Generation order, bool wasOpen)
    {
        if (wasOpen)
        {
            trail.Settled(wasOpen, order);
        }
        else
        {
            OrderMeter.GivenBack();
        }
    }
}

internal sealed class GiveBackValidator : AbstractValidator<GiveBack>
{
    public GiveBackValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Booking.ReasonLengthMax).WithMessage(
            "Say why, in at most 500 characters.");
}
