using System.Globalization;
using Trt.Domain.Catalog.Prose;

namespace Trt.Domain.Costs;

/// <summary>How far the provider's prices are followed without asking a person.</summary>
public sealed record CostLimits(int RisePercent, int FallPercent)
{
    /// <summary>Null when every line moves within the limits; otherwise what moved too far, for a person.</summary>
    /// <param name="known">What each line costs until now.</param>
    public string? Objection(IEnumerable<SkuCredits> read, IReadOnlyDictionary<string, decimal> known)
    {
        foreach (var line in read)
        {
            var before = known[line.Sku];
            if (line.Credits > before * (100 + RisePercent) / 100 || line.Credits < before * (100 - FallPercent) / 100)
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{line.Sku}: {before:0.####} → {line.Credits:0.####} credits");
            }
        }

        return null;
    }
}
