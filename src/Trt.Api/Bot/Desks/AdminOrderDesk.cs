using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Orders;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>
/// One order behind the counter: what became of it, and what can be done about it. The reason of giving back waits in the open question
/// until the last press, since a button cannot carry it. Every answer may be null, as at <see cref="AdminDesk"/>.
/// </summary>
internal sealed class AdminOrderDesk(IMediator mediator, Counter counter)
{
    /// <summary>Fits into a question together with the order.</summary>
    private const int ReasonLengthMax = 150;

    public async Task<Reply?> Follow(AdminOrderRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            AdminShowOrderRoute to => await Show(to.Order, _ => Html.Empty, visit, token),
            AdminReadInputsRoute to => await counter.Ask(
                new ReadInputs(by, to.Order), inputs => AdminOrderScreens.Inputs(l, inputs), visit, token),
            AdminInputFilesRoute to => await Say(
                new BringInputFiles(visit.UserId, to.Order, visit.Cid), count => AdminOrderTexts.FilesComing(l, count), to.Order, visit,
                token),
            AdminLookRoute to => await Say(
                new LookAtOrder(by, to.Order), outcome => AdminOrderTexts.Looked(l, outcome), to.Order, visit, token),
            AdminSendAgainRoute to => await Say(
                new SendOrderAgain(by, to.Order, visit.Cid), outcome => AdminOrderTexts.SentAgain(l, outcome), to.Order, visit, token),
            AdminGiveBackRoute to => await Prepare(to.Order, "", order => AdminOrderScreens.Why(l, order), visit, token),
            AdminGiveBackForRoute to => await AskSurely(to.Order, AdminOrderTexts.Usual(l, to.Reason), visit, token),
            AdminGiveBackGoRoute to => await GiveBack(to, visit, token),
            AdminOrdersRoute to => await counter.Ask(
                new FindOrders(by, to.Query, to.Page), found => AdminOrderScreens.Found(l, found), visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>What was looked for may be an order. Null when the person may not ask; an empty reply when no order is called so.</summary>
    public async Task<Reply?> Search(string named, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new FindOrders(Counter.By(visit), named), token) is not Guarded<OrderListing>.Given { Value: var found })
        {
            return null;
        }

        return found.Found.Items switch
        {
            [var only] when !found.Found.HasMore => await Show(only.Id, _ => Html.Empty, visit, token),
            [] when found.ParkedAt is null => Reply.Nothing,
            _ => await counter.Ask(
                new FindOrders(Counter.By(visit), named), listing => AdminOrderScreens.Found(visit.Language, listing), visit, token),
        };
    }

    /// <summary>The reason was typed; typed again, it takes the place of the one before.</summary>
    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var (l, order) = (visit.Language, OrderOf(question));
        var reason = answer is Incoming.Text said ? Counter.Harmless(said.Value) : "";
        return Counter.BadReason(l, reason, ReasonLengthMax) is { } problem
            ? await Prepare(order, "", found => AdminOrderScreens.Why(l, found, problem), visit, token)
            : await AskSurely(order, reason, visit, token);
    }

    private Task<Reply?> AskSurely(GenerationId order, string reason, Visit visit, CancellationToken token) =>
        Prepare(order, reason, found => AdminOrderScreens.Sure(visit.Language, found, reason), visit, token);

    /// <summary>A step towards giving back; the order itself when nothing can go back (any more).</summary>
    private async Task<Reply?> Prepare(
        GenerationId id, string reason, Func<OrderInFull, Screen> screen, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new ShowOrder(Counter.By(visit), id), token) is not Guarded<OrderInFull?>.Given { Value: var order })
        {
            return null;
        }

        return order is null || AdminOrderTexts.Obstacle(visit.Language, order) is not null
            ? await Show(id, found => AdminOrderTexts.Obstacle(visit.Language, found) ?? Html.Empty, visit, token)
            : await counter.Prompt(
                AdminAct.MoveMoney, QuestionKind.AdminGiveBackReason, $"{id}:{reason}", screen(order), visit, token);
    }

    private async Task<Reply?> GiveBack(AdminGiveBackGoRoute to, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        if (await mediator.Send(new StepBehindCounter(by, AdminAct.MoveMoney), token) is not Guarded<AdminRights>.Given)
        {
            return null;
        }

        var question = await mediator.Send(new FindQuestion(visit.UserId), token);
        return question is not { Kind: QuestionKind.AdminGiveBackReason } || OrderOf(question) != to.Order
            || Counter.ReasonIn(question) is not { Length: > 0 } reason || AdminRefundGoRoute.MarkOf(reason) != to.Mark
                ? await Show(to.Order, order => AdminOrderTexts.Obstacle(l, order) ?? AdminOrderTexts.Gone(l), visit, token)
                : await Say(
                    new GiveBack(by, to.Order, reason, visit.Cid), result => AdminOrderTexts.GaveBack(l, result), to.Order, visit, token);
    }

    private async Task<Reply?> Say<T>(
        IAdminRequest<T> request, Func<T, Html> word, GenerationId order, Visit visit, CancellationToken token) =>
        await mediator.Send((IRequest<Guarded<T>>)request, token) is Guarded<T>.Given { Value: var said }
            ? await Show(order, _ => word(said), visit, token)
            : null;

    private Task<Reply?> Show(GenerationId id, Func<OrderInFull, Html> notice, Visit visit, CancellationToken token) => counter.Ask(
        new ShowOrder(Counter.By(visit), id),
        order => order is null
            ? AdminOrderScreens.NotFound(visit.Language)
            : AdminOrderScreens.Order(visit.Language, order, notice(order)),
        visit,
        token);

    private static GenerationId OrderOf(OpenQuestion question) =>
        Guid.TryParse(question.Subject.Split(':')[0], out var id)
            ? new GenerationId(id)
            : throw new InvalidOperationException($"A question about {question.Subject}, which is no order");
}
