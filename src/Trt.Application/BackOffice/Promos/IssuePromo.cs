using MediatR;
using Trt.Application.Growth;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;

namespace Trt.Application.BackOffice.Promos;

/// <summary>Somebody who runs the shop makes a promo code in the chat.</summary>
/// <param name="Code">Null = the shop makes one up.</param>
/// <param name="Days">Null = it has no end.</param>
public sealed record IssuePromo(Actor.InChat By, string? Code, PromoValue Value, int Uses, int? Days) : IAdminRequest<CreatePromoResult>
{
    Actor IAdminRequest<CreatePromoResult>.By => By;
}

/// <summary>Nobody can use it any more; what it has given stays given.</summary>
public sealed record WithdrawPromo(Actor.InChat By, string Code) : IAdminRequest<DisablePromoResult>
{
    Actor IAdminRequest<DisablePromoResult>.By => By;
}

internal sealed class IssuePromoHandler(AdminGate gate, IMediator mediator, TimeProvider time)
    : AdminHandler<IssuePromo, CreatePromoResult>(gate, AdminAct.RunShop)
{
    protected override Task<CreatePromoResult> Serve(IssuePromo request, AdminRights rights, CancellationToken token) => mediator.Send(
        new CreatePromo(
            request.Code, request.Value, request.Uses, UsesPerCustomerMax: 1,
            request.Days is { } days ? time.GetUtcNow().AddDays(days) : null, $"{request.By.UserId}"),
        token);
}

internal sealed class WithdrawPromoHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WithdrawPromo, DisablePromoResult>(gate, AdminAct.RunShop)
{
    protected override Task<DisablePromoResult> Serve(WithdrawPromo request, AdminRights rights, CancellationToken token) =>
        mediator.Send(new DisablePromo(request.Code, $"{request.By.UserId}", ""), token);
}
