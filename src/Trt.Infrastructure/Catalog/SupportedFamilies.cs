using System.Collections.Frozen;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>The one list of endpoint families that the shop can really call; cards of the others wait.</summary>
public static class SupportedFamilies
{
    public static readonly FrozenSet<ProviderFamily> All = Enum.GetValues<ProviderFamily>().ToFrozenSet();
}
