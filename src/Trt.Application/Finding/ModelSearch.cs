using System.Runtime.CompilerServices;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>Looks models up in memory; the words stay with the wish, so that each page and the way back find them.</summary>
internal sealed class ModelSearch(ICatalog catalog, IShopTerms terms, FundsReader funds)
{
    private static readonly ConditionalWeakTable<ModelCatalog, ShelfIndex> Indexes = [];

    public async Task<FoundModels> Page(KeptWish kept, int wanted, CancellationToken token)
    {
        var text = kept.Text ?? "";
        var found = Indexes.GetValue(catalog.Current, cards => new ShelfIndex(cards)).Find(text, PriceOf);
        var pageCount = Math.Max(1, (found.Count + ListModels.PageSize - 1) / ListModels.PageSize);
        var page = Math.Clamp(wanted, 1, pageCount);
        var shown = found.Skip((page - 1) * ListModels.PageSize).Take(ListModels.PageSize).ToList();
        var room = shown.Exists(card => card.IsFree) ? (await funds.Read(kept.UserId, token)).Free : null;
        var prices = terms.Current.Prices;
        var offers = shown.Select(card => new ModelOffer(card, card.Prices.From(prices), card.IsFree && room?.Next is not null)
        {
            Each = card.Prices.Each(prices),
        });
        return new FoundModels(kept.Number, text, [.. offers], found.Count, page, pageCount);
    }

    /// <summary>An order as it is usual, or the least that can be ordered where its size comes from the customer.</summary>
    private Money? PriceOf(ModelCard card) =>
        card.Prices.Quote(card.Inputs.Known(new Dictionary<string, InputValue>()), terms.Current.Prices)?.Price
            ?? card.Prices.From(terms.Current.Prices);
}
