using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <param name="Place">Null on buttons that lead to the beginning of everything.</param>
internal sealed record HistoryRoute(HistoryPlace? Place = null)
    : OrderRoute("my_generations", Place is null ? ["1"] : Place.Arguments);

/// <summary>What to look for is asked.</summary>
internal sealed record SearchHistoryRoute() : OrderRoute("history_search");

/// <summary>Opens an order, and brings its result into the chat once more.</summary>
internal sealed record GenerationRoute(GenerationId Generation, HistoryPlace? From = null)
    : OrderRoute("gen_view", [Text(Generation), .. From?.Arguments ?? []]);

/// <summary>Back to an order that is open already.</summary>
internal sealed record WorkRoute(GenerationId Generation, HistoryPlace From) : OrderRoute("work", [Text(Generation), .. From.Arguments]);

/// <param name="From">The open order that the button stands under; null under the result itself.</param>
internal sealed record FavouriteRoute(GenerationId Generation, bool IsFavourite, HistoryPlace? From = null)
    : OrderRoute("favourite", [Text(Generation), IsFavourite ? "1" : "0", .. From?.Arguments ?? []]);

/// <param name="IsSure">They have read what goes and what stays.</param>
internal sealed record DeleteRoute(GenerationId Generation, bool IsSure, HistoryPlace From)
    : OrderRoute("gen_delete", [Text(Generation), IsSure ? "1" : "0", .. From.Arguments])
{
    public override Tone Tone => Tone.Stop;
}
