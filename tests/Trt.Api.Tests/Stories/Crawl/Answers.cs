using Trt.Api.Bot.Routes;
using Trt.Domain.Broadcasts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>What a person gives where a screen asks for more than a press.</summary>
internal sealed class Answers(Language language, long customer)
{
    private readonly Act[] _toTheWizard =
    [
        new Act.Words(language == Language.Russian ? "Маяк на рассвете, тихое море." : "A lighthouse at dawn, a quiet sea."),
        new Act.Words("5"),
        .. Enum.GetValues<MediaKind>().Select(kind => new Act.File(kind)),
    ];

    public IEnumerable<Act> To(ChatMessage screen, Act origin)
    {
        if (origin is Act.Words { Next: { } next })
        {
            return [next];
        }

        if (origin is Act.Press press && ToQuestion(press) is { } answer)
        {
            return [answer];
        }

        var names = screen.Buttons.Select(button => button.Data.Split(':')[0]).ToList();
        return names.Contains("cancel") && !names.Contains("set_param") && !names.Contains("confirm_generate") ? _toTheWizard : [];
    }

    /// <summary>Whether answers follow this press.</summary>
    public bool Follow(Act.Press press) => ToQuestion(press) is not null;

    private Act? ToQuestion(Act.Press press) => RouteTable.Read(press.Data) switch
    {
        TopUpCustomRoute => new Act.Words("7", new Act.Words("120")),
        PromoRoute => new Act.Words("NOSUCHCODE"),
        SeekRoute => new Act.Words("kling"),
        SearchHistoryRoute => new Act.Words("17"),
        StartRecipeRoute => new Act.Words("17-42"),
        SaveRecipeRoute => new Act.Words("17 {42}"),
        NameRecipeRoute => new Act.Words("17-42"),
        TransferSentRoute => new Act.File(MediaKind.Image),
        OtherAmountRoute => new Act.Words("60"),
        RejectForRoute { Reason: null } => new Act.Words("17-42"),
        AdminFindRoute => new Act.Words($"{customer}"),
        AdminAdjustRoute => new Act.Words("x", new Act.Words("10", new Act.Words("17-42"))),
        AdminBlockRoute => new Act.Words("17-42"),
        AdminAppointRoute => new Act.Words("x", new Act.Words($"{customer}")),
        AdminLimitRoute => new Act.Words("200"),
        AdminGiveBackRoute => new Act.Words("17-42"),
        AdminRefundRoute => new Act.Words("17-42"),
        BroadcastTextRoute { IsOut: false } => new Act.Words("17-42"),
        BroadcastPictureRoute { IsOut: false } => new Act.File(MediaKind.Image),
        BroadcastLinkRoute { Place: BroadcastPlace.Model, Subject: "" } => new Act.Words("kling"),
        AskSettingRoute => new Act.Words("x"),
        HideModelRoute => new Act.Words("17-42"),
        OwnPriceRoute => new Act.Words("x", new Act.Words("x3")),
        NewPromoRoute { Kind: not null } => new Act.Words("x", new Act.Words("5")),
        _ => null,
    };
}
