using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Generations;
using Trt.Application.Storefront;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Desks;

/// <summary>An order being filled in, from the first question to the confirm.</summary>
internal sealed class WizardDesk(IMediator mediator, KnownCustomers customers)
{
    public async Task<Reply> Follow(WizardRoute route, Visit visit, CancellationToken token)
    {
        var user = visit.UserId;
        return route switch
        {
            BeginRoute to => await Send(new BeginDraft(user, to.Model), visit, token),
            BeginWaitingRoute to => await Send(new BeginDraft(user, to.Model, Waits: true), visit, token),
            TakeWishRoute to => await Send(new TakeWish(user, to.Number, to.Model), visit, token),
            BeginAgainRoute => await Send(new BeginAgain(user), visit, token),
            FirstPictureRoute to => await Send(new BeginDraft(user, to.Model, Plain: true), visit, token),
            RepeatRoute to => await Send(new RepeatGeneration(user, to.Generation), visit, token),
            RewordRoute to => await Send(new RewordGeneration(user, to.Generation), visit, token) with { AsNewMessage = true },
            ElsewhereRoute to =>
                await Send(new OrderElsewhere(user, to.Generation, to.Model), visit, token) with { AsNewMessage = true },
            GoOnRoute { Number: 0 } to => await Pieces(to, visit, token),
            GoOnRoute to => await GoOn(to, visit, token),
            VaryRoute to => await Send(new RepeatGeneration(user, to.Generation, to.Copies), visit, token),
            DuelRoute => await Send(new OpenDuel(user), visit, token),
            DuelPageRoute to => WizardScreen.Render(visit.Language, await mediator.Send(new ShowDraft(user), token), to.Page),
            EntrantRoute to => Shown(await mediator.Send(new PickEntrant(user, to.Model, to.IsIn), token), visit, to.Page),
            DuelOverRoute => await Send(new CloseDuel(user), visit, token),
            DuelOfWishRoute to => await Send(new CompareWish(user, to.Number, to.Lean), visit, token),
            DuelOfResultRoute to => await Send(new CompareResult(user, to.Generation), visit, token) with { AsNewMessage = true },
            DuelOfTypeRoute to => await Send(new BeginDuel(user, to.Type), visit, token),
            ChooseRoute to => await Send(new AnswerField(user, to.Field, to.Token), visit, token),
            ChoicesRoute to => WizardScreen.Render(visit.Language, await mediator.Send(new ShowDraft(user), token), to.Page),
            PickEarlierRoute to => await Send(new PickEarlier(user, to.Field, to.Generation, to.Number), visit, token),
            TakeCaptionRoute => await Send(new TakeCaption(user), visit, token),
            SkipRoute to => await Send(new SkipField(user, to.Field), visit, token),
            FilesDoneRoute to => await Send(new FinishFiles(user, StartOver: false, to.Field), visit, token),
            FilesAnewRoute to => await Send(new FinishFiles(user, StartOver: true, to.Field), visit, token),
            StepBackRoute => await Send(new StepBack(user), visit, token),
            MoreSettingsRoute => await Send(new ShowDraft(user, Settings: true), visit, token),
            EditRoute to => await Send(new EditField(user, to.Field), visit, token),
            ShowDraftRoute => await Send(new ShowDraft(user), visit, token),
            ConfirmRoute to => await Confirm(to.Draft, to.Shown, waits: false, visit, token),
            WaitRoute to => await Confirm(to.Draft, to.Shown, waits: true, visit, token),
            CancelDraftRoute => await Cancel(visit, token)
                ?? MenuScreen.Render(visit.Language, await mediator.Send(new ShowMenu(), token), visit.Customer),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command.Name == "cancel" ? await Cancel(visit, token) ?? WizardScreen.Nothing(visit.Language) : null;

    /// <summary>Null when nothing is being filled in.</summary>
    public async Task<Reply?> Answer(Incoming.Text text, Visit visit, CancellationToken token) =>
        await mediator.Send(new AnswerField(visit.UserId, Field: null, text.Value), token) is var view and not WizardView.Nothing
            // A text that the messenger cut into pieces is answered once.
            ? Shown(view, visit) with { MergeKey = text.Value.Length > 3500 ? "long text" : null }
            : null;

    /// <summary>Null when nothing is being filled in.</summary>
    public async Task<Reply?> Take(Incoming.File file, Visit visit, CancellationToken token) =>
        await mediator.Send(new AddFile(visit.UserId, file.Item, file.IsPhoto, file.AlbumId, file.Caption), token)
            is var view and not WizardView.Nothing
            ? Shown(view, visit) with { MergeKey = file.AlbumId }
            : null;

    /// <summary>Something that no question takes; null when nothing is being filled in.</summary>
    public async Task<Reply?> Refuse(Visit visit, CancellationToken token)
    {
        var view = await mediator.Send(new ShowDraft(visit.UserId), token);
        if (view is WizardView.Nothing)
        {
            return null;
        }

        var screen = WizardScreen.Render(visit.Language, view);
        return screen with { Text = Html.Paragraphs(GeneralTexts.NotAFileWeUse(visit.Language), screen.Text) };
    }

    /// <summary>Below the result, which keeps its buttons.</summary>
    private async Task<Reply> GoOn(GoOnRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new GoOn(visit.UserId, to.Generation, to.Number, to.Model), token) is var view and not WizardView.Nothing
            ? Shown(view, visit) with { AsNewMessage = true }
            : new Reply(null, GenerationTexts.NotFound(visit.Language)) { Rejected = RejectReason.PermissionDenied };

    private async Task<Reply> Pieces(GoOnRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(visit.UserId, to.Generation), token) is { Generation: { Result.Count: > 0 } made }
            ? new Reply(NextScreens.Pieces(visit.Language, to, made), AsNewMessage: true)
            : new Reply(null, GenerationTexts.NotFound(visit.Language)) { Rejected = RejectReason.PermissionDenied };

    private async Task<Reply> Send(IRequest<WizardView> step, Visit visit, CancellationToken token) =>
        Shown(await mediator.Send(step, token), visit);

    /// <summary>What was not taken is shown again with why; in the log it counts as refused.</summary>
    public Reply Shown(WizardView view, Visit visit, int page = 1)
    {
        if (view is not WizardView.Unavailable)
        {
            customers.NoteOrder(visit.UserId, waits: view is not WizardView.Nothing);
        }

        var reply = new Reply(WizardScreen.Render(visit.Language, view, page) with { IsOrderStep = view is not WizardView.Nothing });
        return view switch
        {
            WizardView.Unavailable => reply with { Rejected = RejectReason.ModelDisabled },
            WizardView.Unpriced => reply with { Rejected = RejectReason.ModelDisabled, RejectDetail = "NO_PRICE" },
            WizardView.Nothing => reply with { Rejected = RejectReason.StateMismatch, RejectDetail = "NO_DRAFT" },
            WizardView.Collision => reply with { Rejected = RejectReason.ValidationFailed, RejectDetail = "COLLISION" },
            WizardView.Ask { Problems: [var problem, ..] } => reply with
            {
                Rejected = RejectReason.ValidationFailed,
                RejectDetail = $"{problem.Field}:{problem.Code}",
            },
            { Remark: WizardRemark.OldButton } => reply with { Rejected = RejectReason.StateMismatch, RejectDetail = "OldButton" },
            {
                Remark: not (WizardRemark.None or WizardRemark.FirstStep or WizardRemark.AlbumCut or WizardRemark.FileAdded) and var remark,
            } => reply with
            {
                Rejected = RejectReason.ValidationFailed,
                RejectDetail = remark.ToString(),
            },
            _ => reply,
        };
    }

    private async Task<Reply> Confirm(GenerationId draft, Money? shown, bool waits, Visit visit, CancellationToken token) =>
        await mediator.Send(new ConfirmGeneration(visit.UserId, draft, visit.MessageId, visit.Cid, shown, waits), token) switch
        {
            ConfirmResult.Started started => Started(started, visit),
            ConfirmResult.AlreadyStarted => await mediator.Send(new ShowGeneration(visit.UserId, draft), token) is { } order
                ? GenerationScreen.Status(visit.Language, order)
                : Reply.Nothing,
            ConfirmResult.Refused refused => new Reply(await Refusal(refused, visit, token))
            {
                Rejected = ReasonOf(refused.Reason),
                RejectDetail = refused.Reason.ToString(),
            },
            var other => throw new InvalidOperationException($"No screen for {other.GetType().Name}"),
        };

    /// <summary>
    /// Where the order can still go on it is shown again, with the price as it is now: that one the next press agrees to. Where its
    /// model is not sold at the moment, that is told with what there is instead.
    /// </summary>
    private async Task<Screen> Refusal(ConfirmResult.Refused refused, Visit visit, CancellationToken token) => refused.Reason switch
    {
        ConfirmRefusal.InputsIncomplete or ConfirmRefusal.PriceChanged or ConfirmRefusal.ModelUnavailable or ConfirmRefusal.StartsPaused =>
            ConfirmScreen.ShownAgain(visit.Language, refused.Reason, await mediator.Send(new ShowDraft(visit.UserId), token)),
        ConfirmRefusal.NotEnoughMoney when await mediator.Send(new ShowDraft(visit.UserId), token) is WizardView.Duel duel =>
            WizardScreen.Render(visit.Language, duel),
        _ => ConfirmScreen.Refusal(visit.Language, refused),
    };

    /// <summary>The order has gone, and perhaps a free one with it: the next menu counts anew.</summary>
    private Reply Started(ConfirmResult.Started started, Visit visit)
    {
        customers.Forget(visit.UserId);
        return GenerationScreen.Accepted(visit.Language, started);
    }

    private async Task<Reply?> Cancel(Visit visit, CancellationToken token)
    {
        var hadOne = await mediator.Send(new CancelDraft(visit.UserId), token);
        customers.NoteOrder(visit.UserId, waits: false);
        return hadOne ? new Reply(WizardScreen.Cancelled(visit.Language)) : null;
    }

    private static RejectReason ReasonOf(ConfirmRefusal refusal) => refusal switch
    {
        ConfirmRefusal.DraftGone or ConfirmRefusal.PriceChanged => RejectReason.StateMismatch,
        ConfirmRefusal.ModelUnavailable or ConfirmRefusal.NoPrice or ConfirmRefusal.StartsPaused => RejectReason.ModelDisabled,
        ConfirmRefusal.InputsIncomplete => RejectReason.ValidationFailed,
        ConfirmRefusal.NotEnoughMoney => RejectReason.BalanceInsufficient,
        ConfirmRefusal.TooManyUnderWay => RejectReason.RateLimit,
    };
}
