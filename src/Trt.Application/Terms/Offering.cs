using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Application.Terms;

/// <summary>
/// What is sold and on which terms: the cards with the provider's latest costs, the operator's word and the health of models laid over
/// them. Costs, prices, free lines, hidden and ailing models are part of the cards from here on, so that nobody
/// further in can forget one of them.
/// </summary>
internal sealed class Offering(ICards cards, TermsInUse terms, CostsInUse costs, HealthInUse health, TimeProvider time)
{
    private volatile Offer? _current;

    public Offer Current
    {
        get
        {
            var (read, agreed, taken, doing) = (cards.Current, terms.Current, costs.Current, health.Current);
            var now = time.GetUtcNow();
            return _current is { } known
                && ReferenceEquals(known.Cards, read)
                && ReferenceEquals(known.Terms, agreed)
                && ReferenceEquals(known.Costs, taken)
                && ReferenceEquals(known.Health, doing)
                && !(known.OnSale.Edge <= now)
                ? known
                : _current = new Offer(read, agreed, taken, doing, doing.LaidOver(OnSale(read, agreed, taken)).At(now));
        }
    }

    public static ModelCatalog OnSale(ModelCatalog cards, ShopTerms terms, KnownCosts costs) =>
        costs.IsEmpty && terms is { Hidden.Count: 0, OwnPrices.Count: 0, Free.Items: null }
            ? cards
            : new ModelCatalog(cards.Version, cards.Cards.Select(card => OnSale(costs.LaidOver(card), terms)));

    private static ModelCard OnSale(ModelCard card, ShopTerms terms)
    {
        if (card.Prices.Skus.Any(sku => terms.OwnPrices.ContainsKey(new SkuId(card.Id, sku.Key))))
        {
            card = card with { Prices = card.Prices with { Skus = [.. card.Prices.Skus.Select(sku => Priced(card, sku, terms))] } };
        }

        if (terms.Free.Items is { } items)
        {
            var mine = items.Where(item => item.Model == card.Id).ToList();
            card = card with
            {
                IsFree = mine.Count > 0,
                FreeSkus = mine.Any(item => item.Sku is null) ? null : mine.Select(item => item.Sku!).ToHashSet(StringComparer.Ordinal),
            };
        }

        return terms.Hidden.Contains(card.Id)
            ? card with
            {
                Status = ModelStatus.HiddenByOperator,
                StatusReason = card.IsOffered ? "the operator has hidden it" : $"the operator has hidden it; besides: {card.StatusReason}",
            }
            : card;
    }

    private static Sku Priced(ModelCard card, Sku sku, ShopTerms terms) =>
        terms.OwnPrices.TryGetValue(new SkuId(card.Id, sku.Key), out var price) ? sku with { OwnPrice = price } : sku;
}

/// <summary>One consistent set: what is on sale, and the terms it is on sale for.</summary>
internal sealed record Offer(ModelCatalog Cards, ShopTerms Terms, KnownCosts Costs, KnownHealth Health, ModelCatalog OnSale);

/// <summary>The same set from the first question to the last of one scope, so that a press under way never meets two price lists.</summary>
internal sealed class OfferOfThisScope(Offering offering) : ICatalog, IShopTerms
{
    private Offer Offer => field ??= offering.Current;

    ModelCatalog ICatalog.Current => Offer.OnSale;

    ShopTerms IShopTerms.Current => Offer.Terms;
}
