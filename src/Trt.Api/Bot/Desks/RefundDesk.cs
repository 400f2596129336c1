using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.People;
using Trt.Application.Payments;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>
/// A customer's payments behind the counter, and the way of one of them back. The reason waits in the open question until the last press,
/// since a button cannot carry it. Every answer may be null, as at <see cref="AdminDesk"/>.
/// </summary>
internal sealed class RefundDesk(IMediator mediator, Counter counter)
{
    /// <summary>Fits into a question together with the payment.</summary>
    private const int ReasonLengthMax = 150;

    public async Task<Reply?> Follow(AdminPaymentRoute route, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return route switch
        {
            AdminUserPaymentsRoute to => await counter.Ask(
                new ListUserPayments(Counter.By(visit), to.User, to.Page), history => AdminPaymentScreens.List(l, to.User, history), visit,
                token),
            AdminShowPaymentRoute to => await Show(to.Payment, _ => Html.Empty, visit, token),
            AdminRefundRoute to => await Prepare(to.Payment, "", card => AdminPaymentScreens.Why(l, card), visit, token),
            AdminRefundForRoute to => await AskSurely(to.Payment, AdminPaymentTexts.Usual(l, to.Reason), visit, token),
            AdminRefundGoRoute to => await Refund(to, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>The reason was typed; typed again, it takes the place of the one before.</summary>
    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var (l, payment) = (visit.Language, PaymentOf(question));
        var reason = answer is Incoming.Text said ? Counter.Harmless(said.Value) : "";
        return Counter.BadReason(l, reason, ReasonLengthMax) is { } problem
            ? await Prepare(payment, "", card => AdminPaymentScreens.Why(l, card, problem), visit, token)
            : await AskSurely(payment, reason, visit, token);
    }

    private Task<Reply?> AskSurely(PaymentId payment, string reason, Visit visit, CancellationToken token) =>
        Prepare(payment, reason, card => AdminPaymentScreens.Sure(visit.Language, card, reason), visit, token);

    /// <summary>A step towards the refund; the payment itself when it cannot go back (any more).</summary>
    private async Task<Reply?> Prepare(
        PaymentId payment, string reason, Func<PaymentInFull, Screen> screen, Visit visit, CancellationToken token)
    {
        if (await mediator.Send(new ShowUserPayment(Counter.By(visit), payment), token)
            is not Guarded<PaymentInFull?>.Given { Value: var card })
        {
            return null;
        }

        return card is null || AdminPaymentTexts.Obstacle(visit.Language, card) is not null
            ? await Show(payment, found => AdminPaymentTexts.Obstacle(visit.Language, found) ?? Html.Empty, visit, token)
            : await counter.Prompt(
                AdminAct.RefundPayments, QuestionKind.AdminRefundReason, $"{payment}:{reason}", screen(card), visit, token);
    }

    private async Task<Reply?> Refund(AdminRefundGoRoute to, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        if (await mediator.Send(new StepBehindCounter(by, AdminAct.RefundPayments), token) is not Guarded<AdminRights>.Given)
        {
            return null;
        }

        var question = await mediator.Send(new FindQuestion(visit.UserId), token);
        if (question is not { Kind: QuestionKind.AdminRefundReason } || PaymentOf(question) != to.Payment
            || Counter.ReasonIn(question) is not { Length: > 0 } reason || AdminRefundGoRoute.MarkOf(reason) != to.Mark)
        {
            return await Show(to.Payment, card => AdminPaymentTexts.Obstacle(l, card) ?? AdminPaymentTexts.Gone(l), visit, token);
        }

        return await mediator.Send(new RefundPayment(by, to.Payment, reason, to.IsPaidBackByHand, visit.Cid), token)
            is Guarded<RefundResult>.Given { Value: var result }
            ? await Show(to.Payment, _ => AdminPaymentTexts.Result(l, result), visit, token)
            : null;
    }

    private Task<Reply?> Show(PaymentId payment, Func<PaymentInFull, Html> notice, Visit visit, CancellationToken token) => counter.Ask(
        new ShowUserPayment(Counter.By(visit), payment),
        card =>
            card is null ? AdminPaymentScreens.NotFound(visit.Language) : AdminPaymentScreens.Payment(visit.Language, card, notice(card)),
        visit,
        token);

    private static PaymentId PaymentOf(OpenQuestion question) =>
        PaymentId.Parse(question.Subject.Split(':')[0])
            ?? throw new InvalidOperationException($"A question about {question.Subject}, which is no payment");
}
