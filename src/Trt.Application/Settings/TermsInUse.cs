using Trt.Application.Ports;

namespace Trt.Application.Settings;

/// <summary>The terms as the environment gave them at start.</summary>
internal sealed class TermsInUse(ShopSettings settings) : IShopTerms
{
    public ShopTerms Current { get; private set; } = settings.Terms;
}
