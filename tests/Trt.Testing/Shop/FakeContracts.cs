using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Testing.Shop;

/// <summary>The provider's schemas as the test has them. Until it has one, there is none.</summary>
public sealed class FakeContracts : IContractLook
{
    public ContractReading Answer { get; set; } = new ContractReading.TryLater(null, "there is no schema yet");

    /// <summary>What comes of single models instead.</summary>
    public Dictionary<string, ContractReading> Of { get; } = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public Task<ContractReading> Look(ModelCard card, CancellationToken token)
    {
        Asked.Add(card.Id.Value);
        return Task.FromResult(Of.GetValueOrDefault(card.Id.Value, Answer));
    }
}
