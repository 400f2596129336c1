using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Broadcasts;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Behind the counter: what the shop writes to many. Null when the person may not ask.</summary>
internal sealed class BroadcastDesk(IMediator mediator, Counter counter, ModelTitles titles)
{
    public async Task<Reply?> Follow(BroadcastRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            BroadcastsRoute to =>
                await counter.Ask(new ListBroadcasts(by, to.Page), page => BroadcastScreens.List(l, page), visit, token),
            BroadcastDraftRoute => await Begin(visit, token),
            BroadcastShowRoute to => await Show(to.Broadcast, visit, token),
            BroadcastTextRoute { IsOut: true } to => await Compose(new BroadcastChange.Words(to.Language, null), visit, token),
            BroadcastTextRoute to => await counter.Prompt(
                AdminAct.Broadcast, QuestionKind.BroadcastText, RouteTable.CodeOf(to.Language),
                BroadcastScreens.AskText(l, to.Language), visit, token),
            BroadcastPictureRoute { IsOut: true } => await Compose(new BroadcastChange.Picture(null), visit, token),
            BroadcastPictureRoute => await counter.Prompt(
                AdminAct.Broadcast, QuestionKind.BroadcastPicture, "", BroadcastScreens.AskPicture(l), visit, token),
            BroadcastLinksRoute { IsOut: true } => await Compose(new BroadcastChange.NoLinks(), visit, token),
            BroadcastLinksRoute => await counter.Begin(AdminAct.Broadcast, _ => BroadcastScreens.AskLink(l), visit, token),
            BroadcastLinkRoute { Place: BroadcastPlace.Kind, Subject: "" } =>
                await counter.Begin(AdminAct.Broadcast, _ => BroadcastScreens.AskKind(l), visit, token),
            BroadcastLinkRoute { Place: BroadcastPlace.Model, Subject: "" } => await counter.Prompt(
                AdminAct.Broadcast, QuestionKind.BroadcastModel, "", BroadcastScreens.AskModel(l), visit, token),
            BroadcastLinkRoute to => await Compose(new BroadcastChange.Link(new BroadcastLink(to.Place, to.Subject)), visit, token),
            BroadcastAudienceRoute { Audience: { } audience } => await Compose(new BroadcastChange.To(audience), visit, token),
            BroadcastAudienceRoute => await counter.Begin(AdminAct.Broadcast, _ => BroadcastScreens.AskAudience(l), visit, token),
            BroadcastPreviewRoute => await Preview(visit, token),
            BroadcastSendRoute { IsSure: false } => await counter.Ask(
                new ComposeBroadcast(by),
                view => CanBeSent(view) ? BroadcastScreens.Sure(l, view) : BroadcastScreens.Draft(l, titles, view), visit, token),
            BroadcastSendRoute to => await Send(to, visit, token),
            BroadcastStopRoute { IsSure: false } to => await Show(to.Broadcast, visit, token, isAsked: true),
            BroadcastStopRoute to => await counter.Ask(new StopBroadcast(by, to.Broadcast), view => Standing(l, view), visit, token),
            BroadcastDropRoute { IsSure: false } =>
                await counter.Begin(AdminAct.Broadcast, _ => BroadcastScreens.DropQuestion(l), visit, token),
            BroadcastDropRoute => await Compose(new BroadcastChange.Nothing(), visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command.Name is "broadcast" or "admin_broadcast" ? await Follow(new BroadcastsRoute(), visit, token) : null;

    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return (question.Kind, answer) switch
        {
            (QuestionKind.BroadcastText, Incoming.Text text) when RouteTable.LanguageOf(question.Subject) is { } language =>
                await Compose(new BroadcastChange.Words(language, text.Value.Trim()), visit, token),
            (QuestionKind.BroadcastText, _) => await Again(
                BroadcastScreens.AskText(l, l, BroadcastTexts.Problem(l, BroadcastProblem.NoText)), visit, token),
            (QuestionKind.BroadcastPicture, Incoming.File { IsPhoto: true, Item.Kind: MediaKind.Image } photo) =>
                await Compose(new BroadcastChange.Picture(photo.Item.FileId), visit, token),
            (QuestionKind.BroadcastPicture, _) => await Again(BroadcastScreens.AskPicture(l, BroadcastTexts.NoPhoto(l)), visit, token),
            (QuestionKind.BroadcastModel, Incoming.Text text) => await Search(Counter.Harmless(text.Value), visit, token),
            (QuestionKind.BroadcastModel, _) => await Again(BroadcastScreens.AskModel(l), visit, token),
            _ => throw new InvalidOperationException($"{question.Kind} was not asked here"),
        };
    }

    /// <summary>What is typed while the draft has no words yet becomes them.</summary>
    private async Task<Reply?> Begin(Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return await mediator.Send(new ComposeBroadcast(Counter.By(visit)), token) switch
        {
            Guarded<BroadcastView>.Given { Value: { Broadcast.Problem: BroadcastProblem.NoText } view } => await counter.Prompt(
                AdminAct.Broadcast, QuestionKind.BroadcastText, RouteTable.CodeOf(l),
                BroadcastScreens.Draft(l, titles, view, BroadcastTexts.WriteNow(l)), visit, token),
            Guarded<BroadcastView>.Given { Value: var view } =>
                await counter.Begin(AdminAct.Broadcast, _ => BroadcastScreens.Draft(l, titles, view), visit, token),
            _ => null,
        };
    }

    private Task<Reply?> Again(Screen screen, Visit visit, CancellationToken token) =>
        counter.Begin(AdminAct.Broadcast, _ => screen, visit, token, isAnswer: true);

    private Task<Reply?> Compose(BroadcastChange? change, Visit visit, CancellationToken token, Html notice = default) => counter.Ask(
        new ComposeBroadcast(Counter.By(visit), change),
        view => BroadcastScreens.Draft(visit.Language, titles, view, notice), visit, token);

    private async Task<Reply?> Search(string query, Visit visit, CancellationToken token) =>
        await mediator.Send(new SearchModels(Counter.By(visit), Words.Shorten(query, SearchModels.QueryLengthMax)), token)
            is Guarded<IReadOnlyList<ModelCard>>.Given { Value: var found }
            ? await Again(BroadcastScreens.Models(visit.Language, found), visit, token)
            : null;

    private Task<Reply?> Show(Guid id, Visit visit, CancellationToken token, bool isAsked = false) => counter.Ask(
        new ShowBroadcast(Counter.By(visit), id), view => Standing(visit.Language, view, isAsked), visit, token);

    private Screen Standing(Language l, BroadcastView? view, bool isAsked = false) => view switch
    {
        null => AdminScreens.Said(l, BroadcastTexts.Outdated(l)),
        { Broadcast.IsDraft: true } => BroadcastScreens.Draft(l, titles, view),
        _ => BroadcastScreens.Standing(l, view, isAsked && view.Broadcast.IsSending),
    };

    private async Task<Reply?> Preview(Visit visit, CancellationToken token) =>
        await mediator.Send(new PreviewBroadcast(Counter.By(visit), visit.Cid), token) switch
        {
            Guarded<BroadcastProblem?>.Given { Value: { } problem } =>
                await Compose(null, visit, token, BroadcastTexts.Problem(visit.Language, problem)),
            Guarded<BroadcastProblem?>.Given => new Reply(null, BroadcastTexts.PreviewComes(visit.Language)),
            _ => null,
        };

    private async Task<Reply?> Send(BroadcastSendRoute to, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return await mediator.Send(new StartBroadcast(Counter.By(visit), to.Broadcast, to.Revision, visit.Cid), token) switch
        {
            Guarded<StartedBroadcast>.Given { Value: StartedBroadcast.Started } => await Show(to.Broadcast, visit, token),
            Guarded<StartedBroadcast>.Given { Value: StartedBroadcast.Nobody } =>
                await Compose(null, visit, token, BroadcastTexts.Nobody(l)),
            Guarded<StartedBroadcast>.Given { Value: StartedBroadcast.CannotBe cannot } =>
                await Compose(null, visit, token, BroadcastTexts.Problem(l, cannot.Problem)),
            Guarded<StartedBroadcast>.Given => await Show(to.Broadcast, visit, token),
            _ => null,
        };
    }

    private static bool CanBeSent(BroadcastView view) => view.Broadcast.Problem is null && view.Reach > 0;
}
