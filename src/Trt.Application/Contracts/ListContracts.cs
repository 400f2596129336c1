using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Contracts;

/// <summary>Where the provider's live schemas differ from the cards.</summary>
public sealed record ListContracts : IRequest<IReadOnlyList<ContractView>>;

/// <param name="OffSale">Why it is not sold; null when it is.</param>
/// <param name="Mark">Of the schema as it was read last.</param>
/// <param name="Trouble">Why it could not be read last.</param>
public sealed record ContractView(
    ModelId Model, string? OffSale, IReadOnlyList<string> Unsafe, IReadOnlyList<string> Safe, string? Trouble, DateTimeOffset AskedAt,
    string Mark)
{
    public bool IsWorthALook => Unsafe.Count + Safe.Count > 0 || Trouble is not null;
}

internal sealed class ListContractsHandler(ITrtDb db) : IRequestHandler<ListContracts, IReadOnlyList<ContractView>>
{
    public async Task<IReadOnlyList<ContractView>> Handle(ListContracts request, CancellationToken token)
    {
        var contracts = await db.ModelContracts.AsNoTracking().ToListAsync(token);
        return
        [
            .. contracts.OrderBy(contract => contract.Model.Value, StringComparer.Ordinal).Select(contract => new ContractView(
                contract.Model, contract.OffSale, Lines(contract.Unsafe), Lines(contract.Safe), contract.Trouble, contract.AskedAt,
                contract.Mark)),
        ];
    }

    private static string[] Lines(string differences) => differences.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
