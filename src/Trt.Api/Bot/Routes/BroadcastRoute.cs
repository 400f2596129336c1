using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about what the shop writes to many.</summary>
internal abstract record BroadcastRoute(string Name, params string[] Arguments) : AdminRoute(Name, Arguments)
{
    public static new readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_bc"] = arguments => new BroadcastsRoute(PageAt(arguments, 0)),
        ["admin_bc_draft"] = _ => new BroadcastDraftRoute(),
        ["admin_bc_show"] = arguments => WithGuid(arguments, id => new BroadcastShowRoute(id)),
        ["admin_bc_text"] = arguments => RouteTable.LanguageOf(At(arguments, 0)) is { } language
            ? new BroadcastTextRoute(language, Flag(arguments, 1))
            : null,
        ["admin_bc_pic"] = arguments => new BroadcastPictureRoute(Flag(arguments, 0)),
        ["admin_bc_links"] = arguments => new BroadcastLinksRoute(Flag(arguments, 0)),
        ["admin_bc_link"] = arguments => BroadcastLinkRoute.PlaceOf(At(arguments, 0)) is { } place
            ? new BroadcastLinkRoute(place, Whole(arguments[1..]) ?? "")
            : null,
        ["admin_bc_who"] = arguments => arguments.Length == 0 ? new BroadcastAudienceRoute()
            : Enum.TryParse<Audience>(arguments[0], out var audience) && Enum.IsDefined(audience) ? new BroadcastAudienceRoute(audience)
            : null,
        ["admin_bc_try"] = _ => new BroadcastPreviewRoute(),
        ["admin_bc_send"] = arguments => arguments is [_, var revision, ..] && Number(revision, int.MaxValue) is { } number
            ? WithGuid(arguments, id => new BroadcastSendRoute(id, number, Flag(arguments, 2)))
            : null,
        ["admin_bc_stop"] = arguments => WithGuid(arguments, id => new BroadcastStopRoute(id, Flag(arguments, 1))),
        ["admin_bc_drop"] = arguments => new BroadcastDropRoute(Flag(arguments, 0)),
    };
}

internal sealed record BroadcastsRoute(int Page = 1) : BroadcastRoute("admin_bc", Text(Page));

/// <summary>The draft of whoever presses.</summary>
internal sealed record BroadcastDraftRoute() : BroadcastRoute("admin_bc_draft");

internal sealed record BroadcastShowRoute(Guid Broadcast) : BroadcastRoute("admin_bc_show", Text(Broadcast));

/// <param name="IsOut">The words in this language are taken out.</param>
internal sealed record BroadcastTextRoute(Language Language, bool IsOut = false)
    : BroadcastRoute("admin_bc_text", RouteTable.CodeOf(Language), Text(IsOut));

internal sealed record BroadcastPictureRoute(bool IsOut = false) : BroadcastRoute("admin_bc_pic", Text(IsOut));

/// <param name="IsOut">All buttons are taken off; otherwise it is asked where another leads.</param>
internal sealed record BroadcastLinksRoute(bool IsOut = false) : BroadcastRoute("admin_bc_links", Text(IsOut));

/// <param name="Subject">Empty where a model or a kind has to be named first.</param>
internal sealed record BroadcastLinkRoute(BroadcastPlace Place, string Subject = "")
    : BroadcastRoute("admin_bc_link", Subject.Length == 0 ? [WordOf(Place)] : [WordOf(Place), Subject])
{
    public static BroadcastPlace? PlaceOf(string? word) =>
        Enum.GetValues<BroadcastPlace>().Where(place => WordOf(place) == word).Select(place => (BroadcastPlace?)place).FirstOrDefault();

    private static string WordOf(BroadcastPlace place) => place.ToString().ToLowerInvariant();
}

/// <param name="Audience">Null asks which.</param>
internal sealed record BroadcastAudienceRoute(Audience? Audience = null)
    : BroadcastRoute("admin_bc_who", Audience is { } chosen ? [chosen.ToString()] : []);

internal sealed record BroadcastPreviewRoute() : BroadcastRoute("admin_bc_try");

/// <param name="Revision">That the screen has shown.</param>
internal sealed record BroadcastSendRoute(Guid Broadcast, int Revision, bool IsSure)
    : BroadcastRoute("admin_bc_send", Text(Broadcast), Text(Revision), Text(IsSure))
{
    public override Tone Tone => Tone.Agree;
}

internal sealed record BroadcastStopRoute(Guid Broadcast, bool IsSure) : BroadcastRoute("admin_bc_stop", Text(Broadcast), Text(IsSure))
{
    public override Tone Tone => Tone.Stop;
}

internal sealed record BroadcastDropRoute(bool IsSure) : BroadcastRoute("admin_bc_drop", Text(IsSure))
{
    public override Tone Tone => Tone.Stop;
}
