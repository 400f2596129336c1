using MediatR;
using Trt.Application.Contracts;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Contracts;

/// <summary>Models whose contract the provider has changed, those off sale first; a page at a time.</summary>
public sealed record WatchContracts(Actor By, int Page = 1) : IAdminRequest<ContractSheet>
{
    public const int PageSize = 8;
}

/// <param name="Looked">How many models have been looked at.</param>
public sealed record ContractSheet(Page<ContractView> Changed, int Looked);

/// <summary>What the provider has changed about one model; null when it was never looked at.</summary>
public sealed record WatchContract(Actor By, ModelId Model) : IAdminRequest<ContractView?>;

internal sealed class WatchContractsHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchContracts, ContractSheet>(gate, AdminAct.LookAround)
{
    protected override async Task<ContractSheet> Serve(WatchContracts request, AdminRights rights, CancellationToken token)
    {
        var all = await mediator.Send(new ListContracts(), token);
        var changed = all.Where(contract => contract.IsWorthALook).OrderBy(contract => contract.OffSale is null)
            .ThenBy(contract => contract.Unsafe.Count == 0).ToList();
        var last = Math.Max(1, (changed.Count + WatchContracts.PageSize - 1) / WatchContracts.PageSize);
        var page = Math.Clamp(request.Page, 1, last);
        var shown = changed.Skip((page - 1) * WatchContracts.PageSize).Take(WatchContracts.PageSize);
        return new ContractSheet(new Page<ContractView>([.. shown], page, page < last), all.Count);
    }
}

internal sealed class WatchContractHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<WatchContract, ContractView?>(gate, AdminAct.LookAround)
{
    protected override async Task<ContractView?> Serve(WatchContract request, AdminRights rights, CancellationToken token) =>
        (await mediator.Send(new ListContracts(), token)).FirstOrDefault(contract => contract.Model == request.Model);
}
