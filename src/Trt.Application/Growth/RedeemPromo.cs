using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>The customer enters a promo code.</summary>
public sealed record RedeemPromo(UserId UserId, string Typed) : IRequest<RedeemPromoResult>;

public abstract record RedeemPromoResult
{
    public sealed record Redeemed(PromoValue Value) : RedeemPromoResult;

    /// <param name="Wait">How long until the next try is welcome.</param>
    public sealed record Refused(PromoRefusal Reason, TimeSpan Wait = default) : RedeemPromoResult;
}

public enum PromoRefusal
{
    /// <summary>No code looks like this: a sentence, a number with spaces.</summary>
    NotACode,

    /// <summary>Unknown, expired, used up or withdrawn: one answer for all, or guessing would learn something.</summary>
    NotValid,
    AlreadyUsed,

    /// <summary>A percentage is waiting for the next top-up already.</summary>
    BoostIsWaiting,
    TooManyTries,
}

internal sealed class RedeemPromoHandler(ITrtDb db, IShopTerms terms, TimeProvider time) : IRequestHandler<RedeemPromo, RedeemPromoResult>
{
    public async Task<RedeemPromoResult> Handle(RedeemPromo request, CancellationToken token)
    {
        if (PromoCode.Normalize(request.Typed) is not { } code)
        {
            return new RedeemPromoResult.Refused(PromoRefusal.NotACode);
        }

        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var attempts = await db.LockPromoAttempts(request.UserId, token);
        if (attempts.WaitAt(now, terms.Current.Growth.PromoMissesPerHour) is { } wait)
        {
            return new RedeemPromoResult.Refused(PromoRefusal.TooManyTries, wait);
        }

        var promo = await db.LockPromoCode(code, token);
        var usedBefore = await db.PromoRedemptions.CountAsync(used => used.UserId == request.UserId && used.Code == code, token);
        if (await Refusal(promo, request.UserId, usedBefore, now, token) is { } refusal)
        {
            if (refusal != PromoRefusal.AlreadyUsed)
            {
                attempts.Miss(now);
            }

            await work.Commit(token);
            return new RedeemPromoResult.Refused(refusal);
        }

        promo!.Use(now);
        var redemption = new PromoRedemption(request.UserId, code, usedBefore + 1, now);
        db.PromoRedemptions.Add(redemption);
        await Give(promo, redemption, now, token);
        await db.DropQuestion(request.UserId, token);
        await work.Commit(token);
        return new RedeemPromoResult.Redeemed(promo.Value);
    }

    private async Task<PromoRefusal?> Refusal(PromoCode? promo, UserId user, int usedBefore, DateTimeOffset now, CancellationToken token) =>
        promo switch
        {
            null => PromoRefusal.NotValid,
            _ when usedBefore >= promo.UsesPerCustomerMax => PromoRefusal.AlreadyUsed,
            _ when !promo.CanBeUsed(now) => PromoRefusal.NotValid,
            { Kind: PromoKind.TopUpPercent } when await db.TopUpBoosts.AnyAsync(boost => boost.UserId == user, token) =>
                PromoRefusal.BoostIsWaiting,
            _ => null,
        };

    private async Task Give(PromoCode promo, PromoRedemption redemption, DateTimeOffset now, CancellationToken token)
    {
        var reason = $"promo code {promo.Code}";
        switch (promo.Value)
        {
            case PromoValue.MoneyGift gift:
                var wallet = await db.LockWallet(redemption.UserId, token);
                wallet.Grant(gift.Amount, new Booking(redemption.Reference, Booking.Customer, reason, now));
                break;
            case PromoValue.FreeGenerations free:
                var bank = await db.LockFreeBank(redemption.UserId, token);
                bank.Grant(free.Count, redemption.Reference, reason, now, Booking.Customer);
                break;
            case PromoValue.TopUpPercent percent:
                db.TopUpBoosts.Add(
                    new TopUpBoost(redemption.UserId, promo.Code, redemption.Reference, percent.Percent, percent.BonusMax, now));
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to give {promo.Value}");
        }
    }
}

internal sealed class RedeemPromoValidator : AbstractValidator<RedeemPromo>
{
    public RedeemPromoValidator() => RuleFor(request => request.Typed).NotNull();
}
