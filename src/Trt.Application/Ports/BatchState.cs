using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// How variations that were ordered together stand: each ends by itself, and the customer reads of all of them in one place.
/// </summary>
/// <param name="Taken">What was taken for those that are done.</param>
public sealed record BatchState(int Count, int Done, int Open, Money Taken)
{
    /// <summary>Ended without a result; their money is back.</summary>
    public int Ended => Count - Done - Open;
}
