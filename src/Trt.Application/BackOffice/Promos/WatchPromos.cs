using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Growth;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Promos;

/// <summary>The promo codes with what became of them, the newest first.</summary>
public sealed record WatchPromos(Actor By, int Page = 1) : IAdminRequest<Page<PromoStanding>>
{
    public const int PageSize = 8;
}

/// <summary>One code and the people who have used it; null when there is none of that mark.</summary>
/// <param name="Mark">Of the code, which may be longer than a button takes.</param>
public sealed record WatchPromo(Actor By, string Mark, int Page = 1) : IAdminRequest<PromoSheet?>;

public sealed record PromoSheet(PromoStanding Standing, Page<PromoUse> Uses);

public sealed record PromoUse(UserId UserId, string Name, DateTimeOffset At);

internal sealed class WatchPromosHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchPromos, Page<PromoStanding>>(gate, AdminAct.RunShop)
{
    protected override async Task<Page<PromoStanding>> Serve(WatchPromos request, AdminRights rights, CancellationToken token)
    {
        var all = await mediator.Send(new ListPromos(), token);
        var last = Math.Max(1, (all.Count + WatchPromos.PageSize - 1) / WatchPromos.PageSize);
        var page = Math.Clamp(request.Page, 1, last);
        return new Page<PromoStanding>(
            [.. all.Skip((page - 1) * WatchPromos.PageSize).Take(WatchPromos.PageSize)], page, page < last);
    }
}

internal sealed class WatchPromoHandler(AdminGate gate, IMediator mediator, ITrtDb db)
    : AdminHandler<WatchPromo, PromoSheet?>(gate, AdminAct.RunShop)
{
    private const int PageSize = 8;

    protected override async Task<PromoSheet?> Serve(WatchPromo request, AdminRights rights, CancellationToken token)
    {
        var found = (await mediator.Send(new ListPromos(), token))
            .FirstOrDefault(standing => PromoMarks.Of(standing.Promo.Code) == request.Mark);
        if (found is null)
        {
            return null;
        }

        var code = found.Promo.Code;
        var uses = await db.PromoRedemptions.AsNoTracking()
            .Where(use => use.Code == code)
            .OrderByDescending(use => use.At).ThenBy(use => use.UserId).ThenBy(use => use.Number)
            .Select(use => new PromoUse(
                use.UserId, db.Users.Where(user => user.Id == use.UserId).Select(user => user.Name).First(), use.At))
            .PageOf(request.Page, PageSize, token);
        return new PromoSheet(found, uses);
    }
}
