using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Broadcasts;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: what the shop writes to many, from the first word to the last recipient.</summary>
internal static class BroadcastScreens
{
    public static Screen List(Language l, Page<Broadcast> page)
    {
        var keyboard = new Keyboard().Row(new BroadcastDraftRoute().Button(BroadcastTexts.Compose(l)));
        foreach (var broadcast in page.Items)
        {
            keyboard.Row(new BroadcastShowRoute(broadcast.Id).Button(BroadcastTexts.Row(l, broadcast)));
        }

        return new Screen(
            BroadcastTexts.Title(l, page.Items.Count == 0),
            keyboard.Leaf(page, number => new BroadcastsRoute(number)).Row(AdminScreens.Back(l)));
    }

    public static Screen Draft(Language l, ModelTitles titles, BroadcastView view, Html notice = default)
    {
        var draft = view.Broadcast;
        return new Screen(
            Html.Paragraphs(
                notice,
                view.Problem is { } problem ? BroadcastTexts.Problem(l, problem) : Html.Empty,
                BroadcastTexts.Draft(l, titles, view)),
            new Keyboard()
                .Row(Words(l, Language.Russian, draft.TextRu), draft.TextRu is null ? null : Out(l, Language.Russian))
                .Row(Words(l, Language.English, draft.TextEn), draft.TextEn is null ? null : Out(l, Language.English))
                .Row(
                    new BroadcastPictureRoute(draft.PictureFileId is not null).Button(
                        BroadcastTexts.PictureButton(l, draft.PictureFileId is not null)),
                    draft.Links.Count == 0 ? null : new BroadcastLinksRoute(IsOut: true).Button(BroadcastTexts.NoLinks(l)))
                .Row(
                    draft.Links.Count >= Broadcast.LinksMax ? null : new BroadcastLinksRoute().Button(BroadcastTexts.LinksButton(l)),
                    new BroadcastAudienceRoute().Button(BroadcastTexts.AudienceButton(l)))
                .Row(
                    draft.Problem is null ? new BroadcastPreviewRoute().Button(BroadcastTexts.Preview(l)) : null,
                    draft.Problem is null && view.Reach > 0
                        ? new BroadcastSendRoute(draft.Id, draft.Revision, IsSure: false).Button(BroadcastTexts.Send(l))
                        : null)
                .Row(
                    draft.Revision > 0 ? new BroadcastDropRoute(IsSure: false).Button(BroadcastTexts.Drop(l)) : null,
                    new BroadcastsRoute().Button(BroadcastTexts.SameAgain(l)))
                .Row(AdminScreens.Back(l)));
    }

    public static Screen AskText(Language l, Language of, Html problem = default) =>
        new(Html.Paragraphs(problem, BroadcastTexts.AskText(l, of)), ToDraft(l));

    public static Screen AskPicture(Language l, Html problem = default) =>
        new(Html.Paragraphs(problem, BroadcastTexts.AskPicture(l)), ToDraft(l));

    public static Screen AskLink(Language l) => new(
        BroadcastTexts.AskLink(l),
        new Keyboard()
            .Grid(Enum.GetValues<BroadcastPlace>().Select(place => new BroadcastLinkRoute(place).Button(BroadcastTexts.Place(l, place))), 2)
            .Append(ToDraft(l)));

    public static Screen AskKind(Language l) => new(
        BroadcastTexts.AskLink(l),
        new Keyboard()
            .Grid(
                Enum.GetValues<GenerationType>().Select(type =>
                    new BroadcastLinkRoute(BroadcastPlace.Kind, RouteTable.SlugOf(type)).Button(TypeTexts.Label(l, type))),
                perRow: 2)
            .Append(ToDraft(l)));

    public static Screen AskModel(Language l) => new(BroadcastTexts.AskModel(l), ToDraft(l));

