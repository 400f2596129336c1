using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>An operator issues a promo code.</summary>
/// <param name="Code">Null = the shop makes one up that nobody guesses.</param>
public sealed record CreatePromo(
    string? Code, PromoValue Value, int UsesMax, int UsesPerCustomerMax, DateTimeOffset? ExpiresAt,
    string Operator) : IRequest<CreatePromoResult>;

public abstract record CreatePromoResult
{
    public sealed record Created(PromoCode Promo) : CreatePromoResult;

    /// <summary>Codes are never used anew: what was booked under them stays theirs.</summary>
    public sealed record Exists(PromoCode Promo) : CreatePromoResult;
}

internal sealed class CreatePromoHandler(ITrtDb db, TimeProvider time) : IRequestHandler<CreatePromo, CreatePromoResult>
{
    /// <summary>Without the letters and digits that people mistake for one another.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int MadeUpLength = 10;

    public async Task<CreatePromoResult> Handle(CreatePromo request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var code = request.Code is { } wish ? PromoCode.Normalize(wish)! : RandomNumberGenerator.GetString(Alphabet, MadeUpLength);
        await using var work = await db.Begin(token);
        if (await db.PromoCodes.AsNoTracking().FirstOrDefaultAsync(found => found.Code == code, token) is { } existing)
        {
            return new CreatePromoResult.Exists(existing);
        }

        var actor = $"operator:{request.Operator}";
        var promo = PromoCode.Create(code, request.Value, request.UsesMax, request.UsesPerCustomerMax, request.ExpiresAt, actor, now);
        db.PromoCodes.Add(promo);
        db.Audit.Add(AuditEntry.Of(actor, "promo.created", $"promo:{code}", before: null, after: promo.ToString(), reason: "", now));
        await work.Commit(token);
        return new CreatePromoResult.Created(promo);
    }
}

internal sealed class CreatePromoValidator : AbstractValidator<CreatePromo>
{
    private static readonly Money GiftMax = Money.Rubles(10_000);
    private static readonly Money BonusMax = Money.Rubles(50_000);
    private const int FreeMax = 1000;
    private const int UsesMax = 1_000_000;
    private const int OperatorLengthMax = 80;
    private static readonly TimeSpan LifetimeMax = TimeSpan.FromDays(5 * 365);

    public CreatePromoValidator(TimeProvider time)
    {
        RuleFor(request => request.Code)
            .Must(code => code is null || PromoCode.Normalize(code) is not null)
            .WithMessage($"The code must be {PromoCode.LengthMin} to {PromoCode.LengthMax} letters, digits, - or _.");
        RuleFor(request => request.Value).Must(IsReasonable).WithMessage(
            $"The gift must be 0.01 to {GiftMax}, or 1 to 100 % with a limit up to {BonusMax}, or 1 to {FreeMax} free generations.");
        RuleFor(request => request.UsesMax).InclusiveBetween(1, UsesMax).WithMessage($"The uses must be 1 to {UsesMax} in total.");
        RuleFor(request => request.UsesPerCustomerMax)
            .Must((request, uses) => uses >= 1 && uses <= Math.Min(request.UsesMax, 100))
            .WithMessage("The uses of one customer must be 1 to 100, and no more than the total.");
        RuleFor(request => request.ExpiresAt)
            .Must(end => end is null || (end > time.GetUtcNow() && end < time.GetUtcNow() + LifetimeMax))
            .WithMessage("The expiry must be in the future, within five years.");
        RuleFor(request => request.Operator).NotEmpty().MaximumLength(OperatorLengthMax);
    }

    private static bool IsReasonable(PromoValue value) => value switch
    {
        PromoValue.MoneyGift gift => gift.Amount > Money.Zero && gift.Amount <= GiftMax,
        PromoValue.TopUpPercent percent =>
            percent.Percent is >= 1 and <= 100 && percent.BonusMax > Money.Zero && percent.BonusMax <= BonusMax,
        PromoValue.FreeGenerations free => free.Count is >= 1 and <= FreeMax,
        _ => false,
    };
}
