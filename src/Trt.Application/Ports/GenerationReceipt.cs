using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>What the money of one generation did, read from its ledger entries and from nothing else.</summary>
/// <param name="Card">Null when the model has left the catalog since.</param>
/// <param name="OrderedAt">On the shop's own clock.</param>
/// <param name="Taken">What was taken for the result; what came back later is told apart.</param>
/// <param name="Balance">Null when nothing was paid.</param>
/// <param name="Free">Null when it was paid.</param>
public sealed record GenerationReceipt(
    Generation Generation,
    ModelCard? Card,
    DateTimeOffset OrderedAt,
    Money Taken,
    IReadOnlyList<MoneyBack> Back,
    BalanceChange? Balance,
    ReceiptOfFree? Free);

public sealed record MoneyBack(Money Amount, BackReason Reason);

public enum BackReason
{
    Failed,
    Expired,
    Cancelled,

    /// <summary>The result is smaller than what was ordered.</summary>
    LessThanOrdered,

    /// <summary>The price was the most it could be, and the true cost was less.</summary>
    CostLess,

    /// <summary>The result or a part of it was gone before it reached the chat.</summary>
    LostOnTheWay,

    /// <summary>An operator gave it back.</summary>
    GivenBack,
}

public sealed record BalanceChange(Money Before, Money After);

/// <param name="IsEarned">Not one of the day's: it was earned before.</param>
/// <param name="IsGivenBack">It brought nothing and does not count.</param>
public sealed record ReceiptOfFree(DateOnly Day, bool IsToday, int Used, int PerDay, bool IsEarned, bool IsGivenBack);
