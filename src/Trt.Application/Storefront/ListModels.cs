using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>The models of one kind, or the free ones, or all of them; a page at a time.</summary>
/// <param name="For">Whose list it is: what is free depends on what they have used.</param>
public sealed record ListModels(UserId For, ModelShelf Shelf, GenerationType? Type, int Page) : IRequest<ModelList>
{
    public const int PageSize = 8;
}

public enum ModelShelf
{
    OfType,
    Free,
    All,
}

/// <param name="Room">What this customer can still have for free; null when nothing on the page is ever free.</param>
public sealed record ModelList(
    ModelShelf Shelf, GenerationType? Type, IReadOnlyList<ModelOffer> Offers, int Page, int PageCount, FreeRoom? Room, int FreePerDay);

/// <param name="IsFreeNow">It, or some of it, can be had for free right now.</param>
/// <param name="IsNew">It has come lately, and its list says so for a while.</param>
public sealed record ModelOffer(ModelCard Card, Money? From, bool IsFreeNow, bool IsNew = false)
{
    /// <summary>What one unit costs.</summary>
    public UnitPrice? Each { get; init; }

    /// <summary>An order that leaves everything as it is; null where its size comes from what the customer sends.</summary>
    public Quote? Usual { get; init; }

    /// <summary>That is what this customer ordered last.</summary>
    public bool IsUsualOwn { get; init; }
}

internal sealed class ListModelsHandler(ICatalog catalog, FundsReader funds, IShopTerms terms, ShopOptions options, TimeProvider time)
    : IRequestHandler<ListModels, ModelList>
{
    public async Task<ModelList> Handle(ListModels request, CancellationToken token)
    {
        var current = catalog.Current;
        var cards = request.Shelf switch
        {
            ModelShelf.OfType => request.Type is { } type ? current.Offered(type) : [],
            ModelShelf.Free => current.OfferedFree,
            ModelShelf.All => [.. current.OfferedTypes.SelectMany(current.Offered)],
        };
        var pageCount = Math.Max(1, (cards.Count + ListModels.PageSize - 1) / ListModels.PageSize);
        var page = Math.Clamp(request.Page, 1, pageCount);
        var shown = cards.Skip((page - 1) * ListModels.PageSize).Take(ListModels.PageSize).ToList();
        var room = shown.Any(card => card.IsFree) ? (await funds.Read(request.For, token)).Free : null;
        var today = options.DayOf(time.GetUtcNow());
        var offers = shown.Select(card => new ModelOffer(
            card, card.Prices.From(terms.Current.Prices), card.IsFree && room?.Next is not null, card.IsNewOn(today))
            {
                Each = card.Prices.Each(terms.Current.Prices),
            }).ToList();
        return new ModelList(request.Shelf, request.Type, offers, page, pageCount, room, terms.Current.Free.PerDay);
    }
}
