using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Questions;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Orders that were placed: how they stand, what they brought, what they cost.</summary>
internal sealed class OrderDesk(IMediator mediator, KnownCustomers customers, ShopOptions shop)
{
    public async Task<Reply> Follow(OrderRoute route, Visit visit, CancellationToken token)
    {
        var (user, l) = (visit.UserId, visit.Language);
        return route switch
        {
            StatusRoute to => await Status(to.Generation, visit, token),
            GenerationRoute to => await Open(to.Generation, to.From ?? HistoryPlace.Beginning, again: true, visit, token),
            WorkRoute to => await Open(to.Generation, to.From, again: false, visit, token),
            DeleteRoute to => await Delete(to, visit, token),
            SearchHistoryRoute => await AskSearch(visit, token),
            CancelGenerationRoute to => await Cancel(to.Generation, visit, token),
            HistoryRoute to => await History(to.Place ?? HistoryPlace.Beginning, visit, token),
            ResendRoute to => ResultReplies.Resent(l, await mediator.Send(new ResendResult(user, to.Generation), token)),
            OriginalsRoute to =>
                ResultReplies.Originals(l, await mediator.Send(new RequestOriginals(user, to.Generation, visit.Cid), token)),
            ReceiptRoute to => ResultReplies.Receipt(l, await mediator.Send(new ShowReceipt(user, to.Generation), token)),
            MoreRoute to => await More(to.Generation, visit, token),
            NextModelsRoute to => await mediator.Send(new ListNextModels(user, to.Generation, to.Type), token) is { } models
                ? NextScreens.Models(l, to, models)
                : NotFound(l),
            FavouriteRoute to => await Favour(to, visit, token),
            WinnerRoute to => await mediator.Send(new ShowGeneration(user, to.Generation), token) is { Generation.Result.Count: > 0 } best
                ? new Reply(DuelScreens.Winner(l, best), AsNewMessage: true)
                : NotFound(l),
            ReceiptsRoute to => await Receipts(to.Page, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command.Name switch
    {
        "history" => await History(HistoryPlace.Beginning, visit, token),
        "receipt" or "receipts" => await Receipts(1, visit, token),
        _ => null,
    };

    /// <summary>The answer to "what are you looking for?".</summary>
    public async Task<Reply> Search(Incoming answer, Visit visit, CancellationToken token)
    {
        if (answer is not Incoming.Text { Value: var words } || string.IsNullOrWhiteSpace(words))
        {
            return HistoryScreens.AskSearch(visit.Language);
        }

        await mediator.Send(new SearchHistory(visit.UserId, words), token);
        return await History(new HistoryPlace(1, new HistoryFilter(IsSearch: true)), visit, token);
    }

    private async Task<Reply> History(HistoryPlace place, Visit visit, CancellationToken token) => HistoryScreens.Gallery(
        visit.Language,
        await mediator.Send(new BrowseHistory(visit.UserId, place.Page, place.Filter), token),
        visit.Customer.IsBlocked);

    private async Task<Reply> AskSearch(Visit visit, CancellationToken token)
    {
        await mediator.Send(new AskQuestion(visit.UserId, QuestionKind.HistorySearch), token);
        return HistoryScreens.AskSearch(visit.Language);
    }

    /// <summary>What is still under way shows how far it is.</summary>
    private async Task<Reply> Open(GenerationId id, HistoryPlace from, bool again, Visit visit, CancellationToken token) =>
        await mediator.Send(new OpenWork(visit.UserId, id, visit.Cid, again), token) switch
        {
            null => NotFound(visit.Language),
            { Work.Generation.Status: var status } when status.IsOpen() => await Status(id, visit, token),
            var view => HistoryScreens.Work(visit.Language, view, from, visit.Customer.IsBlocked),
        };

    private async Task<Reply> Delete(DeleteRoute to, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        if (!to.IsSure)
        {
            return await mediator.Send(new OpenWork(visit.UserId, to.Generation, visit.Cid, Again: false), token) is { } view
                ? HistoryScreens.AskDelete(l, view.Work, to.From)
                : NotFound(l);
        }

        return await mediator.Send(new DeleteWork(visit.UserId, to.Generation), token) switch
        {
            DeleteOutcome.Deleted => await History(to.From, visit, token) with { Toast = HistoryTexts.Deleted(l) },
            DeleteOutcome.UnderWay => new Reply(null, HistoryTexts.UnderWay(l)) { Rejected = RejectReason.StateMismatch },
            DeleteOutcome.NotFound => NotFound(l),
        };
    }

    private async Task<Reply> Receipts(int page, Visit visit, CancellationToken token) =>
        ReceiptScreen.List(visit.Language, await mediator.Send(new ListGenerations(visit.UserId, page), token), shop.DayOffset);

    private async Task<Reply> Status(GenerationId id, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(visit.UserId, id), token) is { } view
            ? GenerationScreen.Status(visit.Language, view)
            : NotFound(visit.Language);

    /// <summary>Below the result, which stays as it is.</summary>
    private async Task<Reply> More(GenerationId id, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(visit.UserId, id), token) is { Generation.Result.Count: > 0 } view
            ? new Reply(NextScreens.More(visit.Language, view), AsNewMessage: true)
            : NotFound(visit.Language);

    private async Task<Reply> Favour(FavouriteRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new FavourGeneration(visit.UserId, to.Generation, to.IsFavourite), token)
            ? (to.From is { } from ? await Open(to.Generation, from, again: false, visit, token) : Reply.Nothing) with
            {
                Toast = to.IsFavourite ? NextTexts.Favoured(visit.Language) : NextTexts.Unfavoured(visit.Language),
            }
            : NotFound(visit.Language);

    private static Reply NotFound(Language l) =>
        new(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied };

    /// <summary>Whatever the press finds, the message shows it as it is: a button that does nothing any more goes.</summary>
    private async Task<Reply> Cancel(GenerationId id, Visit visit, CancellationToken token)
    {
        var outcome = await mediator.Send(new CancelGeneration(visit.UserId, id), token);
        if (outcome == CancelOutcome.Cancelled)
        {
            customers.Forget(visit.UserId);
        }

        var shown = await Status(id, visit, token);
        return outcome switch
        {
            CancelOutcome.Cancelled => shown with { Toast = GenerationTexts.CancelledNow(visit.Language) },
            CancelOutcome.CancelledBefore => Refused(shown, GenerationTexts.CancelledBefore(visit.Language)),
            CancelOutcome.Begun => Refused(shown, GenerationTexts.TooLateToCancel(visit.Language)),
            CancelOutcome.Ended => Refused(shown, GenerationTexts.NothingToCancel(visit.Language)),
            CancelOutcome.NotFound => shown,
        };
    }

    private static Reply Refused(Reply shown, string why) => shown with { Toast = why, Rejected = RejectReason.StateMismatch };
}
