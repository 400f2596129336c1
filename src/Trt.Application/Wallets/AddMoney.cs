using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>An operator puts money on a customer's wallet (or takes it back with a negative amount).</summary>
/// <param name="Reference">Names the request: the same one twice is booked once.</param>
public sealed record AddMoney(UserId Customer, long Kopecks, string Reference, string Operator, string Reason) : IRequest<AddMoneyResult>;

public abstract record AddMoneyResult
{
    public sealed record Booked(Money Available) : AddMoneyResult;

    public sealed record AlreadyBooked(Money Available) : AddMoneyResult;

    public sealed record NotEnough(Money Available) : AddMoneyResult;
}

internal sealed class AddMoneyHandler(ITrtDb db, TimeProvider time) : IRequestHandler<AddMoney, AddMoneyResult>
{
    public async Task<AddMoneyResult> Handle(AddMoney request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var wallet = await db.LockWallet(request.Customer, token);
        if (await db.Ledger.AnyAsync(entry => entry.Kind == EntryKind.Adjust && entry.Reference == request.Reference, token))
        {
            return new AddMoneyResult.AlreadyBooked(wallet.Available);
        }

        if (wallet.Available.Kopecks + request.Kopecks < 0)
        {
            return new AddMoneyResult.NotEnough(wallet.Available);
        }

        wallet.Adjust(request.Kopecks, new Booking(request.Reference, $"operator:{request.Operator}", request.Reason, time.GetUtcNow()));
        await work.Commit(token);
        return new AddMoneyResult.Booked(wallet.Available);
    }
}

internal sealed class AddMoneyValidator : AbstractValidator<AddMoney>
{
    /// <summary>A million rubles: far above any real request, far below an overflow.</summary>
    private const long KopecksMax = 100_000_000;

    public AddMoneyValidator()
    {
        RuleFor(request => request.Customer.Value).GreaterThan(0).WithMessage("The customer's id must be a positive number.");
        RuleFor(request => request.Kopecks).NotEqual(0).WithMessage("The amount must not be zero.");
        RuleFor(request => request.Kopecks).InclusiveBetween(-KopecksMax, KopecksMax).WithMessage("The amount must be at most 1 000 000 ₽.");
        RuleFor(request => request.Reference).NotEmpty().MaximumLength(Booking.ReferenceLengthMax);
        RuleFor(request => request.Operator).NotEmpty().MaximumLength(Booking.ActorLengthMax - "operator:".Length);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Booking.ReasonLengthMax).WithMessage("Say why, in at most 500 characters.");
    }
}
