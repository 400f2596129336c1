using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>How much shall be paid in? An order that lacks money says how much is missing.</summary>
public sealed record ShowTopUp(UserId UserId) : IRequest<TopUpView>;

/// <param name="Missing">What the waiting order lacks; zero when none waits or nothing is missing.</param>
/// <param name="Fitting">The amount that covers it.</param>
/// <param name="CanPay">Whether any way to pay is set up.</param>
/// <param name="Boost">What a promo code will add to it.</param>
public sealed record TopUpView(
    Money Balance, IReadOnlyList<Money> Amounts, Money Min, Money Max, Money Missing, Money? Fitting, bool CanPay, TopUpBoost? Boost);

internal sealed class ShowTopUpHandler(ITrtDb db, FundsReader funds, PaymentWays ways, IShopTerms terms, TimeProvider time)
    : IRequestHandler<ShowTopUp, TopUpView>
{
    public async Task<TopUpView> Handle(ShowTopUp request, CancellationToken token)
    {
        var topUps = terms.Current.TopUps;
        var balance = (await funds.Read(request.UserId, token)).Balance;
        var missing = await MissingFor(request.UserId, balance, token);
        return new TopUpView(
            balance,
            [.. topUps.Amounts.Where(amount => TopUpAmount.Check(amount, topUps) is null)],
            topUps.Min,
            topUps.Max,
            missing,
            missing.IsZero ? null : TopUpAmount.Fitting(missing, topUps),
            ways.SetUp.Count > 0,
            await db.TopUpBoosts.AsNoTracking().FirstOrDefaultAsync(boost => boost.UserId == request.UserId, token));
    }

    private async Task<Money> MissingFor(UserId user, Money balance, CancellationToken token)
    {
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == user, token);
        return draft is { Quote: { } quote } && !draft.IsExpired(time.GetUtcNow()) && quote.Price > balance
            ? quote.Price - balance
            : Money.Zero;
    }
}
