using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary><c>free.models</c>: what can be had for free. As long as nobody sets it, the cards decide.</summary>
internal static class FreeList
{
    private const int CountMax = 100;

    private const string ByCards = "as the cards say";

    private static readonly SettingRule Written = SettingRule.List(
        "free.models",
        "models, or single price lines as model:sku",
        "What can be had for free; a model alone means all of its price lines.",
        CountMax,
        terms => terms.Free.Items ?? [],
        (terms, items) => terms with { Free = terms.Free with { Items = items } },
        item => item.ToString(),
        Parse);

    public static readonly SettingRule Rule = Written with
    {
        Read = terms => terms.Free.Items is null ? ByCards : Written.Read(terms),
        Objection = (terms, cards) => (terms.Free.Items ?? [])
            .Select(
                item =>
                    item.Sku is { } sku ? ModelNames.Objection(cards, new SkuId(item.Model, sku)) : ModelNames.Objection(cards, item.Model))
            .FirstOrDefault(objection => objection is not null),
    };

    private static FreeItem? Parse(string text) => text.Split(':', 2) switch
    {
        [{ Length: > 0 } model] => new FreeItem(new ModelId(model), null),
        [{ Length: > 0 } model, { Length: > 0 } sku] => new FreeItem(new ModelId(model), sku),
        _ => null,
    };
}
