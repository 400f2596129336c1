using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>One price line of one model, as operators write it: "nano-banana-pro:resolution=4K".</summary>
public readonly record struct SkuId(ModelId Model, string Sku)
{
    public override string ToString() => $"{Model}:{Sku}";
}
