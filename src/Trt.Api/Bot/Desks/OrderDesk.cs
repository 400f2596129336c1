using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Terms;
using Trt.Domain.Shared;

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
            GenerationRoute to => await Status(to.Generation, visit, token),
            CancelGenerationRoute to => await Cancel(to.Generation, visit, token),
            HistoryRoute to => await History(to.Page, visit, token),
            ResendRoute to => ResultReplies.Resent(l, await mediator.Send(new ResendResult(user, to.Generation), token)),
            OriginalsRoute to =>
                ResultReplies.Originals(l, await mediator.Send(new RequestOriginals(user, to.Generation, visit.Cid), token)),
            ReceiptRoute to => ResultReplies.Receipt(l, await mediator.Send(new ShowReceipt(user, to.Generation), token)),
            ReceiptsRoute to => await Receipts(to.Page, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command.Name switch
    {
        "history" => await History(1, visit, token),
        "receipt" or "receipts" => await Receipts(1, visit, token),
        _ => null,
    };

    private async Task<Reply> History(int page, Visit visit, CancellationToken token) =>
        GenerationScreen.History(visit.Language, await mediator.Send(new ListGenerations(visit.UserId, page), token));

    private async Task<Reply> Receipts(int page, Visit visit, CancellationToken token) =>
        ReceiptScreen.List(visit.Language, await mediator.Send(new ListGenerations(visit.UserId, page), token), shop.DayOffset);

    private async Task<Reply> Status(GenerationId id, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(visit.UserId, id), token) is { } view
            ? GenerationScreen.Status(visit.Language, view)
            : new Reply(null, GenerationTexts.NotFound(visit.Language)) { Rejected = RejectReason.PermissionDenied };

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
