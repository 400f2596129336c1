using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Drafts;

/// <param name="Price">Zero when it is taken from the free allowance.</param>
public sealed record DraftQuote(Money Price, string Sku, string CatalogVersion, DateTimeOffset ExpiresAt)
{
    /// <summary>What was shown is kept until it expires; after that only if the price is still the same.</summary>
    public bool Holds(Quote listed, bool isFree, DateTimeOffset now) =>
        Price.IsZero == isFree && (isFree || now < ExpiresAt || Price == listed.Price);
}
