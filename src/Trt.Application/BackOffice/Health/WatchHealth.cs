using MediatR;
using Trt.Application.Health;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Health;

/// <summary>How the models do, the troubled ones first; a page at a time.</summary>
public sealed record WatchHealth(Actor By, int Page = 1) : IAdminRequest<Page<HealthLine>>
{
    public const int PageSize = 8;
}

/// <summary>One model; null when there is none of that name.</summary>
public sealed record WatchModel(Actor By, ModelId Model) : IAdminRequest<HealthLine?>;

internal sealed class WatchHealthHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchHealth, Page<HealthLine>>(gate, AdminAct.LookAround)
{
    protected override async Task<Page<HealthLine>> Serve(WatchHealth request, AdminRights rights, CancellationToken token)
    {
        var models = (await mediator.Send(new ListHealth(), token)).Models;
        var last = Math.Max(1, (models.Count + WatchHealth.PageSize - 1) / WatchHealth.PageSize);
        var page = Math.Clamp(request.Page, 1, last);
        return new Page<HealthLine>(
            [.. models.Skip((page - 1) * WatchHealth.PageSize).Take(WatchHealth.PageSize)], page, page < last);
    }
}

internal sealed class WatchModelHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchModel, HealthLine?>(gate, AdminAct.LookAround)
{
    protected override async Task<HealthLine?> Serve(WatchModel request, AdminRights rights, CancellationToken token) =>
        (await mediator.Send(new ListHealth(), token)).Models.FirstOrDefault(line => line.Model == request.Model);
}
