using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Wallets;

/// <summary>The balance: available, set aside, free ones left, and the latest movements.</summary>
public sealed record ShowBalance(UserId UserId) : IRequest<BalanceView>;

public sealed record BalanceView(Money Available, Money Reserved, FreeRoom Free, int FreePerDay, IReadOnlyList<Movement> Latest)
{
    public int FreeLeft => Free.Today;
}

internal sealed class ShowBalanceHandler(ITrtDb db, FundsReader funds, IShopTerms terms) : IRequestHandler<ShowBalance, BalanceView>
{
    private const int LatestCount = 5;

    public async Task<BalanceView> Handle(ShowBalance request, CancellationToken token)
    {
        var wallet = await db.Wallets.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == request.UserId, token);
        var money = await funds.Read(request.UserId, token);
        var latest = await db.Ledger
            .Where(entry => entry.UserId == request.UserId && entry.Kind != EntryKind.Reserve)
            .OrderByDescending(entry => entry.Id)
            .Take(LatestCount)
            .As<Movement>()
            .ToListAsync(token);
        return new BalanceView(
            wallet?.Available ?? Money.Zero, wallet?.Reserved ?? Money.Zero, money.Free, terms.Current.Free.PerDay, latest);
    }
}
