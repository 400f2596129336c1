namespace Trt.Application.Terms;

/// <summary>The terms of this moment; the whole set is swapped at once when the operator changes one.</summary>
public interface IShopTerms
{
    ShopTerms Current { get; }
}
