using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>What a customer has ordered, as a gallery: of one kind, the favourites, or what they searched for.</summary>
public sealed record BrowseHistory(UserId UserId, int Page, HistoryFilter Filter) : IRequest<HistoryPage>
{
    public const int PageSize = 6;
}

/// <param name="IsSearch">Only what the customer's words of last time are found in.</param>
public sealed record HistoryFilter(OutputKind? Kind = null, bool IsFavourites = false, bool IsSearch = false)
{
    public static readonly HistoryFilter Everything = new();
}

/// <param name="SearchedFor">Null when nothing is searched.</param>
public sealed record HistoryPage(HistoryFilter Filter, string? SearchedFor, Page<Work> Works);

internal sealed class BrowseHistoryHandler(ITrtDb db, IGallery gallery, ICatalog catalog, Works works)
    : IRequestHandler<BrowseHistory, HistoryPage>
{
    public async Task<HistoryPage> Handle(BrowseHistory request, CancellationToken token)
    {
        var words = request.Filter.IsSearch
            ? await db.Users.Where(user => user.Id == request.UserId).Select(user => user.SearchedFor).FirstOrDefaultAsync(token)
            : null;
        var page = Math.Clamp(request.Page, 1, Page.NumberMax);
        var found = await gallery.Find(
            Search(request, words), (page - 1) * BrowseHistory.PageSize, BrowseHistory.PageSize + 1, token);
        var shown = found.Take(BrowseHistory.PageSize).ToList();
        return new HistoryPage(
            request.Filter with { IsSearch = words is not null },
            words,
            new Page<Work>(await works.Of(request.UserId, shown, token), page, found.Count > shown.Count));
    }

    private GallerySearch Search(BrowseHistory request, string? words)
    {
        var cards = catalog.Current.Cards;
        return new GallerySearch(
            request.UserId,
            request.Filter.Kind is { } kind ? [.. cards.Where(card => card.Output == kind).Select(card => card.Id)] : null,
            request.Filter.IsFavourites,
            words,
            [.. cards.SelectMany(card => card.Inputs.Fields).Where(IsWritten).Select(field => field.Name).Distinct()]);
    }

    private static bool IsWritten(Field field) => field is TextField or TextListField or DialogueField;
}
