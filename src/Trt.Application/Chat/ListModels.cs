using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>The models of one kind, or the free ones, or all of them; a page at a time.</summary>
public sealed record ListModels(ModelShelf Shelf, GenerationType? Type, int Page) : IRequest<ModelList>
{
    public const int PageSize = 8;
}

public enum ModelShelf
{
    OfType,
    Free,
    All,
}

public sealed record ModelList(ModelShelf Shelf, GenerationType? Type, IReadOnlyList<ModelOffer> Offers, int Page, int PageCount);

public sealed record ModelOffer(ModelCard Card, Money? From);

internal sealed class ListModelsHandler(ICatalog catalog, IShopTerms terms) : IRequestHandler<ListModels, ModelList>
{
    public Task<ModelList> Handle(ListModels request, CancellationToken token)
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
        var offers = cards
            .Skip((page - 1) * ListModels.PageSize)
            .Take(ListModels.PageSize)
            .Select(card => new ModelOffer(card, card.Prices.From(terms.Current.Prices)))
            .ToList();
        return Task.FromResult(new ModelList(request.Shelf, request.Type, offers, page, pageCount));
    }
}
