using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Promos;
using Trt.Application.Growth;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Behind the counter: promo codes; what is being filled in waits in the open question. Null for who may not ask.</summary>
internal sealed class PromoDesk(IMediator mediator, Counter counter)
{
    public async Task<Reply?> Follow(PromoCodeRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            PromoCodesRoute to => await counter.Ask(new WatchPromos(by, to.Page), page => PromoCodeScreens.List(l, page), visit, token),
            PromoCardRoute to => await Card(to.Mark, visit, token, page: to.Page),
            NewPromoRoute { Kind: { } kind } => await counter.Prompt(
                AdminAct.RunShop, QuestionKind.PromoValue, $"{kind}", PromoCodeScreens.AskValue(l, kind), visit, token),
            NewPromoRoute => await counter.Begin(AdminAct.RunShop, _ => PromoCodeScreens.AskKind(l), visit, token),
            PromoUsesRoute to => await Change(form => form with { Uses = to.Uses }, visit, token),
            PromoDaysRoute to => await Change(form => form with { Days = to.Days }, visit, token),
            MakePromoRoute { IsSure: false } => await Sure(visit, token),
            MakePromoRoute => await Make(visit, token),
            StopPromoRoute { IsSure: false } to => await Card(to.Mark, visit, token, isAsked: true),
            StopPromoRoute to => await Stop(to.Mark, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var (l, text) = (visit.Language, answer is Incoming.Text said ? Counter.Harmless(said.Value) : "");
        if (question.Kind == QuestionKind.PromoForm)
        {
            return PromoForm.Read(question.Subject) is not { } form ? await Anew(visit, token)
                : PromoCode.Normalize(text) is { } code ? await Fill(form with { Code = code }, visit, token)
                : await counter.Begin(
                    AdminAct.RunShop, _ => PromoCodeScreens.Form(l, form, PromoCodeTexts.BadCode(l)), visit, token, isAnswer: true);
        }

        return !Enum.TryParse<PromoKind>(question.Subject, out var kind) ? await Anew(visit, token)
            : PromoForm.Typed(kind, text) is { } typed ? await Fill(typed, visit, token)
            : await counter.Begin(
                AdminAct.RunShop, _ => PromoCodeScreens.AskValue(l, kind, PromoCodeTexts.BadValue(l)), visit, token, isAnswer: true);
    }

    private Task<Reply?> Fill(PromoForm form, Visit visit, CancellationToken token) => counter.Prompt(
        AdminAct.RunShop, QuestionKind.PromoForm, form.Written, PromoCodeScreens.Form(visit.Language, form), visit, token);

    private async Task<Reply?> Change(Func<PromoForm, PromoForm> change, Visit visit, CancellationToken token) =>
        await Open(visit, token) is { } form ? await Fill(change(form), visit, token) : await Anew(visit, token);

    private async Task<Reply?> Sure(Visit visit, CancellationToken token) => await Open(visit, token) is { } form
        ? await counter.Begin(AdminAct.RunShop, _ => PromoCodeScreens.Sure(visit.Language, form), visit, token, isAnswer: true)
        : await Anew(visit, token);

    private async Task<Reply?> Make(Visit visit, CancellationToken token)
    {
        if (await Open(visit, token) is not { } form)
        {
            return await Anew(visit, token);
        }

        var request = new IssuePromo(
            Counter.By(visit), form.Code.Length == 0 ? null : form.Code, form.Value, form.Uses, form.Days == 0 ? null : form.Days);
        return await mediator.Send(request, token) switch
        {
            Guarded<CreatePromoResult>.Given { Value: CreatePromoResult.Created made } =>
                await Card(PromoMarks.Of(made.Promo.Code), visit, token, PromoCodeTexts.Made(visit.Language, made)),
            Guarded<CreatePromoResult>.Given { Value: var other } => await counter.Begin(
                AdminAct.RunShop, _ => PromoCodeScreens.Form(visit.Language, form, PromoCodeTexts.Made(visit.Language, other)), visit,
                token, isAnswer: true),
            _ => null,
        };
    }

    private async Task<Reply?> Stop(string mark, Visit visit, CancellationToken token) =>
        await mediator.Send(new WatchPromo(Counter.By(visit), mark), token) is Guarded<PromoSheet?>.Given { Value: { } sheet }
        && await mediator.Send(new WithdrawPromo(Counter.By(visit), sheet.Standing.Promo.Code), token) is Guarded<DisablePromoResult>.Denied
            ? null
            : await Card(mark, visit, token);

    private Task<Reply?> Card(
        string mark, Visit visit, CancellationToken token, Html notice = default, int page = 1, bool isAsked = false) => counter.Ask(
        new WatchPromo(Counter.By(visit), mark, page),
        sheet => PromoCodeScreens.Card(visit.Language, sheet, notice, isAsked), visit, token);

    private async Task<PromoForm?> Open(Visit visit, CancellationToken token) =>
        await mediator.Send(new FindQuestion(visit.UserId), token) is { Kind: QuestionKind.PromoForm } question
            ? PromoForm.Read(question.Subject)
            : null;

    private Task<Reply?> Anew(Visit visit, CancellationToken token) => counter.Ask(
        new WatchPromos(Counter.By(visit)),
        page => PromoCodeScreens.List(visit.Language, page, PromoCodeTexts.Outdated(visit.Language)), visit, token);
}
