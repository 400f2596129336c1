using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// How orders that were agreed to together stand: each ends by itself, and the customer reads of all of them in one place.
/// </summary>
/// <param name="Taken">What was taken for those that are done.</param>
public sealed record BatchState(int Count, int Done, int Open, Money Taken)
{
    /// <summary>Different models that make the same, in the order in which they are shown; empty for variations of one.</summary>
    public IReadOnlyList<EntrantState> Entrants { get; init; } = [];

    public bool IsDuel => Entrants.Count > 0;

    /// <summary>Ended without a result; their money is back.</summary>
    public int Ended => Count - Done - Open;
}

/// <summary>One model of a duel.</summary>
/// <param name="Card">Null when it has left the catalog since.</param>
/// <param name="Taken">What it cost in the end.</param>
/// <param name="Took">From its start to its result; null without one.</param>
public sealed record EntrantState(int Number, Generation Order, ModelCard? Card, Money Taken, TimeSpan? Took)
{
    public bool HasResult => Order.Result.Count > 0;
}
