using Trt.Application.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of orders that were placed.</summary>
internal abstract record OrderRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["status"] = arguments => WithId(arguments, id => new StatusRoute(id)),
        ["my_generations"] = arguments => new HistoryRoute(
            HistoryPlace.Read(At(arguments, 0), At(arguments, 1))
            ?? (PageIn(At(arguments, 0)) is > 1 and var page ? new HistoryPlace(page, HistoryFilter.Everything) : null)),
        ["history_search"] = _ => new SearchHistoryRoute(),
        ["gen_view"] = arguments => WithId(arguments, id => new GenerationRoute(id, Place(arguments, 1))),
        ["work"] = arguments => WithId(arguments, id => new WorkRoute(id, Place(arguments, 1) ?? HistoryPlace.Beginning)),
        ["gen_delete"] = arguments =>
            WithId(arguments, id => new DeleteRoute(id, At(arguments, 1) == "1", Place(arguments, 2) ?? HistoryPlace.Beginning)),
        ["gen_resend"] = arguments => WithId(arguments, id => new ResendRoute(id)),
        ["gen_originals"] = arguments => WithId(arguments, id => new OriginalsRoute(id)),
        ["receipt"] = arguments => WithId(arguments, id => new ReceiptRoute(id)),
        ["gen_more"] = arguments => WithId(arguments, id => new MoreRoute(id)),
        ["next_models"] = arguments => RouteTable.TypeOf(At(arguments, 1)) is { } type
            ? WithId(arguments, id => new NextModelsRoute(id, type))
            : null,
        ["favourite"] = arguments => WithId(arguments, id => new FavouriteRoute(id, At(arguments, 1) == "1", Place(arguments, 2))),
        ["winner"] = arguments => WithId(arguments, id => new WinnerRoute(id)),
        ["receipts"] = arguments => new ReceiptsRoute(PageIn(At(arguments, 0))),
    };

    private static HistoryPlace? Place(string[] arguments, int index) => HistoryPlace.Read(At(arguments, index), At(arguments, index + 1));
}

internal sealed record CancelGenerationRoute(GenerationId Generation) : OrderRoute("cancel", Text(Generation))
{
    public override Tone Tone => Tone.Stop;
}

internal sealed record StatusRoute(GenerationId Generation) : OrderRoute("status", Text(Generation));

/// <summary>The customer does not see a result that was sent without an answer.</summary>
internal sealed record ResendRoute(GenerationId Generation) : OrderRoute("gen_resend", Text(Generation));

/// <summary>The files as they were made.</summary>
internal sealed record OriginalsRoute(GenerationId Generation) : OrderRoute("gen_originals", Text(Generation));

internal sealed record ReceiptRoute(GenerationId Generation) : OrderRoute("receipt", Text(Generation));

internal sealed record ReceiptsRoute(int Page = 1) : OrderRoute("receipts", Text(Page));
