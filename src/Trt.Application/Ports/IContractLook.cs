using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>Asks the provider for its schema of one model and holds it against the card. It costs nothing and changes nothing.</summary>
public interface IContractLook
{
    Task<ContractReading> Look(ModelCard card, CancellationToken token);
}

public abstract record ContractReading
{
    /// <param name="Breaking">Differences from the card that orders would break on.</param>
    /// <param name="Others">The rest of them.</param>
    public sealed record Read(string Fingerprint, IReadOnlyList<string> Breaking, IReadOnlyList<string> Others) : ContractReading;

    /// <summary>There is a document, or none, that nothing can be told by.</summary>
    public sealed record Unreadable(string Detail) : ContractReading;

    public sealed record TryLater(TimeSpan? After, string Detail) : ContractReading;
}
