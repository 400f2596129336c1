using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>Tells a person who named a model or a price line wrongly what there is.</summary>
internal static class ModelNames
{
    private const int SuggestedMax = 5;

    /// <summary>A former id leads customers to their model, and a setting under it would reach nothing.</summary>
    public static string? Objection(ModelCatalog cards, ModelId model) =>
        cards.Find(model) is not { } card ? $"There is no model \"{model}\". {Instead(cards, model)}"
        : card.Id != model ? $"\"{model}\" is called \"{card.Id}\" today."
        : null;

    public static string? Objection(ModelCatalog cards, SkuId line)
    {
        if (cards.Find(line.Model) is not { } card || card.Id != line.Model)
        {
            return Objection(cards, line.Model);
        }

        return card.Prices.Skus.Any(sku => sku.Key == line.Sku) ? null
            : card.Prices.Skus.Count == 0 ? $"{line.Model} has no price lines."
            : $"{line.Model} has no price line \"{line.Sku}\"; it has: {string.Join(", ", card.Prices.Skus.Select(sku => sku.Key))}.";
    }

    private static string Instead(ModelCatalog cards, ModelId model)
    {
        var words = (model.Value ?? "").Split(['/', '-', '.', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        var near = cards.Cards
            .Select(card => (card.Id, Shared: words.Count(word => card.Id.Value.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .Where(found => found.Shared > 0)
            .OrderByDescending(found => found.Shared)
            .Take(SuggestedMax)
            .Select(found => found.Id.Value)
            .ToList();
        return near.Count == 0 ? "catalog list shows them all." : $"Perhaps: {string.Join(", ", near)}.";
    }
}
