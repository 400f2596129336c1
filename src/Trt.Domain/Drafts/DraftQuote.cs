using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Domain.Drafts;

/// <param name="Price">Zero when it is free.</param>
/// <param name="IsFromBank">Free at the cost of one that the customer has earned.</param>
public sealed record DraftQuote(Money Price, string Sku, string CatalogVersion, DateTimeOffset ExpiresAt, bool IsFromBank = false)
{
    /// <summary>
    /// What was shown is kept until it expires; after that only if the price is still the same. Today's free ones may take the place of an
    /// earned one, but never the other way round without asking.
    /// </summary>
    public bool Holds(Money listed, FreeSource? free, DateTimeOffset now) => free is { } source
        ? Price.IsZero && (source == FreeSource.Day || IsFromBank)
        : !Price.IsZero && (now < ExpiresAt || Price == listed);
}
