using Trt.Domain.Catalog;
using Trt.Domain.Health;

namespace Trt.Application.Ports;

/// <summary>What the provider tells of how a model does. Nothing here is ever paid.</summary>
public interface IProviderHealth
{
    /// <summary>An order without inputs, which the provider cannot take: only for models that need one.</summary>
    Task<AliveAnswer> Probe(ModelCard card, CancellationToken token);

    /// <summary>The provider's own rates of the last day; null when they could not be read.</summary>
    Task<IReadOnlyList<decimal>?> SuccessRates(ModelCard card, CancellationToken token);
}

/// <param name="Detail">What was said, for the operators.</param>
public sealed record AliveAnswer(AliveCheck Check, string Detail);
