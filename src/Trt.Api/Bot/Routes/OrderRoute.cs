using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons of orders that were placed.</summary>
internal abstract record OrderRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["status"] = arguments => WithId(arguments, id => new StatusRoute(id)),
        ["my_generations"] = arguments => new HistoryRoute(PageIn(At(arguments, 0))),
        ["gen_view"] = arguments => WithId(arguments, id => new GenerationRoute(id)),
        ["gen_resend"] = arguments => WithId(arguments, id => new ResendRoute(id)),
        ["gen_originals"] = arguments => WithId(arguments, id => new OriginalsRoute(id)),
        ["receipt"] = arguments => WithId(arguments, id => new ReceiptRoute(id)),
        ["receipts"] = arguments => new ReceiptsRoute(PageIn(At(arguments, 0))),
    };
}

internal sealed record CancelGenerationRoute(GenerationId Generation) : OrderRoute("cancel", Text(Generation));

internal sealed record StatusRoute(GenerationId Generation) : OrderRoute("status", Text(Generation));

internal sealed record HistoryRoute(int Page = 1) : OrderRoute("my_generations", Text(Page));

internal sealed record GenerationRoute(GenerationId Generation) : OrderRoute("gen_view", Text(Generation));

/// <summary>The customer does not see a result that was sent without an answer.</summary>
internal sealed record ResendRoute(GenerationId Generation) : OrderRoute("gen_resend", Text(Generation));

/// <summary>The files as they were made.</summary>
internal sealed record OriginalsRoute(GenerationId Generation) : OrderRoute("gen_originals", Text(Generation));

internal sealed record ReceiptRoute(GenerationId Generation) : OrderRoute("receipt", Text(Generation));

internal sealed record ReceiptsRoute(int Page = 1) : OrderRoute("receipts", Text(Page));