    public static Screen Models(Language l, IReadOnlyList<ModelCard> found) => new(
        Html.Paragraphs(BroadcastTexts.Found(l, found.Count == 0), found.Count == 0 ? BroadcastTexts.AskModel(l) : Html.Empty),
        new Keyboard()
            .Grid(found.Select(card => new BroadcastLinkRoute(BroadcastPlace.Model, card.Id.Value).Button(card.Title.In(l))), perRow: 1)
            .Append(ToDraft(l)));

    public static Screen AskAudience(Language l) => new(
        BroadcastTexts.AskAudience(l),
        new Keyboard()
            .Grid(
                Enum.GetValues<Audience>().Select(audience =>
                    new BroadcastAudienceRoute(audience).Button(BroadcastTexts.AudienceName(l, audience))),
                perRow: 2)
            .Append(ToDraft(l)));

    public static Screen Sure(Language l, BroadcastView view) => new(
        BroadcastTexts.Sure(l, view),
        new Keyboard()
            .Row(
                new BroadcastSendRoute(view.Broadcast.Id, view.Broadcast.Revision, IsSure: true).Button(
                    BroadcastTexts.Surely(l, view.Reach)))
            .Append(ToDraft(l)));

    public static Screen DropQuestion(Language l) => new(
        BroadcastTexts.DropQuestion(l),
        new Keyboard().Row(new BroadcastDropRoute(IsSure: true).Button(BroadcastTexts.DropSurely(l))).Append(ToDraft(l)));

    /// <param name="isAsked">The next press stops it.</param>
    public static Screen Standing(Language l, BroadcastView view, bool isAsked = false)
    {
        var id = view.Broadcast.Id;
        return new Screen(
            Html.Paragraphs(isAsked ? BroadcastTexts.StopQuestion(l) : Html.Empty, BroadcastTexts.Standing(l, view)),
            new Keyboard()
                .Row(
                    !view.Broadcast.IsSending ? null
                    : isAsked ? new BroadcastStopRoute(id, IsSure: true).Button(BroadcastTexts.StopSurely(l))
                    : new BroadcastStopRoute(id, IsSure: false).Button(BroadcastTexts.Stop(l)))
                .Row(new BroadcastShowRoute(id).Button(BroadcastTexts.Refresh(l)))
                .Row(new BroadcastsRoute().Button(BroadcastTexts.SameAgain(l)), AdminScreens.Back(l)));
    }

    /// <summary>As customers get it.</summary>
    public static Screen Piece(Language l, ModelTitles titles, Broadcast broadcast)
    {
        var keyboard = new Keyboard();
        foreach (var link in broadcast.Links)
        {
            keyboard.Row(To(link).Button(NewsTexts.Link(l, titles, link)));
        }

        return new Screen(Html.Escape(broadcast.TextIn(l)), keyboard.Row(new NewsRoute(Wants: false).Button(NewsTexts.Off(l))));
    }

    public static Screen Ended(Language l, Broadcast broadcast, BroadcastCounts counts) =>
        Standing(l, new BroadcastView(broadcast, counts, counts.Total));

    private static Route To(BroadcastLink link) => link.Place switch
    {
        BroadcastPlace.TopUp => new TopUpRoute(),
        BroadcastPlace.Promo => new PromoRoute(),
        BroadcastPlace.Kind when RouteTable.TypeOf(link.Subject) is { } type => new ModelsOfTypeRoute(type),
        BroadcastPlace.Model => new ModelRoute(new ModelId(link.Subject)),
        BroadcastPlace.Menu or BroadcastPlace.Kind => new MainMenuRoute(),
        _ => throw new InvalidOperationException($"No way to {link.Place}"),
    };

    private static Button Words(Language l, Language of, string? text) =>
        new BroadcastTextRoute(of).Button(BroadcastTexts.TextButton(l, of, text is not null));

    private static Button Out(Language l, Language of) => new BroadcastTextRoute(of, IsOut: true).Button(BroadcastTexts.NoText(l, of));

    private static Keyboard ToDraft(Language l) =>
        new Keyboard().Row(new BroadcastDraftRoute().Button(MenuTexts.Back(l)), AdminScreens.Back(l));
}
