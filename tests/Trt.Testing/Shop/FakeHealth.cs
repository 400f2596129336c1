using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>How models do at the provider, as the test says.</summary>
public sealed class FakeHealth : IProviderHealth
{
    public ConcurrentQueue<ModelId> Probes { get; } = new();

    public ConcurrentQueue<ModelId> Heard { get; } = new();

    public AliveAnswer Answer { get; set; } = new(AliveCheck.Alive, "This field is required (500)");

    /// <summary>Null: they cannot be read.</summary>
    public IReadOnlyList<decimal>? Rates { get; set; }

    public Task<AliveAnswer> Probe(ModelCard card, CancellationToken token)
    {
        Probes.Enqueue(card.Id);
        return Task.FromResult(Answer);
    }

    public Task<IReadOnlyList<decimal>?> SuccessRates(ModelCard card, CancellationToken token)
    {
        Heard.Enqueue(card.Id);
        return Task.FromResult(Rates);
    }
}
