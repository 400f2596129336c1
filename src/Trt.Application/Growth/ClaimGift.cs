using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>The customer takes the present of the house: once in a lifetime, drawn when it is taken.</summary>
public sealed record ClaimGift(UserId UserId) : IRequest<ClaimGiftResult>;

public abstract record ClaimGiftResult
{
    public sealed record Given(Money Amount, Money Balance) : ClaimGiftResult;

    public sealed record TakenBefore(Money Amount) : ClaimGiftResult;

    public sealed record Refused(GiftRefusal Reason) : ClaimGiftResult;
}

public enum GiftRefusal
{
    NotOffered,

    /// <summary>The presents of this day are used up; there are new ones tomorrow.</summary>
    GoneForToday,
}

internal sealed class ClaimGiftHandler(ITrtDb db, IShopTerms terms, ShopOptions options, TimeProvider time)
    : IRequestHandler<ClaimGift, ClaimGiftResult>
{
    public async Task<ClaimGiftResult> Handle(ClaimGift request, CancellationToken token)
    {
        var growth = terms.Current.Growth;
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var wallet = await db.LockWallet(request.UserId, token);
        if (await db.Gifts.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == request.UserId, token) is { } taken)
        {
            return new ClaimGiftResult.TakenBefore(taken.Amount);
        }

        if (growth.GiftRubles is not { } range)
        {
            return new ClaimGiftResult.Refused(GiftRefusal.NotOffered);
        }

        var today = options.DayOf(now);
        if (await db.Gifts.CountAsync(given => given.Day == today, token) >= growth.GiftsPerDay)
        {
            return new ClaimGiftResult.Refused(GiftRefusal.GoneForToday);
        }

        var gift = new Gift(request.UserId, Draw(range.Least, range.Most), today, now);
        db.Gifts.Add(gift);
        wallet.Grant(gift.Amount, new Booking(gift.Reference, Booking.Customer, "gift", now));
        await work.Commit(token);
        return new ClaimGiftResult.Given(gift.Amount, wallet.Available);
    }

    /// <summary>Whole rubles, each as likely as the other; nobody can foresee or choose it.</summary>
    private static Money Draw(int least, int most) => Money.Rubles(RandomNumberGenerator.GetInt32(least, most + 1));
}
