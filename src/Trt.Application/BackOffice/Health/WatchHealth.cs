using MediatR;
using Trt.Application.Health;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Health;

/// <summary>How the models do, the troubled ones first; a page at a time.</summary>
public sealed record WatchHealth(Actor By, int Page = 1) : IAdminRequest<HealthSheet>
{
    public const int PageSize = 8;
}

/// <param name="Stopped">How many of all are not sold because they fail, or because a person says so.</param>
/// <param name="Slow">How many are slow, or have just come back.</param>
/// <param name="Well">How many of those on sale have no trouble.</param>
public sealed record HealthSheet(Page<HealthLine> Lines, int Stopped, int Slow, int Well);

/// <summary>One model; null when there is none of that name.</summary>
public sealed record WatchModel(Actor By, ModelId Model) : IAdminRequest<HealthCase?>;

/// <param name="Instead">What customers are offered in its place while it is not sold.</param>
public sealed record HealthCase(HealthLine Line, IReadOnlyList<ModelCard> Instead)
{
    /// <summary>An operator keeps it off the shelves.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Of whoever looks: decides which buttons they see.</summary>
    public AdminRights Rights { get; init; } = AdminRights.None;
}


internal sealed class WatchHealthHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchHealth, HealthSheet>(gate, AdminAct.LookAround)
{
    protected override async Task<HealthSheet> Serve(WatchHealth request, AdminRights rights, CancellationToken token)
    {
        var models = (await mediator.Send(new ListHealth(), token)).Models;
        var last = Math.Max(1, (models.Count + WatchHealth.PageSize - 1) / WatchHealth.PageSize);
        var page = Math.Clamp(request.Page, 1, last);
        var shown = models.Skip((page - 1) * WatchHealth.PageSize).Take(WatchHealth.PageSize);
        return new HealthSheet(
            new Page<HealthLine>([.. shown], page, page < last),
            models.Count(line => !line.IsSold),
            models.Count(line => line is { IsOffered: true, IsSold: true, IsSlow: true }),
            models.Count(line => line is { IsOffered: true, IsSold: true, IsSlow: false }));
    }
}

internal sealed class WatchModelHandler(AdminGate gate, IMediator mediator, ICatalog catalog, IShopTerms terms)
    : AdminHandler<WatchModel, HealthCase?>(gate, AdminAct.LookAround)
{
    protected override async Task<HealthCase?> Serve(WatchModel request, AdminRights rights, CancellationToken token) =>
        (await mediator.Send(new ListHealth(), token)).Models.FirstOrDefault(line => line.Model == request.Model) is { } line
            ? new HealthCase(line, line is { IsOffered: true, IsSold: true } ? [] : catalog.Current.InsteadOf(line.Model))
            {
                IsHidden = terms.Current.Hidden.Contains(line.Model),
                Rights = rights,
            }
            : null;
}
