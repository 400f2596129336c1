using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Growth;

namespace Trt.Application.Growth;

/// <summary>The promo codes with what became of them, newest first; one of them when a code is given.</summary>
public sealed record ListPromos(string? Code = null) : IRequest<IReadOnlyList<PromoStanding>>;

/// <param name="Customers">How many people have used it.</param>
public sealed record PromoStanding(PromoCode Promo, int Customers, DateTimeOffset? LastUsedAt, bool CanBeUsed);

internal sealed class ListPromosHandler(ITrtDb db, TimeProvider time) : IRequestHandler<ListPromos, IReadOnlyList<PromoStanding>>
{
    private const int ListedMax = 500;

    public async Task<IReadOnlyList<PromoStanding>> Handle(ListPromos request, CancellationToken token)
    {
        var code = request.Code is { } typed ? PromoCode.Normalize(typed) ?? "" : null;
        var promos = await db.PromoCodes.AsNoTracking()
            .Where(promo => code == null || promo.Code == code)
            .OrderByDescending(promo => promo.CreatedAt)
            .Take(ListedMax)
            .ToListAsync(token);
        var codes = promos.ConvertAll(promo => promo.Code);
        var uses = await db.PromoRedemptions
            .Where(use => codes.Contains(use.Code))
            .GroupBy(use => use.Code)
            .Select(group => new
            {
                Code = group.Key,
                Customers = group.Select(use => use.UserId).Distinct().Count(),
                Last = group.Max(use => use.At),
            })
            .ToDictionaryAsync(use => use.Code, token);
        var now = time.GetUtcNow();
        return promos.ConvertAll(promo => uses.TryGetValue(promo.Code, out var use)
            ? new PromoStanding(promo, use.Customers, use.Last, promo.CanBeUsed(now))
            : new PromoStanding(promo, 0, null, promo.CanBeUsed(now)));
    }
}
