using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>An operator at the console puts money on a customer's wallet (or takes it back with a negative amount).</summary>
/// <param name="Reference">Names the request: the same one twice is booked once.</param>
/// <param name="IsSilent">The customer is not told.</param>
public sealed record AddMoney(UserId Customer, long Kopecks, string Reference, string Operator, string Reason, bool IsSilent = true)
    : IRequest<AddMoneyResult>;

public abstract record AddMoneyResult
{
    public sealed record Booked(Money Available) : AddMoneyResult;

    public sealed record AlreadyBooked(Money Available) : AddMoneyResult;

    public sealed record NotEnough(Money Available) : AddMoneyResult;

    /// <summary>They have never written to the bot: money for a mistyped number would be nobody's.</summary>
    public sealed record UnknownCustomer : AddMoneyResult;
}

internal sealed class AddMoneyHandler(ITrtDb db, Corrections corrections, TimeProvider time) : IRequestHandler<AddMoney, AddMoneyResult>
{
    public async Task<AddMoneyResult> Handle(AddMoney request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        if (!await db.Users.AnyAsync(user => user.Id == request.Customer, token))
        {
            return new AddMoneyResult.UnknownCustomer();
        }

        var booking = new Booking(request.Reference, new Actor.AtConsole(request.Operator).Mark, request.Reason, now);
        var outcome = await corrections.Book(request.Customer, request.Kopecks, booking, request.IsSilent, Cid.New(now), token);
        switch (outcome.End)
        {
            case CorrectionEnd.Booked:
                await work.Commit(token);
                return new AddMoneyResult.Booked(outcome.After);
            case CorrectionEnd.BookedBefore:
                return new AddMoneyResult.AlreadyBooked(outcome.Before);
            case CorrectionEnd.NotEnough:
                return new AddMoneyResult.NotEnough(outcome.Before);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }
}

internal sealed class AddMoneyValidator : AbstractValidator<AddMoney>
{
    public AddMoneyValidator()
    {
        RuleFor(request => request.Customer.Value).GreaterThan(0).WithMessage("The customer's id must be a positive number.");
        RuleFor(request => request.Kopecks).MayBeBooked();
        RuleFor(request => request.Reference).NotEmpty().MaximumLength(Booking.ReferenceLengthMax);
        RuleFor(request => request.Operator).NotEmpty().MaximumLength(Booking.ActorLengthMax - "operator:".Length);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Booking.ReasonLengthMax).WithMessage(
            "Say why, in at most 500 characters.");
    }
}
